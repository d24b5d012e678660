import { describe, expect, it } from 'vitest';
import { destroyingLines, drop, jobsThatDestroy } from '../../../test/pipeline-jobs.ts';
import { collect } from './collect.ts';

const job = `version: 2.1\njobs:\n  wipe:\n    docker: [{ image: x }]\n    steps:\n      - checkout\n      - run: { name: Wipe, command: ${drop} }\n`;

function jobs(text: string): readonly string[] {
  return jobsThatDestroy(collect, { '.circleci/config.yml': text });
}

describe('circleci', () => {
  it('finds the line', () => {
    const files = { '.circleci/config.yml': `${job}workflows: { ship: { jobs: [wipe] } }\n` };
    expect(destroyingLines(collect, files)).toEqual([drop]);
  });

  it.each([
    ['nothing', '[wipe]', 'wipe on unknown: any-push'],
    ['a branch', '[{ wipe: { filters: { branches: { only: main } } } }]', 'wipe on unknown: merge'],
    [
      'a tag',
      '[{ wipe: { filters: { tags: { only: /v.*/ }, branches: { ignore: /.*/ } } } }]',
      'wipe on unknown: release',
    ],
    ['a context', '[{ wipe: { context: [production] } }]', 'wipe on production: any-push'],
  ])('reads what a use of the job says: %s', (_, uses, expected) => {
    expect(jobs(`${job}workflows: { ship: { jobs: ${uses} } }\n`)).toEqual([expected]);
  });

  it('knows a schedule', () => {
    const text = `${job}workflows:\n  nightly:\n    triggers: [{ schedule: { cron: "0 3 * * *" } }]\n    jobs: [wipe]\n`;
    expect(jobs(text)).toEqual(['wipe on unknown: schedule']);
  });

  it('counts an approval only where the job waits for it, at any distance', () => {
    const hold = '- hold: { type: approval }\n      - build: { requires: [hold] }\n';
    const build = job.replace('jobs:\n', 'jobs:\n  build: { steps: [checkout] }\n');
    const flow = (last: string) =>
      `${build}workflows:\n  ship:\n    jobs:\n      ${hold}      - ${last}\n`;
    expect(jobs(flow('wipe: { requires: [build] }'))).toEqual([
      'wipe on unknown: any-push [the approval "hold", high]',
    ]);
    expect(jobs(flow('wipe'))).toEqual(['wipe on unknown: any-push']);
  });

  it('follows commands of its own, and stops where they call themselves', () => {
    const text = `commands: { drop: { steps: [{ run: ${drop} }, drop, { drop: {} }, { when: { steps: [drop] } }] } }\njobs: { wipe: { steps: [drop] } }\nworkflows: { ship: { jobs: [wipe] } }\n`;
    expect(jobs(text)).toHaveLength(1);
  });

  it.each([
    ['nothing', ''],
    ['jobs that are not there', 'workflows: { ship: { jobs: [wipe, { x: 7 }, 8] } }\n'],
    [
      'approvals in a circle',
      'jobs: { a: { steps: 7 } }\nworkflows: { s: { jobs: [{ a: { requires: [a] } }] } }\n',
    ],
  ])('survives %s', (_, text) => {
    expect(jobs(text)).toEqual([]);
  });
});
