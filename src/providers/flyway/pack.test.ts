import { expect, it } from 'vitest';
import { createKnowledge } from '../../engine/knowledge.ts';
import { parseShell } from '../../formats/shell/parse.ts';
import { matchDestructive } from '../../recognize/command/command-line.ts';
import { pack } from './pack.ts';

const knowledge = createKnowledge([pack], new Uint8Array(32));

it.each([
  ['flyway -url=jdbc:postgresql://db/app -cleanDisabled=false clean', 'database unasked'],
  ['flyway clean', 'database asked'],
  ['./mvnw -q flyway:clean -Dflyway.cleanDisabled=false', 'database unasked'],
  ['./gradlew flywayClean', 'database asked'],
  ['flyway migrate', null],
  ['flyway info', null],
  ['mvn clean', null],
])('%s', (line, expected) => {
  const [command] = parseShell(line).commands;
  const match = command === undefined ? null : matchDestructive(command, knowledge);
  const verdict = match && `${match.spec.destroys} ${match.skipsPrompt ? 'unasked' : 'asked'}`;
  expect(verdict).toBe(expected);
});
