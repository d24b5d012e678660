import { expect, it } from 'vitest';
import { outcomeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

it.each([
  ['rabbitmqctl -n rabbit@mq1 reset', 'queue'],
  ['rabbitmqctl delete_queue orders', 'queue'],
  ['rabbitmqctl --vhost shop purge_queue orders', 'queue'],
  ['rabbitmqadmin -H mq.acme.io delete queue name=orders', 'queue'],
  ['rabbitmqctl list_queues', 'nothing'],
  ['rabbitmqctl stop_app', 'nothing'],
  ['rabbitmqadmin list queues', 'nothing'],
])('%s', (line, expected) => {
  expect(outcomeOf(pack, line)).toBe(expected);
});
