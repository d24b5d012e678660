import { expect, it } from 'vitest';
import { outcomeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

it.each([
  ['npx sequelize-cli db:drop', 'database'],
  ['sequelize --env production db:migrate:undo:all', 'database'],
  ['sequelize db:migrate', 'nothing'],
  ['sequelize db:migrate:status', 'nothing'],
])('%s', (line, expected) => {
  expect(outcomeOf(pack, line)).toBe(expected);
});
