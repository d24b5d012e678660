import { describe, expect, it } from 'vitest';
import { knowledgeOf, outcomeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

describe('Exoscale commands', () => {
  it.each([
    ['exo storage rb -r -f sos://media', 'bucket'],
    ['exo storage rb -f sos://media', 'nothing'],
    ['exo storage delete -r sos://media/a', 'files, asks'],
    ['exo dbaas delete shop --force', 'database'],
    ['exo compute instance delete web -f', 'service'],
    ['exo c bs delete data', 'volume, asks'],
    ['exo compute instance snapshot revert 1 web -f', 'volume'],
    ['exo dbaas list', 'nothing'],
    ['exo compute instance reboot web -f', 'nothing'],
    ['exo dbaas user delete shop reader -f', 'nothing'],
  ])('%s: %s', (line, outcome) => {
    expect(outcomeOf(pack, line)).toBe(outcome);
  });
});

describe('Exoscale credentials', () => {
  const knowledge = knowledgeOf(pack);
  it.each([
    ['EXOSCALE_API_SECRET', 'api-secret'],
    ['EXOSCALE_API_KEY', undefined],
  ])('%s is %s', (name, kind) => {
    expect(knowledge.credentialByName(name)?.spec.id).toBe(kind);
  });
});
