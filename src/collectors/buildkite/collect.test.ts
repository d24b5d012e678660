import { describe, expect, it } from 'vitest';
import { destroyingLines, drop, jobsThatDestroy } from '../../../test/pipeline-jobs.ts';
import { collect } from './collect.ts';

function jobs(steps: string): readonly string[] {
  return jobsThatDestroy(collect, { '.buildkite/pipeline.yml': `steps: [${steps}]\n` });
}

const wipe = `{ label: Wipe, command: "${drop}" }`;

describe('buildkite', () => {
  it('finds the line', () => {
    const files = {
      '.buildkite/pipeline.yml': `steps:\n  - commands:\n      - ls\n      - ${drop}\n`,
    };
    expect(destroyingLines(collect, files)).toEqual([drop]);
  });

  it.each([
    [wipe, 'Wipe on unknown: any-push'],
    [wipe.replace('}', ', branches: main }'), 'Wipe on unknown: merge'],
    [wipe.replace('}', `, if: 'build.branch == "main"' }`), 'Wipe on unknown: merge'],
    [wipe.replace('}', `, if: 'build.source == "schedule"' }`), 'Wipe on unknown: schedule'],
    [`{ group: x, steps: [${wipe}] }`, 'Wipe on unknown: any-push'],
  ])('knows what sets off %s', (steps, expected) => {
    expect(jobs(steps)).toEqual([expected]);
  });

  it.each([
    ['a block before it', `{ block: Ask }, ${wipe}`, ' [the block "Ask", high]'],
    ['a block after it', `${wipe}, { block: Ask }`, ''],
    ['an input, which holds nothing back', `{ input: Ask }, ${wipe}`, ''],
  ])('sees %s', (_, steps, gate) => {
    expect(jobs(steps)).toEqual([`Wipe on unknown: any-push${gate}`]);
  });

  it.each(['7', '{ steps: { steps: 1 } }', 'wait, ~'])('survives %s', (steps) => {
    expect(jobs(steps)).toEqual([]);
  });
});
