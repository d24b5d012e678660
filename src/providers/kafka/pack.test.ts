import { expect, it } from 'vitest';
import { createKnowledge } from '../../engine/knowledge.ts';
import { parseShell } from '../../formats/shell/parse.ts';
import { matchDestructive } from '../../recognize/command/command-line.ts';
import { pack } from './pack.ts';

const knowledge = createKnowledge([pack], new Uint8Array(32));

it.each([
  ['kafka-topics.sh --bootstrap-server kafka:9092 --delete --topic orders', 'queue unasked'],
  ['/opt/kafka/bin/kafka-topics.sh --delete --topic orders', 'queue unasked'],
  [
    'bin/kafka-delete-records.sh --bootstrap-server kafka:9092 --offset-json-file x.json',
    'queue unasked',
  ],
  ['kafka-topics.sh --list', null],
  ['kafka-topics.sh --create --topic orders', null],
])('%s', (line, expected) => {
  const [command] = parseShell(line).commands;
  const match = command === undefined ? null : matchDestructive(command, knowledge);
  const verdict = match && `${match.spec.destroys} ${match.skipsPrompt ? 'unasked' : 'asked'}`;
  expect(verdict).toBe(expected);
});
