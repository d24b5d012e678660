import { describe, expect, it } from 'vitest';
import { destroyingLines, drop, jobsThatDestroy } from '../../../test/pipeline-jobs.ts';
import { collect } from './collect.ts';

const step = `{ step: { name: Wipe, script: ["${drop}"] } }`;

function jobs(text: string): readonly string[] {
  return jobsThatDestroy(collect, { 'bitbucket-pipelines.yml': text });
}

describe('bitbucket-pipelines', () => {
  it('finds the line', () => {
    const files = { 'bitbucket-pipelines.yml': `pipelines: { default: [${step}] }\n` };
    expect(destroyingLines(collect, files)).toEqual([drop]);
  });

  it.each([
    [`default: [${step}]`, 'Wipe on unknown: any-push'],
    [`branches: { main: [${step}] }`, 'Wipe on unknown: merge'],
    [`pull-requests: { "**": [${step}] }`, 'Wipe on unknown: change-request'],
    [`tags: { "v*": [${step}] }`, 'Wipe on unknown: release'],
    [`custom: { wipe-production: [${step}] }`, 'Wipe on production: person'],
    [`branches: { main: [{ stage: { steps: [${step}] } }] }`, 'Wipe on unknown: merge'],
    [`branches: { main: [{ parallel: [${step}] }] }`, 'Wipe on unknown: merge'],
  ])('knows what sets off %s', (flow, expected) => {
    expect(jobs(`pipelines: { ${flow} }\n`)).toEqual([expected]);
  });

  it('lets a click hold back its own step and what follows, and nothing before', () => {
    const click = '{ step: { name: Ask, trigger: manual, script: [ls] } }';
    const gate = ' [`trigger: manual`, high]';
    expect(jobs(`pipelines: { default: [${click}, ${step}] }\n`)).toEqual([
      `Wipe on unknown: any-push${gate}`,
    ]);
    expect(jobs(`pipelines: { default: [${step}, ${click}] }\n`)).toEqual([
      'Wipe on unknown: any-push',
    ]);
  });

  it('passes over deployments to a test', () => {
    const test = step.replace('name: Wipe', 'name: Wipe, deployment: test');
    expect(jobs(`pipelines: { default: [${test}] }\n`)).toEqual([]);
  });

  it.each(['', 'pipelines: 7\n', 'pipelines: { default: { a: 1 }, branches: [x] }\n'])(
    'survives %j',
    (text) => {
      expect(jobs(text)).toEqual([]);
    },
  );
});
