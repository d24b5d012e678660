import { expect, it } from 'vitest';
import { knowledgeOf, outcomeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

const knowledge = knowledgeOf(pack);

it.each([
  ['mongorestore -h db.acme.io --drop dump/', 'database'],
  ['mongorestore --uri "$MONGODB_URI" --drop', 'database'],
  ['mongoimport --drop --collection users users.json', 'database'],
  ['mongorestore dump/', 'nothing'],
  ['mongorestore --drop --dryRun dump/', 'nothing'],
  ['mongodump', 'nothing'],
])('%s', (line, expected) => {
  expect(outcomeOf(pack, line)).toBe(expected);
});

it.each([['MONGO_INITDB_ROOT_PASSWORD', 'root-password']])('knows the variable %s', (name, id) => {
  expect(knowledge.credentialByName(name)?.spec.id).toBe(id);
});
