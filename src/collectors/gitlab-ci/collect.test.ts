import { describe, expect, it } from 'vitest';
import {
  destroyingLines,
  drop,
  jobsThatDestroy,
  pipelineFactsIn,
} from '../../../test/pipeline-jobs.ts';
import { collect } from './collect.ts';

function jobs(text: string, more: Readonly<Record<string, string>> = {}): readonly string[] {
  return jobsThatDestroy(collect, { '.gitlab-ci.yml': text, ...more });
}

describe('gitlab-ci', () => {
  it('finds the line, in the folder that an earlier line went to', () => {
    const files = { '.gitlab-ci.yml': `wipe:\n  script:\n    - cd infra\n    - "${drop}"\n` };
    expect(destroyingLines(collect, files)).toEqual([drop]);
    expect(
      pipelineFactsIn(collect, files).find((fact) => fact.kind === 'DestructiveCommand'),
    ).toMatchObject({ folder: 'infra' });
  });

  it.each([
    ['no rule', '', 'any-push'],
    ['a branch', 'only: [main]', 'merge'],
    ['merge requests', 'only: [merge_requests]', 'change-request'],
    ['a schedule', 'only: { refs: [schedules] }', 'schedule'],
    ['the default branch', 'rules: [{ if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH }]', 'merge'],
    ['a named branch', `rules: [{ if: '$CI_COMMIT_BRANCH == "main"' }]`, 'merge'],
    [
      'a merge request',
      `rules: [{ if: '$CI_PIPELINE_SOURCE == "merge_request_event"' }]`,
      'change-request',
    ],
    ['a tag', 'rules: [{ if: $CI_COMMIT_TAG }]', 'release'],
    ['a condition of its own', 'rules: [{ if: $X }, { when: never }]', 'any-push'],
  ])('knows what sets it off: %s', (_, rule, expected) => {
    expect(jobs(`wipe:\n  ${rule}\n  script: ["${drop}"]\n`)).toEqual([
      `wipe on unknown: ${expected}`,
    ]);
  });

  it.each([
    ['on the job', 'when: manual', ['wipe on unknown: any-push [`when: manual`, high]']],
    ['in its only rule', 'rules: [{ if: $X, when: manual }]', []],
    [
      'in one of two rules',
      'rules: [{ if: $X, when: manual }, { if: $Y }]',
      ['wipe on unknown: any-push'],
    ],
  ])('sees a click %s', (_, rule, expected) => {
    expect(jobs(`wipe:\n  ${rule}\n  script: ["${drop}"]\n`)).toEqual(expected);
  });

  it('takes what a job extends, includes and refers to', () => {
    const text = `include: [{ local: /ci/base.yml }]\nvariables: { STAGE: staging }\nwipe:\n  extends: .wipe\n  only: [main]\n`;
    const base = `.lines:\n  script: ["${drop}"]\n.wipe:\n  environment: { name: production }\n  script:\n    - !reference [.lines, script]\n`;
    expect(jobs(text, { 'ci/base.yml': base })).toEqual([
      'wipe on production: merge [the environment "production", low]',
    ]);
  });

  it('lets what a job extends last count most, however far away it says it', () => {
    const script = `script: ["${drop}"]`;
    const text = `.far: { environment: { name: production } }\n.late: { extends: .far }\n.early: { environment: { name: staging } }\nwipe:\n  extends: [.early, .late]\n  only: [main]\n  ${script}\n`;
    expect(jobs(text)).toEqual(['wipe on production: merge [the environment "production", low]']);
  });

  it('ends where hundreds of jobs extend and repeat one another', () => {
    const names = [...Array(200).keys()].map((number) => `job${number}`);
    const job = (name: string) =>
      `${name}:\n  extends: [${names.join(', ')}]\n  script: [!reference [job1, script], echo]\n`;
    expect(jobs(names.map(job).join(''))).toEqual([]);
  });

  it('passes over reviews, tests and jobs that are templates', () => {
    const review = `stop:\n  environment: { name: review/$CI_COMMIT_REF_SLUG, action: stop }\n  script: ["${drop}"]\n`;
    expect(jobs(review)).toEqual([]);
    expect(jobs(`.wipe:\n  script: ["${drop}"]\n`)).toEqual([]);
  });

  it.each([
    ['nothing', ''],
    ['a circle', 'a: { extends: b, script: x }\nb: { extends: a }\ninclude: .gitlab-ci.yml\n'],
    ['a reference to itself', 'a:\n  script:\n    - !reference [a, script]\n'],
    ['another type', 'a: { script: { b: 1 }, rules: 7, only: {} }\n'],
  ])('survives %s', (_, text) => {
    expect(() => jobs(text)).not.toThrow();
  });

  it.each([
    ['named in the lines', 'script: [harbour up --token "$HARBOUR_API_TOKEN"]', '', 1],
    ['handed over', 'variables: { HARBOUR_API_TOKEN: $SHARED }\n  script: [x]', '', 1],
    ['with an environment', 'script: [harbour $HARBOUR_API_TOKEN]\n  environment: x', '', 2],
    ['that the file sets', 'variables: { HARBOUR_API_TOKEN: $A }\n  script: [x]', 'A: b', 2],
  ])('knows how many credentials a variable is: one %s', (_, job, shared, count) => {
    const variables = shared === '' ? '' : `variables: { ${shared} }\n`;
    const text = `${variables}one:\n  ${job}\ntwo:\n  ${job}\n`;
    const found = pipelineFactsIn(collect, { '.gitlab-ci.yml': text }).flatMap((fact) =>
      fact.kind === 'Credential' ? [fact] : [],
    );
    expect(found).toHaveLength(2);
    expect(new Set(found.map(({ aliases, key }) => aliases[0] ?? key)).size).toBe(count);
    for (const { at } of found) expect(text.slice(at.start, at.end)).toContain('HARBOUR_API_TOKEN');
  });
});
