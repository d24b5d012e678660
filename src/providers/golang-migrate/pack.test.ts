import { expect, it } from 'vitest';
import { outcomeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

it.each([
  ['migrate -path db/migrations -database "$DATABASE_URL" drop -f', 'database'],
  ['migrate -source file://m -database "$DATABASE_URL" drop', 'database, asks'],
  ['migrate -path m -database "$DATABASE_URL" down -all', 'database'],
  ['migrate -path m -database "$DATABASE_URL" down', 'database, asks'],
  ['migrate -path m -database "$DATABASE_URL" down 1', 'database'],
  ['migrate -path m -database "$DATABASE_URL" up', 'nothing'],
  ['migrate -path m -database "$DATABASE_URL" version', 'nothing'],
])('%s', (line, expected) => {
  expect(outcomeOf(pack, line)).toBe(expected);
});
