import { expect, it } from 'vitest';
import { outcomeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

it.each([
  ['mix ecto.drop --force', 'database'],
  ['mix ecto.drop', 'database, asks'],
  ['mix do ecto.drop --force, ecto.create', 'database'],
  ['mix do ecto.drop, ecto.create', 'database, asks'],
  ['mix ecto.reset', 'database, asks'],
  ['mix ecto.rollback --all', 'database'],
  ['mix ecto.migrate', 'nothing'],
  ['mix ecto.migrations', 'nothing'],
])('%s', (line, expected) => {
  expect(outcomeOf(pack, line)).toBe(expected);
});
