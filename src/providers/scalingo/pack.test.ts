import { describe, expect, it } from 'vitest';
import { knowledgeOf, outcomeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

describe('Scalingo commands', () => {
  it.each([
    ['scalingo --app shop destroy --force', 'project'],
    ['scalingo -a shop destroy', 'project, asks'],
    ['scalingo -a shop addons-remove ad-1', 'anything, asks'],
    ['scalingo database-destroy db-1', 'database'],
    ['scalingo -a shop --addon ad-1 database-pitr-restore 2026', 'database, asks'],
    ['scalingo -a shop addons', 'nothing'],
    ['scalingo -a shop env-unset KEY', 'nothing'],
  ])('%s: %s', (line, outcome) => {
    expect(outcomeOf(pack, line)).toBe(outcome);
  });
});

describe('Scalingo credentials', () => {
  const knowledge = knowledgeOf(pack);
  it.each([
    ['api-token', `tk-us-${'aB3_'.repeat(12)}`],
    [undefined, `tk-us-${'aB3_'.repeat(11)}`],
    [undefined, 'tk-us-east-1'],
  ])('%s by value', (kind, value) => {
    expect(knowledge.credentialByValue(value)?.spec.id).toBe(kind);
  });
  it.each([['SCALINGO_API_TOKEN', 'api-token']])('%s is %s', (name, kind) => {
    expect(knowledge.credentialByName(name)?.spec.id).toBe(kind);
  });
});
