import { expect, it } from 'vitest';
import { credentialOf } from '../../../test/credential-of.ts';
import { fakeChecksummed } from '../../../test/fake-tokens.ts';
import { knowledgeOf, outcomeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

const knowledge = knowledgeOf(pack);

it.each([
  ['npm unpublish shop --force', 'files'],
  ['npm unpublish shop -f', 'files'],
  ['npm unpublish shop --force --dry-run', 'nothing'],
  ['npm unpublish shop@1.0.0', 'nothing'],
  ['npm publish', 'nothing'],
])('%s', (line, expected) => {
  expect(outcomeOf(pack, line)).toBe(expected);
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
