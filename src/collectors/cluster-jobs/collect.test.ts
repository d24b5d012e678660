import { describe, expect, it } from 'vitest';
import { destroyingLines, drop, jobsThatDestroy } from '../../../test/pipeline-jobs.ts';
import { collect } from './collect.ts';

const head = (version: string, kind: string, namespace = 'x') =>
  `apiVersion: ${version}\nkind: ${kind}\nmetadata: { name: wipe, namespace: ${namespace} }\nspec:\n`;
const cron = (container: string, namespace?: string) =>
  `${head('batch/v1', 'CronJob', namespace)}  schedule: '@daily'\n  jobTemplate: { spec: { template: { spec: { containers: [${container}] } } } }\n`;
const shell = `{ name: a, command: [/bin/sh, -ec], args: ['cd /x && ${drop}'] }`;
const argo = (kind: string, template: string) =>
  head('argoproj.io/v1alpha1', kind) +
  (kind === 'CronWorkflow' ? '  workflowSpec:\n  ' : '') +
  `  templates: [${template}]\n`;
const script = `{ name: a, script: { command: [bash], source: '${drop}' } }`;
const tekton = (kind: string, spec: string) => `${head('tekton.dev/v1', kind)}  ${spec}\n`;

function jobs(text: string, file = 'jobs/wipe.yaml'): readonly string[] {
  return jobsThatDestroy(collect, { [file]: text });
}

describe('cluster-jobs', () => {
  it.each([
    ['a shell of a cron job', cron(shell), 'wipe on unknown: schedule'],
    [
      'one word after the other',
      cron(`{ name: a, command: [harbour, volume, delete, 'the data', --yes] }`),
      'wipe on unknown: schedule',
    ],
    ['a namespace of production', cron(shell, 'berths-production'), 'wipe on production: schedule'],
    ['a workflow on the clock', argo('CronWorkflow', script), 'wipe/a on unknown: schedule'],
    ['a template of a workflow', argo('WorkflowTemplate', script), 'wipe/a on unknown: unknown'],
    [
      'a workflow that waits',
      argo('Workflow', `${script}, { name: ok, suspend: {} }`),
      'wipe/a on unknown: unknown [the suspended step "ok", medium]',
    ],
    [
      'a task of Tekton',
      tekton('Task', `steps: [{ name: a, script: '${drop}' }]`),
      'wipe on unknown: unknown',
    ],
    [
      'a pipeline of Tekton',
      tekton('Pipeline', `tasks: [{ name: go, taskSpec: { steps: [{ script: '${drop}' }] } }]`),
      'wipe/go on unknown: unknown',
    ],
    [
      'a run of Tekton',
      tekton('TaskRun', `taskSpec: { steps: [{ script: '${drop}' }] }`),
      'wipe on unknown: unknown',
    ],
  ])('reads %s', (_, text, expected) => {
    expect(jobs(text)).toEqual([expected]);
    const lines = destroyingLines(collect, { 'jobs/wipe.yaml': text });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^harbour[\s\S]*--yes$/);
  });

  it('takes the stage of its folder where nothing else speaks of one', () => {
    expect(jobs(cron(shell), 'clusters/production/wipe.yaml')).toEqual([
      'wipe on production: schedule',
    ]);
  });

  it.each([
    ['a cron job that is suspended', cron(shell).replace('spec:\n', 'spec:\n  suspend: true\n')],
    ['a script of another language', argo('Workflow', script.replace('[bash]', '[python]'))],
    [
      'a script that names its own',
      argo('Workflow', script.replace("source: '", "source: '#!/usr/bin/env python3 ")),
    ],
    [
      'a trial that is taken away again',
      cron(
        `{ name: a, command: [sh, -ec, 'harbour volume create trial; harbour volume delete trial --yes'] }`,
      ),
    ],
    ['another kind', cron(shell).replace('kind: CronJob', 'kind: Widget')],
    ['lists for maps', `${head('tekton.dev/v1', 'Pipeline')}  tasks: 7\n`],
    ['no spec', 'apiVersion: argoproj.io/v1alpha1\nkind: Workflow\n'],
    ['broken text', 'kind: CronJob\nspec: [\n\t{{'],
  ])('reads nothing in %s', (_, text) => {
    expect(jobs(text)).toEqual([]);
  });
});
