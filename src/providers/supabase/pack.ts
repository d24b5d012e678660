import type { ApiSpec, HostSpec, VariableSpec } from '../../model/knowledge.ts';
import { definePack, operationsOf } from '../../model/pack.ts';
import { toolingCollector } from '../../recognize/tooling.ts';
import { collector } from './collector.ts';
import { commands } from './commands.ts';
import { credentials } from './credentials.ts';
import { mcp } from './mcp.ts';

const checkedOn = '2026-11-21';
const databases = {
  source: 'https://supabase.com/docs/guides/database/connecting-to-postgres',
  checkedOn,
};
const operation = operationsOf({ source: 'https://supabase.com/docs/reference/api', checkedOn });

const api: ApiSpec = {
  hosts: ['api.supabase.com'],
  operations: [
    operation('DELETE /v1/projects/{ref}', 'project', { argument: 'ref' }),
    operation('POST /v1/projects/{ref}/database/backups/restore', 'database', { argument: 'ref' }),
    operation('POST /v1/projects/{ref}/database/backups/restore-pitr', 'database', {
      argument: 'ref',
    }),
    operation('DELETE /v1/projects/{ref}/branches', 'environment', { argument: 'ref' }),
    operation('DELETE /v1/branches/{branch_id}', 'environment', { argument: 'branch_id' }),
    operation('POST /v1/branches/{branch_id}/reset', 'environment', { argument: 'branch_id' }),
  ],
};

/** A project ref. */
const ref = /[a-z]{20}/;

const hosts: readonly HostSpec[] = [
  {
    suffix: '.supabase.co',
    environmentLocal: false,
    store: { product: 'supabase-project', namedBy: 'last-label', shape: ref },
    ...databases,
  },
  {
    suffix: '.pooler.supabase.com',
    environmentLocal: false,
    tenantInUser: true,
    store: { product: 'supabase-project', namedBy: 'user', shape: ref },
    ...databases,
  },
];

const variables: readonly VariableSpec[] = [
  {
    env: ['SUPABASE_PROJECT_REF', 'SUPABASE_PROJECT_ID'],
    // A project is one database with its storage and users: who shares the ref shares all of it.
    names: { what: 'store', product: 'supabase-project' },
    companions: [],
    source: 'https://supabase.com/docs/guides/deployment/managing-environments',
    checkedOn,
  },
];

/** Everything known about Supabase: credentials, commands, API, MCP servers, identifiers and hosts. */
export const pack = definePack({
  id: 'supabase',
  title: 'Supabase',
  terraform: () => import('./terraform.ts'),
  resources: () => import('./resources.ts'),
  credentials,
  commands,
  api,
  mcp,
  variables,
  hosts,
  stores: [
    {
      product: 'supabase-project',
      title: 'Supabase project',
      holds: 'database',
      backupsDieWithStore: true,
      spansEnvironments: false,
      hostsDatabases: false,
      outlives: ['environment', 'service'],
      source: 'https://supabase.com/docs/guides/platform/backups',
      checkedOn,
    },
  ],
  consents: [
    {
      env: 'SUPABASE_YES',
      value: null,
      silences: 'every question of the Supabase CLI, such as those of db reset and projects delete',
      source: 'https://github.com/supabase/cli/blob/main/apps/cli-go/internal/utils/console.go',
      checkedOn,
    },
  ],
  collectors: [
    collector,
    toolingCollector('supabase', 'Supabase', {
      files: [{ glob: '**/supabase/config.toml' }],
      npm: ['supabase', '@supabase/supabase-js', '@supabase/ssr'],
      python: ['supabase'],
      others: ['supabase-community/supabase-go'],
    }),
  ],
  clientStorages: [
    {
      packages: ['@supabase/supabase-js', '@supabase/ssr'],
      factories: ['createClient', 'createServerClient'],
      storage: 'storage',
      method: 'upload',
      because: 'Supabase deletes the buckets of a project together with its database',
      source: 'https://github.com/orgs/supabase/discussions/47990',
      checkedOn,
    },
  ],
});
