import { expect, it } from 'vitest';
import { knowledgeOf, outcomeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

const knowledge = knowledgeOf(pack);

it.each([
  ['mc rb --force store/backups', 'bucket'],
  ['mc rm -r --force store/uploads', 'bucket'],
  ['mc rm --recursive --force --dangerous store', 'bucket'],
  ['mc mirror --remove --overwrite ./site store/site', 'bucket'],
  ['mc rm store/uploads/one.png', 'nothing'],
  ['mc rm -r --force --dry-run store/uploads', 'nothing'],
  ['mc rb store/empty', 'nothing'],
  ['mc ls store', 'nothing'],
])('%s', (line, expected) => {
  expect(outcomeOf(pack, line)).toBe(expected);
});

it.each([['MINIO_ROOT_PASSWORD', 'root-password']])('knows the variable %s', (name, id) => {
  expect(knowledge.credentialByName(name)?.spec.id).toBe(id);
});
