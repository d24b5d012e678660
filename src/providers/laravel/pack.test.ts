import { expect, it } from 'vitest';
import { outcomeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

it.each([
  ['php artisan migrate:fresh --seed --force', 'database'],
  ['php artisan migrate:fresh', 'database, asks'],
  ['php -d memory_limit=-1 artisan db:wipe --force', 'database'],
  ['./vendor/bin/sail artisan migrate:reset --force', 'database'],
  ['php artisan migrate:rollback --pretend', 'nothing'],
  ['php artisan migrate --force', 'nothing'],
  ['php artisan migrate:status', 'nothing'],
  ['php index.php migrate:fresh', 'nothing'],
])('%s', (line, expected) => {
  expect(outcomeOf(pack, line)).toBe(expected);
});
