import { expect, it } from 'vitest';
import { outcomeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

it.each([
  ['npx knex migrate:rollback --all', 'database'],
  ['knex --knexfile db/knexfile.js --env production migrate:rollback', 'database'],
  ['knex migrate:latest', 'nothing'],
  ['knex migrate:status', 'nothing'],
])('%s', (line, expected) => {
  expect(outcomeOf(pack, line)).toBe(expected);
});
