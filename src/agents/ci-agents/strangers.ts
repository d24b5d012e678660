import { known } from '../../model/value.ts';
import type { JobRights } from '../../recognize/workflow/job-token.ts';
import type { Step } from '../../recognize/workflow/step.ts';
import type { Job } from './job.ts';
import type { DraftWeakness, Reading } from './reading.ts';

const looksAtActor =
  /author_association|github\.actor\b|triggering_actor|\.login\b|sender\.|collaborator|permission/i;

/**
 * An agent that people without write access can set off, and that either runs everything or may write to the repository. Products that ask GitHub
 * for the rights of who set them off are left out, and so are jobs and steps that look at it themselves.
 */
export function strangerWeakness(reading: Reading, job: Job, step: Step): readonly DraftWeakness[] {
  const { openTrigger } = job;
  if (openTrigger === null || reading.checksActor || looksAtActor.test(step.condition)) return [];
  const runsAll = known(reading.shell) === 'runs' && known(reading.sandbox) !== 'on';
  if (!runsAll && job.rights === null) return [];
  const powers = [
    ...(runsAll ? ['runs every command unasked'] : []),
    ...(job.rights === null ? [] : [`has ${rightsName(job.rights)}`]),
  ];
  return [
    {
      name: `${openTrigger.name} starts ${reading.product}`,
      at: openTrigger.at,
      control: 'trigger',
      because: `people without write access to the repository can start this agent through "${openTrigger.name}", and it ${powers.join(' and ')}`,
      remedy: `Let the job "${job.id}" run only for people who may write, by an if on author_association.`,
    },
  ];
}

function rightsName({ written, isEverything }: JobRights): string {
  return isEverything ? `permissions: ${written}` : written;
}
