import { describe, expect, it } from 'vitest';
import {
  destroyingLines,
  drop,
  jobsThatDestroy,
  pipelineFactsIn,
} from '../../../test/pipeline-jobs.ts';
import { collect } from './collect.ts';

const pipeline = (stages: string, more = '') =>
  `pipeline {\n  agent any\n${more}  stages {\n${stages}  }\n}\n`;
const stage = (name: string, body: string) => `    stage('${name}') {\n${body}    }\n`;
const wipe = `      steps { sh '${drop}' }\n`;

function jobs(text: string): readonly string[] {
  return jobsThatDestroy(collect, { Jenkinsfile: text });
}

describe('jenkins', () => {
  it('finds the line in every way to write it, and the folder', () => {
    const body = `      steps {\n        dir('infra') {\n          sh """\n            ls\n            ${drop}\n          """\n          sh(script: "${drop}", returnStdout: true)\n        }\n      }\n`;
    const files = { Jenkinsfile: pipeline(stage('Wipe', body)) };
    expect(destroyingLines(collect, files)).toEqual([drop, drop]);
    const folders = pipelineFactsIn(collect, files).flatMap((fact) =>
      fact.kind === 'DestructiveCommand' ? [fact.folder] : [],
    );
    expect(folders).toEqual(['infra', 'infra']);
  });

  it.each([
    ['nothing', '', '', 'unknown'],
    ['a branch', `      when { branch 'main' }\n`, '', 'merge'],
    ['a tag', '      when { buildingTag() }\n', '', 'release'],
    ['pull requests', '      when { changeRequest() }\n', '', 'change-request'],
    ['the clock', '', "  triggers { cron('H 3 * * *') }\n", 'schedule'],
    ['parameters', '', '  parameters { string(name: "x") }\n', 'person'],
  ])('knows what sets it off: %s', (_, when, more, expected) => {
    expect(jobs(pipeline(stage('Wipe', when + wipe), more))).toEqual([
      `Wipe on unknown: ${expected}`,
    ]);
  });

  it('lets a question hold back its stage and those after it, and none before', () => {
    const ask = stage('Ask', `      steps { input message: 'Sure?', submitter: 'harbour' }\n`);
    expect(jobs(pipeline(ask + stage('Wipe', wipe)))).toEqual([
      'Wipe on unknown: unknown [the `input` step, high]',
    ]);
    expect(jobs(pipeline(stage('Wipe', wipe) + ask))).toEqual(['Wipe on unknown: unknown']);
  });

  it('gives a line to the innermost stage, and knows its name', () => {
    const inner = stage('Production', wipe);
    expect(jobs(pipeline(stage('Outer', `      stages {\n${inner}      }\n`)))).toEqual([
      'Production on production: unknown',
    ]);
  });

  it.each(['', 'stage("x") { sh "', 'pipeline {{{ "', `stage('a') { sh '''`, '\u0000'])(
    'survives %j',
    (text) => {
      expect(() => jobs(text)).not.toThrow();
    },
  );
});
