import { expect, it } from 'vitest';
import { outcomeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

it.each([
  ['wp db reset --yes', 'database'],
  ['wp --path=/srv/www db drop', 'database, asks'],
  ['wp @prod db clean --yes', 'database'],
  ['wp site empty --yes', 'database'],
  ['wp db export', 'nothing'],
  ['wp db check', 'nothing'],
])('%s', (line, expected) => {
  expect(outcomeOf(pack, line)).toBe(expected);
});
