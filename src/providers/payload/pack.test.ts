import { expect, it } from 'vitest';
import { outcomeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

it.each([
  ['npx payload migrate:fresh --force-accept-warning', 'database'],
  ['payload migrate:fresh', 'database, asks'],
  ['payload migrate:reset', 'database'],
  ['payload migrate', 'nothing'],
  ['payload migrate:status', 'nothing'],
])('%s', (line, expected) => {
  expect(outcomeOf(pack, line)).toBe(expected);
});
