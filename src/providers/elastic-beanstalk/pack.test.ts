import { expect, it } from 'vitest';
import { outcomeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

it.each([
  ['eb terminate shop-prod', 'environment, asks'],
  ['eb terminate shop-prod --force', 'environment'],
  ['eb terminate --all --force', 'project'],
  ['eb status', 'nothing'],
])('%s', (line, expected) => {
  expect(outcomeOf(pack, line)).toBe(expected);
});
