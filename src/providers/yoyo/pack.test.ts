import { expect, it } from 'vitest';
import { outcomeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

it.each([
  ['yoyo rollback --all -b', 'database'],
  ['yoyo rollback', 'database, asks'],
  ['yoyo apply', 'nothing'],
  ['yoyo list', 'nothing'],
])('%s', (line, expected) => {
  expect(outcomeOf(pack, line)).toBe(expected);
});
