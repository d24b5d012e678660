import type { CommandSpec } from '../../model/knowledge.ts';
import { commandsOf } from '../../model/pack.ts';

const command = commandsOf(
  'doctl',
  { source: 'https://docs.digitalocean.com/reference/doctl/reference/', checkedOn: '2026-11-21' },
  { asks: 'needs-flag', skipsPrompt: ['--force|-f'] },
  {
    // What is declared by its address alone goes by the name of its engine.
    databases: ['digitalocean-database', 'postgres', 'mysql', 'mongodb', 'redis', 'kafka'],
    'vector-databases': [],
    // A droplet holds none of what is declared beside it.
    compute: ['digitalocean-volume'],
    kubernetes: ['digitalocean-volume'],
  },
);
const clusterLoss =
  'according to vendor documentation in 2026, its backups are destroyed with the cluster';

/** Destructive commands of doctl; without a terminal it refuses unless `--force` is given. */
export const commands: readonly CommandSpec[] = [
  command('databases|database|dbs|db|d delete|rm', 'database', {
    safeVariant: 'doctl databases list',
    recovery: clusterLoss,
  }),
  command('databases|database|dbs|db|d db delete|rm', 'database', {
    safeVariant: 'doctl databases db list',
  }),
  command('databases|database|dbs|db|d topics|indexes delete|rm', 'database'),
  command('databases|database|dbs|db|d replica|rep|r delete|rm', 'service', {
    safeVariant: 'doctl databases replica list',
  }),
  command('vector-databases|vdb|vdbs delete', 'database', {
    safeVariant: 'doctl vector-databases list',
  }),
  command('apps|app|a delete|d|rm', 'project', { safeVariant: 'doctl apps list' }),
  command('compute volume delete|d|rm', 'volume', { safeVariant: 'doctl compute volume list' }),
  command('compute droplet|d delete|d|del|rm', 'service', {
    safeVariant: 'doctl compute droplet list',
  }),
  command('compute snapshot|s delete|d|rm', 'backup', {
    safeVariant: 'doctl compute snapshot list',
  }),
  command('compute image delete|rm', 'backup', { safeVariant: 'doctl compute image list-user' }),
  command('kubernetes|kube|k8s|k cluster|clusters|c delete|d|rm', 'environment', {
    products: [],
    safeVariant: 'doctl kubernetes cluster list-associated-resources',
    recovery: 'volumes and snapshots stay unless --dangerous is given',
  }),
  command('kubernetes|kube|k8s|k cluster|clusters|c delete|d|rm', 'volume', {
    onlyWith: ['--dangerous'],
    safeVariant: 'doctl kubernetes cluster list-associated-resources',
  }),
  command('kubernetes|kube|k8s|k cluster|clusters|c delete-selective|ds', 'volume', {
    safeVariant: 'doctl kubernetes cluster list-associated-resources',
  }),
  // A project must be empty before it goes.
  command('projects delete|d|rm', 'project', { safeVariant: 'doctl projects resources list' }),
  command('registry|reg|r delete|d|del|rm', 'files', { safeVariant: 'doctl registry get' }),
  command('registries|regs|rs delete|d|del|rm', 'files', {
    safeVariant: 'doctl registries list',
  }),
];
