import { describe, expect, it } from 'vitest';
import { ofKind, relationsOf } from '../../../test/facts-of-kind.ts';
import { parse } from '../../formats/text/parse.ts';
import { filePath } from '../../model/source.ts';
import { claimsIn } from './claims.ts';
import { collect } from './collect.ts';

const said = (text: string, file = 'docs/setup.md') =>
  claimsIn({ file: filePath(file), text }).map(({ tier, holds }) => `${tier} ${holds}`);

describe('a sentence', () => {
  it.each([
    ['Staging shares the production database.', 'staging database'],
    ['- ⚠️ **Note:** Staging shares production database - be careful', 'staging database'],
    ['Our staging uses prod Postgres', 'staging database'],
    ['Preview deployments connect to the production database.', 'preview database'],
    ['Staging uses the same bucket as production.', 'staging bucket'],
    ['QA shares its volume with production', 'staging volume'],
    ['Local dev and production currently share one Postgres instance', 'development database'],
    ['Production and staging share the same database', 'staging database'],
    ['| staging | `staging` uses the production database |', 'staging database'],
  ])('says it: %s', (text, expected) => {
    expect(said(text)).toEqual([expected]);
  });

  it.each([
    'Staging must never use the production database.',
    "Staging doesn't share the production database.",
    'Staging should use the production database only in emergencies.',
    'If staging uses the production database, stop.',
    'Does staging share the production database?',
    'Staging uses the same database schema as production.',
    'Staging uses the same database engine as production.',
    'Staging used to share the production database.',
    'Staging uses a copy of the production database.',
    'Staging uses its own database.',
    'Staging and production have separate databases.',
    'Staging shares the production cluster.',
    'At this stage the app uses the production database.',
    'The production database is shared by all services.',
    'Avoid: staging shares the production database',
    'Deploy to staging. It uses the production database driver.',
  ])('says nothing: %s', (text) => {
    expect(said(text)).toEqual([]);
  });

  it('in a block of code is no sentence', () => {
    expect(said('```\nstaging shares the production database\n```\n')).toEqual([]);
  });

  it('counts in a comment, and nowhere else where the file is no prose', () => {
    expect(said('# staging shares the production database\n', 'deploy.yml')).toEqual([
      'staging database',
    ]);
    expect(said('a: 1 # staging shares the production db\n', 'deploy.yml')).toEqual([
      'staging database',
    ]);
    expect(said('a: staging shares the production database\n', 'deploy.yml')).toEqual([]);
  });

  it('of any length is read quickly', () => {
    expect(said(`staging ${'a '.repeat(5000)}`)).toEqual([]);
    expect(said('staging shares '.repeat(100_000))).toEqual([]);
  });
});

describe('facts', () => {
  const text = 'Staging shares the production database.\n\nStaging uses prod Postgres.\n';
  const facts = collect(
    { id: 'README.md', documents: [parse(filePath('README.md'), text)] },
    {} as never,
  );

  it('are of low confidence and one store', () => {
    expect(new Set(ofKind(facts, 'DataStore').map(({ key }) => key)).size).toBe(1);
    expect(facts.every((fact) => fact.kind === 'Binding' || fact.confidence === 'low')).toBe(true);
    const [link] = relationsOf(facts, 'connects-to');
    expect(text.slice(link?.at.start, link?.at.end)).toBe(
      'Staging shares the production database.',
    );
  });
});
