import { expect, it } from 'vitest';
import { createKnowledge } from '../../engine/knowledge.ts';
import { parseShell } from '../../formats/shell/parse.ts';
import { matchDestructive } from '../../recognize/command/command-line.ts';
import { pack } from './pack.ts';

const knowledge = createKnowledge([pack], new Uint8Array(32));

it.each([
  ['rabbitmqctl -n rabbit@mq1 reset', 'queue unasked'],
  ['rabbitmqctl delete_queue orders', 'queue unasked'],
  ['rabbitmqctl --vhost shop purge_queue orders', 'queue unasked'],
  ['rabbitmqadmin -H mq.acme.io delete queue name=orders', 'queue unasked'],
  ['rabbitmqctl list_queues', null],
  ['rabbitmqctl stop_app', null],
  ['rabbitmqadmin list queues', null],
])('%s', (line, expected) => {
  const [command] = parseShell(line).commands;
  const match = command === undefined ? null : matchDestructive(command, knowledge);
  const verdict = match && `${match.spec.destroys} ${match.skipsPrompt ? 'unasked' : 'asked'}`;
  expect(verdict).toBe(expected);
});
