import { expect, it } from 'vitest';
import { outcomeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

it.each([
  ['duplicity remove-all-but-n-full 1 --force s3://backups', 'backup'],
  ['duplicity remove-older-than 6M s3://backups', 'nothing'],
  ['duplicity collection-status s3://backups', 'nothing'],
])('%s', (line, expected) => {
  expect(outcomeOf(pack, line)).toBe(expected);
});
