import { expect, it } from 'vitest';
import { outcomeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

it.each([
  ['goose reset', 'database'],
  ['goose -dir db/migrations down-to 0', 'database'],
  ['goose -dir db/migrations postgres "$DATABASE_URL" reset', 'database'],
  ['goose postgres "host=db user=app" down', 'database'],
  ['goose up', 'nothing'],
  ['goose postgres "$DATABASE_URL" status', 'nothing'],
  ['goose session', 'nothing'],
])('%s', (line, expected) => {
  expect(outcomeOf(pack, line)).toBe(expected);
});
