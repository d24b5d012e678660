import { expect, it } from 'vitest';
import { outcomeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

it.each([
  ['drush sql:drop -y', 'database'],
  ['vendor/bin/drush @prod sql-drop --yes', 'database'],
  ['drush site:install standard', 'database, asks'],
  ['drush sql:sync @dev @prod -y', 'database'],
  ['drush sql:drop -y --simulate', 'nothing'],
  ['drush sql:dump', 'nothing'],
  ['drush cache:rebuild', 'nothing'],
])('%s', (line, expected) => {
  expect(outcomeOf(pack, line)).toBe(expected);
});
