import { expect, it } from 'vitest';
import { knowledgeOf, outcomeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

const knowledge = knowledgeOf(pack);

it.each([
  ['consul kv delete -recurse config/', 'database'],
  ['consul kv delete -http-addr=http://consul:8500 -recurse config/', 'database'],
  ['consul snapshot restore backup.snap', 'database'],
  ['consul kv delete config/one', 'nothing'],
  ['consul kv get -recurse config/', 'nothing'],
])('%s', (line, expected) => {
  expect(outcomeOf(pack, line)).toBe(expected);
});

it.each([['CONSUL_HTTP_TOKEN', 'acl-token']])('knows the variable %s', (name, id) => {
  expect(knowledge.credentialByName(name)?.spec.id).toBe(id);
});
