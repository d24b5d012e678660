import { expect, it } from 'vitest';
import { createKnowledge } from '../../engine/knowledge.ts';
import { parseShell } from '../../formats/shell/parse.ts';
import { matchDestructive } from '../../recognize/command/command-line.ts';
import { pack } from './pack.ts';

const knowledge = createKnowledge([pack], new Uint8Array(32));

it.each([
  ['php bin/console doctrine:database:drop --force', 'database unasked'],
  ['bin/console d:s:d --force --full-database', 'database unasked'],
  ['symfony console doctrine:fixtures:load -n', 'database unasked'],
  ['php bin/console doctrine:fixtures:load', 'database asked'],
  ['php bin/console doctrine:fixtures:load --append -n', null],
  ['php bin/console doctrine:schema:drop --dump-sql', null],
  ['php bin/console doctrine:database:drop', null],
  ['php bin/console doctrine:migrations:migrate first -n', 'database unasked'],
  ['php bin/console doctrine:migrations:migrate -n', null],
  ['vendor/bin/doctrine orm:schema-tool:drop --force', 'database unasked'],
])('%s', (line, expected) => {
  const [command] = parseShell(line).commands;
  const match = command === undefined ? null : matchDestructive(command, knowledge);
  const verdict = match && `${match.spec.destroys} ${match.skipsPrompt ? 'unasked' : 'asked'}`;
  expect(verdict).toBe(expected);
});
