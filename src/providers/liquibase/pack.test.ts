import { expect, it } from 'vitest';
import { outcomeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

it.each([
  ['liquibase drop-all --force=true', 'database'],
  ['liquibase --url=jdbc:postgresql://db/app drop-all', 'database, asks'],
  ['liquibase drop-all --force=false', 'database, asks'],
  ['liquibase rollback-count 3', 'database'],
  ['liquibase rollback-count-sql 3', 'nothing'],
  ['liquibase update-sql', 'nothing'],
  ['liquibase status', 'nothing'],
])('%s', (line, expected) => {
  expect(outcomeOf(pack, line)).toBe(expected);
});
