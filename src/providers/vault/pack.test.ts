import { expect, it } from 'vitest';
import { credentialOf } from '../../../test/credential-of.ts';
import { knowledgeOf, outcomeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

const knowledge = knowledgeOf(pack);

it.each([
  ['vault secrets disable kv/', 'database'],
  ['vault kv metadata delete -mount=secret shop', 'database'],
  ['vault kv metadata delete -path x', 'database'],
  ['bao kv destroy -versions=1 secret/shop', 'database'],
  ['vault kv delete secret/shop', 'nothing'],
  ['vault secrets list', 'nothing'],
  ['vault secrets disable -help', 'nothing'],
])('%s', (line, expected) => {
  expect(outcomeOf(pack, line)).toBe(expected);
});

it('knows its credentials by value', () => {
  expect(knowledge.credentialByValue(`hvs.${'aB3'.repeat(32)}`)?.spec.id).toBe('service-token');
  expect(knowledge.credentialByValue(`hvs.${'aB3'.repeat(8)}`)?.spec.id).toBe(undefined);
  expect(knowledge.credentialByValue(`hvb.${'aB3'.repeat(50)}`)?.spec.id).toBe('batch-token');
});

it.each([
  ['VAULT_TOKEN', 'service-token'],
  ['VAULT_SECRET_ID', 'approle-secret'],
])('knows the variable %s', (name, id) => {
  expect(knowledge.credentialByName(name)?.spec.id).toBe(id);
});

it('knows tokens of a namespace, and the short ones of before', () => {
  const kind = (token: string) => credentialOf(pack, 'VAULT_TOKEN', token);
  expect(kind(`hvs.${'aB3'.repeat(32)}.aB3xY`)).toMatchObject({ decidedBy: 'prefix' });
  expect(kind(`s.${'aB3'.repeat(8)}`)).toMatchObject({ decidedBy: 'name', confidence: 'high' });
  expect(kind('myroot')).toMatchObject({ confidence: 'low' });
});
