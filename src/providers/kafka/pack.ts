import { commandsOf, definePack } from '../../model/pack.ts';

const claim = {
  source: 'https://kafka.apache.org/documentation/#basic_ops',
  checkedOn: '2026-11-21',
};

const topics = 'kafka-topics.sh|kafka-topics|bin/kafka-topics.sh|./bin/kafka-topics.sh';
const records =
  'kafka-delete-records.sh|kafka-delete-records|bin/kafka-delete-records.sh|./bin/kafka-delete-records.sh';

/** Apache Kafka: deleting topics and records with its shell tools. */
export const pack = definePack({
  id: 'kafka',
  title: 'Apache Kafka',
  commands: [
    commandsOf(topics, claim)('', 'queue', {
      onlyWith: ['--delete'],
      safeVariant: 'kafka-topics.sh --list',
    }),
    commandsOf(records, claim)('', 'queue', { safeVariant: 'kafka-topics.sh --describe' }),
  ],
});
