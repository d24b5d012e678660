import { expect, it } from 'vitest';
import { createKnowledge } from '../../engine/knowledge.ts';
import { parseShell } from '../../formats/shell/parse.ts';
import { matchDestructive } from '../../recognize/command/command-line.ts';
import { pack } from './pack.ts';

const knowledge = createKnowledge([pack], new Uint8Array(32));

it.each([
  ['gem yank shop -v 1.0.0', 'files unasked'],
  ['gem push shop-1.0.0.gem', null],
])('%s', (line, expected) => {
  const [command] = parseShell(line).commands;
  const match = command === undefined ? null : matchDestructive(command, knowledge);
  const verdict = match && `${match.spec.destroys} ${match.skipsPrompt ? 'unasked' : 'asked'}`;
  expect(verdict).toBe(expected);
});

it('knows its credentials by value', () => {
  expect(knowledge.credentialByValue(`rubygems_${'0af3'.repeat(12)}`)?.spec.id).toBe('api-key');
  expect(knowledge.credentialByValue(`rubygems_${'0af3'.repeat(6)}`)?.spec.id).toBe(undefined);
});

it.each([['GEM_HOST_API_KEY', 'api-key']])('knows the variable %s', (name, id) => {
  expect(knowledge.credentialByName(name)?.spec.id).toBe(id);
});
