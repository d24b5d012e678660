import { expect, it } from 'vitest';
import { outcomeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

it.each([
  ['php bin/console doctrine:database:drop --force', 'database'],
  ['bin/console d:s:d --force --full-database', 'database'],
  ['symfony console doctrine:fixtures:load -n', 'database'],
  ['php bin/console doctrine:fixtures:load', 'database, asks'],
  ['php bin/console doctrine:fixtures:load --append -n', 'nothing'],
  ['php bin/console doctrine:schema:drop --dump-sql', 'nothing'],
  ['php bin/console doctrine:database:drop', 'nothing'],
  ['php bin/console doctrine:migrations:migrate first -n', 'database'],
  ['php bin/console doctrine:migrations:migrate -n', 'nothing'],
  ['vendor/bin/doctrine orm:schema-tool:drop --force', 'database'],
])('%s', (line, expected) => {
  expect(outcomeOf(pack, line)).toBe(expected);
});
