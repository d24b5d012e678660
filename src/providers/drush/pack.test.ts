import { expect, it } from 'vitest';
import { createKnowledge } from '../../engine/knowledge.ts';
import { parseShell } from '../../formats/shell/parse.ts';
import { matchDestructive } from '../../recognize/command/command-line.ts';
import { pack } from './pack.ts';

const knowledge = createKnowledge([pack], new Uint8Array(32));

it.each([
  ['drush sql:drop -y', 'database unasked'],
  ['vendor/bin/drush @prod sql-drop --yes', 'database unasked'],
  ['drush site:install standard', 'database asked'],
  ['drush sql:sync @dev @prod -y', 'database unasked'],
  ['drush sql:drop -y --simulate', null],
  ['drush sql:dump', null],
  ['drush cache:rebuild', null],
])('%s', (line, expected) => {
  const [command] = parseShell(line).commands;
  const match = command === undefined ? null : matchDestructive(command, knowledge);
  const verdict = match && `${match.spec.destroys} ${match.skipsPrompt ? 'unasked' : 'asked'}`;
  expect(verdict).toBe(expected);
});
