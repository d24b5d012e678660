import { expect, it } from 'vitest';
import { outcomeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

it.each([
  ['atlas schema clean -u postgres://db/app --auto-approve', 'database'],
  ['atlas schema apply --env prod', 'database, asks'],
  ['atlas schema apply --env prod --dry-run', 'nothing'],
  ['atlas schema inspect', 'nothing'],
  ['atlas clusters delete shop --force', 'nothing'],
])('%s', (line, expected) => {
  expect(outcomeOf(pack, line)).toBe(expected);
});
