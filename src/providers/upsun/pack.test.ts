import { describe, expect, it } from 'vitest';
import { knowledgeOf, outcomeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

describe('Upsun commands', () => {
  it.each([
    ['upsun project:delete --yes', 'project'],
    ['upsun project:delete', 'project, asks'],
    ['platform environment:delete pr-5', 'environment'],
    ['upsun backup:restore 1 -e main', 'environment'],
    ['upsun backup:delete 1', 'backup'],
    ['upsun sync data', 'database'],
    ['platform environment:synchronize code data --yes', 'database'],
    ['upsun sync code', 'nothing'],
    ['upsun environment:list', 'nothing'],
    ['upsun backup:create', 'nothing'],
    ['upsun environment:delete --help', 'nothing'],
  ])('%s: %s', (line, outcome) => {
    expect(outcomeOf(pack, line)).toBe(outcome);
  });
});

describe('Upsun credentials', () => {
  const knowledge = knowledgeOf(pack);
  it.each([
    ['UPSUN_CLI_TOKEN', 'api-token'],
    ['PLATFORM_PROJECT', undefined],
  ])('%s is %s', (name, kind) => {
    expect(knowledge.credentialByName(name)?.spec.id).toBe(kind);
  });
});
