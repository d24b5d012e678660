import { expect, it } from 'vitest';
import { outcomeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

it.each([
  ['pulsar-admin topics delete persistent://shop/eu/orders -f', 'queue'],
  ['bin/pulsar-admin --admin-url http://mq:8080 namespaces delete shop/eu', 'queue'],
  ['pulsar-admin topics stats persistent://shop/eu/orders', 'nothing'],
])('%s', (line, expected) => {
  expect(outcomeOf(pack, line)).toBe(expected);
});
