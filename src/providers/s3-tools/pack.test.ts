import { expect, it } from 'vitest';
import { knowledgeOf, outcomeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

const knowledge = knowledgeOf(pack);

it.each([
  ['s3cmd rb --recursive --force s3://backups', 'bucket'],
  ['s3cmd del -r -f s3://uploads', 'bucket'],
  ['s5cmd rm "s3://uploads/*"', 'bucket'],
  ['s5cmd --endpoint-url https://s3.acme.io sync --delete ./site s3://site', 'bucket'],
  ['s5cmd --dry-run rm "s3://uploads/*"', 'nothing'],
  ['s3cmd del s3://uploads/one.png', 'nothing'],
  ['s3cmd ls', 'nothing'],
])('%s', (line, expected) => {
  expect(outcomeOf(pack, line)).toBe(expected);
});

it.each([['S3_SECRET_KEY', 'secret-key']])('knows the variable %s', (name, id) => {
  expect(knowledge.credentialByName(name)?.spec.id).toBe(id);
});
