import { commandsOf, definePack } from '../../model/pack.ts';

const claim = {
  source: 'https://cassandra.apache.org/doc/latest/cassandra/troubleshooting/use_nodetool.html',
  checkedOn: '2026-11-21',
};

/** Apache Cassandra: clearing every snapshot. CQL text is read elsewhere. */
export const pack = definePack({
  id: 'cassandra',
  title: 'Apache Cassandra',
  commands: [
    commandsOf('nodetool|bin/nodetool|./bin/nodetool', claim)('clearsnapshot', 'backup', {
      onlyWith: ['--all'],
      safeVariant: 'nodetool listsnapshots',
    }),
  ],
});
