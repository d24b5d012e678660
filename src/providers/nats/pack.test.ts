import { expect, it } from 'vitest';
import { outcomeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

it.each([
  ['nats stream rm ORDERS -f', 'queue'],
  ['nats --context prod stream purge ORDERS --force', 'queue'],
  ['nats stream rm ORDERS', 'queue, asks'],
  ['nats stream info ORDERS', 'nothing'],
  ['nats stream ls', 'nothing'],
])('%s', (line, expected) => {
  expect(outcomeOf(pack, line)).toBe(expected);
});
