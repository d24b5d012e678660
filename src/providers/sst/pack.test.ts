import { expect, it } from 'vitest';
import { outcomeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

it.each([
  ['npx sst remove --stage production', 'environment'],
  ['sst state remove Bucket', 'files'],
  ['sst deploy', 'nothing'],
  ['sst diff', 'nothing'],
])('%s', (line, expected) => {
  expect(outcomeOf(pack, line)).toBe(expected);
});
