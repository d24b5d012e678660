import { expect, it } from 'vitest';
import { knowledgeOf, outcomeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

const knowledge = knowledgeOf(pack);

it.each([
  ['npx strapi import -f export.tar.gz --force', 'database'],
  ['strapi transfer --to https://cms.acme.io --force', 'database'],
  ['strapi import -f export.tar.gz', 'database, asks'],
  ['strapi export', 'nothing'],
])('%s', (line, expected) => {
  expect(outcomeOf(pack, line)).toBe(expected);
});

it.each([['STRAPI_TRANSFER_TOKEN', 'transfer-token']])('knows the variable %s', (name, id) => {
  expect(knowledge.credentialByName(name)?.spec.id).toBe(id);
});
