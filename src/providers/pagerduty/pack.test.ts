import { expect, it } from 'vitest';
import { createKnowledge } from '../../engine/knowledge.ts';
import { pack } from './pack.ts';

const knowledge = createKnowledge([pack], new Uint8Array(32));

it.each([['PAGERDUTY_TOKEN', 'api-key']])('knows the variable %s', (name, id) => {
  expect(knowledge.credentialByName(name)?.spec.id).toBe(id);
});
