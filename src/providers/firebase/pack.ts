import type { ApiSpec, McpSpec, StoreSpec } from '../../model/knowledge.ts';
import { definePack, mcpServersOf, mcpSwitch, operationsOf } from '../../model/pack.ts';
import { toolingCollector } from '../../recognize/tooling.ts';
import { collector } from './collector.ts';
import { commands } from './commands.ts';
import { credentials } from './credentials.ts';

const checkedOn = '2026-11-21';

const server = mcpServersOf({
  source: 'https://firebase.google.com/docs/ai-assistance/mcp-server',
  checkedOn,
});
const mcp: readonly McpSpec[] = [
  server({
    id: 'cli',
    title: 'Firebase MCP server',
    commands: [
      'firebase mcp',
      'firebase-tools mcp',
      'firebase experimental:mcp',
      'firebase-tools experimental:mcp',
    ],
    destructiveTools: [
      'firestore_delete_document',
      'realtimedatabase_set_data',
      'dataconnect_execute',
    ],
    narrowedBy: [mcpSwitch('--tools')],
    narrower:
      'Name only reading tools in "--tools", and log the CLI in with an account that has no production role',
  }),
];

const operation = operationsOf({
  source: 'https://firebase.google.com/docs/firestore/reference/rest',
  checkedOn,
});
const api: ApiSpec = {
  hosts: ['firestore.googleapis.com', 'firebase.googleapis.com'],
  operations: [
    operation('DELETE /v1/projects/{project}/databases/{database}', 'database', {
      argument: 'database',
    }),
    operation('DELETE /v1/projects/{project}/locations/{location}/backups/{backup}', 'backup', {
      argument: 'backup',
    }),
  ],
};

const store = (named: Pick<StoreSpec, 'product' | 'title'>): StoreSpec => ({
  ...named,
  holds: 'database',
  // Backups of Firestore stay when a database is deleted, until they expire; only the project takes them along.
  backupsDieWithStore: false,
  spansEnvironments: false,
  hostsDatabases: false,
  outlives: ['environment', 'service'],
  source: 'https://docs.cloud.google.com/firestore/docs/backups',
  checkedOn,
});

/** Everything known about Firebase: credentials, commands, API, MCP server and hosts. */
export const pack = definePack({
  id: 'firebase',
  title: 'Firebase',
  credentials,
  commands,
  api,
  mcp,
  variables: [
    {
      env: ['FIREBASE_PROJECT_ID', 'FIREBASE_PROJECT'],
      // Database, storage and users of the project are one for everybody who names it.
      names: { what: 'store', product: 'firebase-project' },
      companions: [],
      source: 'https://firebase.google.com/docs/projects/learn-more',
      checkedOn,
    },
  ],
  hosts: ['.firebaseio.com', '.firebasedatabase.app'].map((suffix) => ({
    suffix,
    environmentLocal: false,
    store: {
      product: 'firebase-database',
      namedBy: 'first-label' as const,
      shape: /[a-z0-9-]{3,63}/,
    },
    source: 'https://firebase.google.com/docs/database/rest/start',
    checkedOn,
  })),
  stores: [
    store({ product: 'firebase-project', title: 'Firebase project' }),
    store({ product: 'firebase-database', title: 'Firebase Realtime Database' }),
  ],
  collectors: [
    collector,
    toolingCollector('firebase', 'Firebase', {
      files: [{ glob: '**/firebase.json' }, { glob: '**/.firebaserc' }],
      npm: ['firebase', 'firebase-tools', 'firebase-admin', 'firebase-functions'],
      python: ['firebase-admin', 'firebase-functions'],
      others: ['firebase.google.com/go/v4', 'FirebaseAdmin', 'firebase-admin'],
    }),
  ],
});
