import { expect, it } from 'vitest';
import { credentialOf } from '../../../test/credential-of.ts';
import { createKnowledge } from '../../engine/knowledge.ts';
import { parseShell } from '../../formats/shell/parse.ts';
import { matchDestructive } from '../../recognize/command/command-line.ts';
import { pack } from './pack.ts';

const knowledge = createKnowledge([pack], new Uint8Array(32));

it.each([
  ['vault secrets disable kv/', 'database unasked'],
  ['vault kv metadata delete -mount=secret shop', 'database unasked'],
  ['vault kv metadata delete -path x', 'database unasked'],
  ['bao kv destroy -versions=1 secret/shop', 'database unasked'],
  ['vault kv delete secret/shop', null],
  ['vault secrets list', null],
  ['vault secrets disable -help', null],
])('%s', (line, expected) => {
  const [command] = parseShell(line).commands;
  const match = command === undefined ? null : matchDestructive(command, knowledge);
  const verdict = match && `${match.spec.destroys} ${match.skipsPrompt ? 'unasked' : 'asked'}`;
  expect(verdict).toBe(expected);
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
