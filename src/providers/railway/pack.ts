import type { HostSpec, StoreSpec, VariableSpec } from '../../model/knowledge.ts';
import { definePack } from '../../model/pack.ts';
import { toolingCollector } from '../../recognize/tooling.ts';
import {
  collector,
  projectCollector,
  projectTextCollector,
  terraformCollector,
} from './collector.ts';
import { commands } from './commands.ts';
import { credentials } from './credentials.ts';
import { mcp } from './mcp.ts';
import { operations } from './operations.ts';

const checkedOn = '2026-11-21';

const variables: readonly VariableSpec[] = [
  {
    env: ['RAILWAY_VOLUME_ID'],
    names: { what: 'store', product: 'railway-volume' },
    companions: ['RAILWAY_VOLUME_MOUNT_PATH', 'RAILWAY_VOLUME_NAME'],
    source: 'https://docs.railway.com/reference/variables',
    checkedOn,
  },
  {
    env: ['RAILWAY_PROJECT_ID'],
    names: { what: 'project' },
    companions: ['RAILWAY_PROJECT_NAME'],
    source: 'https://docs.railway.com/reference/variables',
    checkedOn,
  },
  {
    env: ['RAILWAY_ENVIRONMENT_ID'],
    names: { what: 'environment' },
    companions: ['RAILWAY_ENVIRONMENT_NAME', 'RAILWAY_ENVIRONMENT'],
    source: 'https://docs.railway.com/reference/variables',
    checkedOn,
  },
];

const hosts: readonly HostSpec[] = [
  {
    suffix: '.railway.internal',
    environmentLocal: true,
    source: 'https://docs.railway.com/private-networking.md',
    checkedOn,
  },
  {
    suffix: '.proxy.rlwy.net',
    environmentLocal: false,
    copiesAreOptIn: true,
    source: 'https://docs.railway.com/reference/backups',
    checkedOn,
  },
];

const stores: readonly StoreSpec[] = [
  {
    product: 'railway-volume',
    title: 'Railway volume',
    holds: 'volume',
    backupsDieWithStore: true,
    // `volumeDelete` takes no environment: a volume belongs to the project and has one instance per environment.
    spansEnvironments: true,
    hostsDatabases: true,
    source: 'https://docs.railway.com/reference/backups',
    checkedOn,
  },
  {
    product: 'railway-bucket',
    title: 'Railway bucket',
    holds: 'bucket',
    // There are neither versions nor object lock nor backups that could outlive it.
    backupsDieWithStore: true,
    spansEnvironments: false,
    hostsDatabases: false,
    source: 'https://docs.railway.com/storage-buckets',
    checkedOn,
  },
];

/** Everything known about Railway: credentials, commands, API, MCP servers, identifiers, hosts and stores. */
export const pack = definePack({
  id: 'railway',
  title: 'Railway',
  terraform: () => import('./terraform.ts'),
  resources: () => import('./resources.ts'),
  credentials,
  commands,
  api: { hosts: ['backboard.railway.com', 'backboard.railway.app'], operations },
  mcp,
  variables,
  hosts,
  stores,
  collectors: [
    collector,
    projectCollector,
    projectTextCollector,
    terraformCollector,
    toolingCollector('railway', 'Railway', {
      files: [
        { glob: '**/railway.json' },
        { glob: '**/railway.toml' },
        { glob: '**/.railway/railway.ts' },
      ],
      npm: ['@railway/cli'],
    }),
  ],
});
