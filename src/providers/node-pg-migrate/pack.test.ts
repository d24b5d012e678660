import { expect, it } from 'vitest';
import { outcomeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

it.each([
  ['npx node-pg-migrate down 999', 'database'],
  ['node-pg-migrate redo', 'database'],
  ['node-pg-migrate down --dry-run', 'nothing'],
  ['node-pg-migrate up', 'nothing'],
])('%s', (line, expected) => {
  expect(outcomeOf(pack, line)).toBe(expected);
});
