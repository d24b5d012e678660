import type { CommandSpec, CredentialSpec } from '../../model/knowledge.ts';
import { commandsOf, credentialsOf, definePack, operationsOf } from '../../model/pack.ts';
import { toolingCollector } from '../../recognize/tooling.ts';
import { refineDatabaseToken } from './refine.ts';

const checkedOn = '2026-11-21';
const recoverable =
  'according to vendor documentation in 2026, restorable for up to 5 days on paid plans';

const command = commandsOf('turso', {
  source: 'https://github.com/tursodatabase/turso-cli/tree/main/internal/cmd',
  checkedOn,
});
/** Asks on standard input and stops where nothing can be read from it. */
const asking = { asks: 'needs-flag', skipsPrompt: ['--yes|-y'] } as const;
const commands: readonly CommandSpec[] = [
  command('db destroy', 'database', {
    ...asking,
    safeVariant: 'turso db list',
    recovery: recoverable,
  }),
  command('group destroy', 'database', {
    ...asking,
    safeVariant: 'turso group list',
    recovery: recoverable,
  }),
  command('org destroy', 'account', { safeVariant: 'turso org list' }),
];

const token = credentialsOf({
  source: 'https://docs.turso.tech/sdk/authentication',
  checkedOn,
});
const platform = credentialsOf({
  source: 'https://docs.turso.tech/api-reference/authentication',
  checkedOn,
});
/** Header `{"alg":"EdDSA","typ":"JWT"}`, then a payload that begins with the access claim. */
const header = 'eyJhbGciOiJFZERTQSIsInR5cCI6IkpXVCJ9.';
const readOnly =
  'Create the token with "turso db tokens create --read-only --expiration 7d", for one database';
const credentials: readonly CredentialSpec[] = [
  token({
    id: 'database-token',
    title: 'Turso database token',
    env: ['TURSO_AUTH_TOKEN', 'LIBSQL_AUTH_TOKEN', 'TURSO_DATABASE_AUTH_TOKEN', 'TURSO_DB_TOKEN'],
    prefixes: [`${header}eyJhIjoicnci`],
    // The access claim comes first as Turso writes it; a variable may hold one that was written elsewhere.
    shape:
      /(?:eyJhbGciOiJFZERTQSIsInR5cCI6IkpXVCJ9\.eyJhIjoicnci|eyJ[A-Za-z0-9_-]{10,200}\.eyJ)[A-Za-z0-9_-]{10,800}\.[A-Za-z0-9_-]{40,200}/,
    refine: refineDatabaseToken,
    // One database, or every database of a group; the claim names it by id only.
    scope: 'resource',
    actions: ['read', 'write', 'delete'],
    plane: 'data',
    expires: 'optional',
    narrower: readOnly,
  }),
  token({
    id: 'read-only-database-token',
    title: 'Turso read-only database token',
    prefixes: [`${header}eyJhIjoicm8i`],
    shape:
      /eyJhbGciOiJFZERTQSIsInR5cCI6IkpXVCJ9\.eyJhIjoicm8i[A-Za-z0-9_-]{4,800}\.[A-Za-z0-9_-]{40,200}/,
    refine: refineDatabaseToken,
    scope: 'resource',
    actions: ['read'],
    plane: 'data',
    expires: 'optional',
    narrower: readOnly,
  }),
  platform({
    id: 'platform-token',
    title: 'Turso platform API token',
    env: ['TURSO_API_TOKEN', 'TURSO_PLATFORM_TOKEN'],
    headers: ['authorization'],
    // Unrestricted, one organisation or one group: the text does not say.
    scope: null,
    actions: null,
    expires: 'optional',
    narrower: 'Create a token for one group with only the scopes the job needs, without db:delete',
  }),
];

const operation = operationsOf({ source: 'https://docs.turso.tech/api-reference', checkedOn });
const organization = '/v1/organizations/{organization}';

/** Everything known about Turso: credentials, commands, API and hosts. */
export const pack = definePack({
  id: 'turso',
  title: 'Turso',
  credentials,
  commands,
  api: {
    hosts: ['api.turso.tech'],
    operations: [
      operation(`DELETE ${organization}/databases/{database}`, 'database', {
        argument: 'database',
        recovery: recoverable,
      }),
      operation(`DELETE ${organization}/groups/{group}`, 'database', {
        argument: 'group',
        recovery: recoverable,
      }),
    ],
  },
  hosts: [
    {
      suffix: '.turso.io',
      environmentLocal: false,
      store: { product: 'turso-database', namedBy: 'first-label', shape: /[a-z0-9-]{3,120}/ },
      source: 'https://docs.turso.tech/sdk/authentication',
      checkedOn,
    },
  ],
  stores: [
    {
      product: 'turso-database',
      title: 'Turso database',
      holds: 'database',
      backupsDieWithStore: true,
      spansEnvironments: false,
      hostsDatabases: false,
      outlives: ['service'],
      source: 'https://docs.turso.tech/features/point-in-time-recovery',
      checkedOn,
    },
  ],
  collectors: [
    toolingCollector('turso', 'Turso', {
      npm: ['@libsql/client', '@tursodatabase/serverless', '@tursodatabase/api'],
      python: ['libsql-client', 'libsql-experimental'],
      others: ['tursodatabase/libsql-client-go', 'tursodatabase/go-libsql'],
    }),
  ],
});
