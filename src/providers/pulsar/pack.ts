import { commandsOf, definePack } from '../../model/pack.ts';

const claim = {
  source: 'https://pulsar.apache.org/reference/#/next/pulsar-admin/',
  checkedOn: '2026-11-21',
};

const command = commandsOf('pulsar-admin|bin/pulsar-admin|./bin/pulsar-admin', claim, {
  safeVariant: 'pulsar-admin topics stats',
});

/** Apache Pulsar: deleting topics and namespaces. */
export const pack = definePack({
  id: 'pulsar',
  title: 'Apache Pulsar',
  commands: [
    command('topics delete', 'queue'),
    command('topics delete-partitioned-topic', 'queue'),
    command('namespaces delete', 'queue', { safeVariant: 'pulsar-admin namespaces list' }),
  ],
});
