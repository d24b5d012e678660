import { commandsOf, credentialsOf, definePack } from '../../model/pack.ts';

const claim = {
  source: 'https://developer.hashicorp.com/consul/commands/kv/delete',
  checkedOn: '2026-11-21',
};

const command = commandsOf('consul', claim, { targets: ['CONSUL_HTTP_ADDR'] });

/** Consul: deleting whole trees of keys, restoring over everything, and ACL tokens. */
export const pack = definePack({
  id: 'consul',
  title: 'Consul',
  commands: [
    command('kv delete', 'database', {
      onlyWith: ['-recurse|--recurse'],
      safeVariant: 'consul kv get -recurse',
    }),
    command('snapshot restore', 'database', {
      safeVariant: 'consul snapshot inspect',
      source: 'https://developer.hashicorp.com/consul/commands/snapshot/restore',
    }),
  ],
  credentials: [
    credentialsOf({ ...claim, source: 'https://developer.hashicorp.com/consul/commands' })({
      id: 'acl-token',
      title: 'Consul ACL token',
      env: ['CONSUL_HTTP_TOKEN'],
      headers: ['x-consul-token'],
      // Its policies stand in the cluster.
      scope: null,
      actions: null,
      plane: 'data',
      narrower: 'Use a token whose policy only reads the keys the task needs',
    }),
  ],
});
