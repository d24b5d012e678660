import { expect, it } from 'vitest';
import { createKnowledge } from '../../engine/knowledge.ts';
import { pack } from './pack.ts';

const knowledge = createKnowledge([pack], new Uint8Array(32));

it.each([
  ['AUTH0_CLIENT_SECRET', 'client-secret'],
  ['AUTH0_MGMT_API_TOKEN', 'management-token'],
])('knows the variable %s', (name, id) => {
  expect(knowledge.credentialByName(name)?.spec.id).toBe(id);
});
