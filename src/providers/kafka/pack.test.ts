import { expect, it } from 'vitest';
import { outcomeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

it.each([
  ['kafka-topics.sh --bootstrap-server kafka:9092 --delete --topic orders', 'queue'],
  ['/opt/kafka/bin/kafka-topics.sh --delete --topic orders', 'queue'],
  ['bin/kafka-delete-records.sh --bootstrap-server kafka:9092 --offset-json-file x.json', 'queue'],
  ['kafka-topics.sh --list', 'nothing'],
  ['kafka-topics.sh --create --topic orders', 'nothing'],
])('%s', (line, expected) => {
  expect(outcomeOf(pack, line)).toBe(expected);
});
