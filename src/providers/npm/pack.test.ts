import { expect, it } from 'vitest';
import { credentialOf } from '../../../test/credential-of.ts';
import { fakeChecksummed } from '../../../test/fake-tokens.ts';
import { createKnowledge } from '../../engine/knowledge.ts';
import { parseShell } from '../../formats/shell/parse.ts';
import { matchDestructive } from '../../recognize/command/command-line.ts';
import { pack } from './pack.ts';

const knowledge = createKnowledge([pack], new Uint8Array(32));

it.each([
  ['npm unpublish shop --force', 'files unasked'],
  ['npm unpublish shop -f', 'files unasked'],
  ['npm unpublish shop --force --dry-run', null],
  ['npm unpublish shop@1.0.0', null],
  ['npm publish', null],
])('%s', (line, expected) => {
  const [command] = parseShell(line).commands;
  const match = command === undefined ? null : matchDestructive(command, knowledge);
  const verdict = match && `${match.spec.destroys} ${match.skipsPrompt ? 'unasked' : 'asked'}`;
  expect(verdict).toBe(expected);
});

it('knows its credentials by value', () => {
  expect(knowledge.credentialByValue(`npm_${'aB3'.repeat(12)}`)?.spec.id).toBe('access-token');
  expect(knowledge.credentialByValue(`npm_config_${'registry'}`)?.spec.id).toBe(undefined);
});

it.each([['NPM_TOKEN', 'access-token']])('knows the variable %s', (name, id) => {
  expect(knowledge.credentialByName(name)?.spec.id).toBe(id);
});

it('checks the end of a token', () => {
  const token = fakeChecksummed('npm_');
  expect(credentialOf(pack, 'NPM_TOKEN', token)).toMatchObject({ decidedBy: 'prefix' });
  expect(credentialOf(pack, 'NPM_TOKEN', token.replace('aB3', 'aB4'))).toBeNull();
  // The UUIDs of before have no checksum.
  expect(credentialOf(pack, 'NPM_TOKEN', crypto.randomUUID())).not.toBeNull();
});
