import { expect, it } from 'vitest';
import { createKnowledge } from '../../engine/knowledge.ts';
import { parseShell } from '../../formats/shell/parse.ts';
import { matchDestructive } from '../../recognize/command/command-line.ts';
import { pack } from './pack.ts';

const knowledge = createKnowledge([pack], new Uint8Array(32));

it.each([
  ['php artisan migrate:fresh --seed --force', 'database unasked'],
  ['php artisan migrate:fresh', 'database asked'],
  ['php -d memory_limit=-1 artisan db:wipe --force', 'database unasked'],
  ['./vendor/bin/sail artisan migrate:reset --force', 'database unasked'],
  ['php artisan migrate:rollback --pretend', null],
  ['php artisan migrate --force', null],
  ['php artisan migrate:status', null],
  ['php index.php migrate:fresh', null],
])('%s', (line, expected) => {
  const [command] = parseShell(line).commands;
  const match = command === undefined ? null : matchDestructive(command, knowledge);
  const verdict = match && `${match.spec.destroys} ${match.skipsPrompt ? 'unasked' : 'asked'}`;
  expect(verdict).toBe(expected);
});
