import { describe, expect, it } from 'vitest';
import { knowledgeOf, outcomeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

describe('Coolify commands', () => {
  it.each([
    ['coolify database delete abc --force', 'database'],
    ['coolify db delete abc', 'database, asks'],
    ['coolify app delete abc -f', 'service'],
    ['coolify app storage delete abc def', 'volume'],
    ['coolify project delete abc --force', 'project'],
    ['coolify db backup delete abc def --force', 'backup'],
    ['coolify database list', 'nothing'],
    ['coolify app env delete abc def --force', 'nothing'],
    ['coolify context delete live', 'nothing'],
  ])('%s: %s', (line, outcome) => {
    expect(outcomeOf(pack, line)).toBe(outcome);
  });
});

describe('Coolify credentials', () => {
  const knowledge = knowledgeOf(pack);
  it.each([['COOLIFY_TOKEN', 'api-token']])('%s is %s', (name, kind) => {
    expect(knowledge.credentialByName(name)?.spec.id).toBe(kind);
  });
});
