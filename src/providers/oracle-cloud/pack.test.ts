import { expect, it } from 'vitest';
import { knowledgeOf, outcomeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

it.each([
  ['oci db autonomous-database delete --autonomous-database-id a --force', 'database'],
  ['oci db autonomous-database delete --autonomous-database-id a', 'database, asks'],
  ['oci --profile PROD os bucket delete --name shop --empty --force', 'bucket'],
  ['oci os bucket delete --name shop', 'nothing'],
  ['oci os object bulk-delete -bn shop --dry-run', 'nothing'],
  ['oci bv volume delete --volume-id a --force', 'volume'],
  ['oci bv volume get --volume-id a', 'nothing'],
])('%s', (line, expected) => {
  expect(outcomeOf(pack, line)).toBe(expected);
});

it('knows the signing key', () => {
  expect(knowledgeOf(pack).credentialByName('OCI_CLI_KEY_CONTENT')?.spec.id).toBe(
    'api-signing-key',
  );
});
