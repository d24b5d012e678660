import { describe, expect, it } from 'vitest';
import {
  destroyingLines,
  drop,
  jobsThatDestroy,
  pipelineFactsIn,
} from '../../../test/pipeline-jobs.ts';
import { collect } from './collect.ts';

function jobs(when: string): readonly string[] {
  const text = `steps:\n  - name: wipe\n    commands: ["${drop}"]\n${when}`;
  return jobsThatDestroy(collect, { '.woodpecker.yml': text });
}

describe('drone and woodpecker', () => {
  it('finds the line and the secret', () => {
    const files = {
      '.drone.yml': `kind: pipeline\nsteps:\n  - name: wipe\n    environment: { HARBOUR_API_TOKEN: { from_secret: harbour_token } }\n    commands:\n      - ${drop}\n`,
    };
    expect(destroyingLines(collect, files)).toEqual([drop]);
    const facts = pipelineFactsIn(collect, files);
    expect(facts.find((fact) => fact.kind === 'Credential')).toMatchObject({
      provider: 'harbour',
      form: 'injected',
    });
  });

  it.each([
    ['nothing', '', 'any-push change-request'],
    ['a branch', 'when: { branch: main, event: push }\n', 'merge'],
    ['a trigger', 'trigger: { event: { include: [cron] } }\n', 'schedule'],
    ['a promotion', 'trigger: { event: [promote] }\n', 'person'],
    ['a list', 'when: [{ event: tag }, { event: manual }]\n', 'release person'],
  ])('knows what sets it off: %s', (_, when, expected) => {
    expect(jobs(when)).toEqual([`wipe on unknown: ${expected}`]);
  });

  it('takes the stage that is promoted to', () => {
    expect(jobs('trigger: { event: [promote], target: [production] }\n')).toEqual([
      'wipe on production: person',
    ]);
  });

  it.each(['', 'steps: 7\n', 'pipeline: { a: 7, b: { commands: { c: 1 } } }\n'])(
    'survives %j',
    (text) => {
      expect(jobsThatDestroy(collect, { '.drone.yml': text })).toEqual([]);
    },
  );
});
