import { describe, expect, it } from 'vitest';
import { destroyingLines, drop, jobsThatDestroy } from '../../../test/pipeline-jobs.ts';
import { collect } from './collect.ts';

function jobs(text: string, more: Readonly<Record<string, string>> = {}): readonly string[] {
  return jobsThatDestroy(collect, { 'azure-pipelines.yml': text, ...more });
}

describe('azure-pipelines', () => {
  it('finds the line', () => {
    const files = { 'azure-pipelines.yml': `steps:\n  - script: |\n      echo\n      ${drop}\n` };
    expect(destroyingLines(collect, files)).toEqual([drop]);
  });

  it.each([
    ['its name', 'HarbourTask@1', '{ act: delete, stage: production }', 1],
    ['a publisher before it', 'acme.tools.HarbourTask@1', '{ act: delete, stage: production }', 1],
    ['another act', 'HarbourTask@1', '{ act: list }', 0],
    ['an input that makes it harmless', 'HarbourTask@1', '{ act: delete, dry: true }', 0],
    ['another task', 'OtherTask@1', '{ act: delete }', 0],
  ])('knows what a task runs: %s', (_, task, inputs, count) => {
    const found = jobs(`trigger: [main]\nsteps: [{ task: ${task}, inputs: ${inputs} }]\n`);
    expect(found).toEqual(count === 0 ? [] : ['pipeline on unknown: merge']);
  });

  it.each([
    ['nothing', '', 'any-push'],
    ['a branch', 'trigger: [main]\n', 'merge'],
    [
      'included branches',
      'trigger: { branches: { include: [main, topics/*] } }\n',
      'merge any-push',
    ],
    ['pull requests', 'trigger: none\npr: [main]\n', 'change-request'],
    ['the clock', 'trigger: none\nschedules: [{ cron: "0 3 * * *" }]\n', 'schedule'],
    ['none', 'trigger: none\n', 'person'],
  ])('knows what sets it off: %s', (_, on, expected) => {
    expect(jobs(`${on}steps:\n  - bash: ${drop}\n`)).toEqual([`pipeline on unknown: ${expected}`]);
  });

  const deployment = `trigger: [main]\nstages:\n  - stage: ship\n    jobs:\n      - deployment: wipe\n        environment: production\n        strategy: { runOnce: { deploy: { steps: [{ script: ${drop} }] } } }\n`;

  it('reads deployments, whose checks are not visible', () => {
    expect(jobs(deployment)).toEqual([
      'wipe on production: merge [the environment "production", low]',
    ]);
  });

  it.each([
    ['that rejects in the end', '', 1],
    ['that goes on by itself', ', inputs: { onTimeout: resume }', 0],
  ])('sees a validation %s', (_, inputs, count) => {
    const ask = `      - job: ask\n        pool: server\n        steps: [{ task: ManualValidation@1${inputs} }]\n`;
    const [job = ''] = jobs(deployment.replace('    jobs:\n', `    jobs:\n${ask}`));
    expect(job.split('manual validation').length - 1).toBe(count);
  });

  it('reads templates of the repository where they are used, and stops where they use themselves', () => {
    const files = {
      'ci/azure-pipelines-wipe.yml': `steps:\n  - script: ${drop}\n  - template: azure-pipelines-wipe.yml\n`,
    };
    const text = 'trigger: [main]\nsteps:\n  - template: ci/azure-pipelines-wipe.yml\n';
    expect(jobs(text, files)).toEqual(['pipeline on unknown: merge']);
    expect(jobs('trigger: none\nstages: [{ template: azure-pipelines.yml }]\n')).toEqual([]);
  });

  it.each([
    ['nothing', ''],
    ['another type', 'stages: [7, { jobs: 8 }]\njobs: { a: 1 }\nsteps: x\n'],
  ])('survives %s', (_, text) => {
    expect(jobs(text)).toEqual([]);
  });
});
