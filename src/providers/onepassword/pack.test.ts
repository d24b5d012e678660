import { expect, it } from 'vitest';
import { credentialOf } from '../../../test/credential-of.ts';
import { knowledgeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

const knowledge = knowledgeOf(pack);

it('knows its credentials by value', () => {
  expect(knowledge.credentialByValue(`ops_eyJ${'aB3'.repeat(34).slice(0, 100)}`)?.spec.id).toBe(
    'service-account-token',
  );
  expect(knowledge.credentialByValue(`ops_eyJ${'a'.repeat(3)}`)?.spec.id).toBe(undefined);
});

it.each([
  ['OP_SERVICE_ACCOUNT_TOKEN', 'service-account-token'],
  ['OP_CONNECT_TOKEN', 'connect-token'],
])('knows the variable %s', (name, id) => {
  expect(knowledge.credentialByName(name)?.spec.id).toBe(id);
});

it('names the account that a token signs in to', () => {
  const inside = { signInAddress: 'harbour.1password.eu', secretKey: 'aB3'.repeat(30) };
  const token = `ops_${Buffer.from(JSON.stringify(inside)).toString('base64')}`;
  expect(credentialOf(pack, 'OP_SERVICE_ACCOUNT_TOKEN', token)).toMatchObject({
    belongsTo: 'harbour.1password.eu',
  });
});
