import {
  type DestructiveCommand,
  type Environment,
  entityKey,
  type Fact,
  type Pipeline,
  type Trigger,
} from '../../model/fact.ts';
import type { Resource } from '../../model/resource.ts';
import { tierOf } from '../tier.ts';
import { literal } from './derived-settings.ts';
import { identity, relation } from './resource-facts.ts';
import { switchOf } from './settings.ts';

/** How a service that runs an infrastructure tool for its users is set up. */
export interface RunService {
  /** `hcp-terraform`, `spacelift` … */
  readonly product: string;
  /** The switch that makes it apply what it planned without asking. */
  readonly applies: string;
  /** Whether merges into a branch of a repository set it off; else nobody says what does. */
  readonly isTied: boolean;
}

const merge: Trigger = { name: 'a push to its branch', startedBy: 'merge' };
const run: Trigger = { name: 'whatever starts a run', startedBy: 'unknown' };

/** A workspace that applies every plan unasked: automation that may destroy what its code makes. Nothing where a person confirms, which is what such services do by themselves. */
export function runServiceFacts(
  resource: Resource,
  { product, applies, isTied }: RunService,
): readonly Fact[] {
  const applied = switchOf(resource, applies, null);
  if (applied.state !== 'set' || !applied.value) return [];
  const name = literal(resource, 'name') ?? resource.name;
  const entity = (id: string, called: string) =>
    identity(resource, entityKey(`${resource.key}/${id}`), called, applied.at);
  const pipeline: Pipeline = {
    kind: 'Pipeline',
    ...entity('runs', resource.name),
    product,
    triggers: [isTied ? merge : run],
    calls: [],
    remedy: `Set ${applies} of "${resource.name}" to false, so that somebody confirms each plan.`,
  };
  const command: DestructiveCommand = {
    kind: 'DestructiveCommand',
    ...entity('apply', 'terraform apply'),
    // Which code it applies lies elsewhere as often as here.
    provider: null,
    verb: 'terraform apply',
    via: 'shell',
    destroys: 'anything',
    skipsPrompt: true,
    invocations: [],
    recovery: null,
    safeVariant: null,
  };
  const environment: Environment = {
    kind: 'Environment',
    ...entity('environment', name),
    tier: tierOf(name) ?? 'unknown',
  };
  return [
    pipeline,
    command,
    environment,
    relation(pipeline.key, 'runs', command.key, `${applies} applies what it planned`, applied.at),
    relation(pipeline.key, 'in', environment.key, `it works on ${name}`, applied.at),
  ];
}
