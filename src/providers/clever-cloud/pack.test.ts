import { describe, expect, it } from 'vitest';
import { knowledgeOf, outcomeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

describe('Clever Cloud commands', () => {
  it.each([
    ['clever delete --yes', 'project'],
    ['clever delete --alias shop', 'project, asks'],
    ['npx clever-tools addon delete db -y', 'anything'],
    ['clever k8s delete live --yes', 'environment'],
    ['clever addon list', 'nothing'],
    ['clever k8s nodegroups delete live 1 -y', 'nothing'],
    ['clever deploy --force', 'nothing'],
  ])('%s: %s', (line, outcome) => {
    expect(outcomeOf(pack, line)).toBe(outcome);
  });
});

describe('Clever Cloud credentials', () => {
  const knowledge = knowledgeOf(pack);
  it.each([['CLEVER_TOKEN', 'user-token']])('%s is %s', (name, kind) => {
    expect(knowledge.credentialByName(name)?.spec.id).toBe(kind);
  });
});
