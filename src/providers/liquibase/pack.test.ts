import { expect, it } from 'vitest';
import { createKnowledge } from '../../engine/knowledge.ts';
import { parseShell } from '../../formats/shell/parse.ts';
import { matchDestructive } from '../../recognize/command/command-line.ts';
import { pack } from './pack.ts';

const knowledge = createKnowledge([pack], new Uint8Array(32));

it.each([
  ['liquibase drop-all --force=true', 'database unasked'],
  ['liquibase --url=jdbc:postgresql://db/app drop-all', 'database asked'],
  ['liquibase drop-all --force=false', 'database asked'],
  ['liquibase rollback-count 3', 'database unasked'],
  ['liquibase rollback-count-sql 3', null],
  ['liquibase update-sql', null],
  ['liquibase status', null],
])('%s', (line, expected) => {
  const [command] = parseShell(line).commands;
  const match = command === undefined ? null : matchDestructive(command, knowledge);
  const verdict = match && `${match.spec.destroys} ${match.skipsPrompt ? 'unasked' : 'asked'}`;
  expect(verdict).toBe(expected);
});
