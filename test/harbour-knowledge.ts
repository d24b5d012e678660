import { createKnowledge } from '../src/engine/knowledge.ts';
import type { ProviderFacts } from '../src/model/knowledge.ts';

const sourced = { source: 'https://docs.harbour.test', checkedOn: '2026-11-21' };

/** An invented platform: a collector must not know any real one. */
export const harbour: ProviderFacts = {
  id: 'harbour',
  title: 'Harbour',
  credentials: [
    {
      ...sourced,
      id: 'account-token',
      title: 'Harbour account token',
      env: ['HARBOUR_API_TOKEN'],
      headers: ['authorization'],
      prefixes: [],
      shape: null,
      scope: 'account',
      actions: ['admin'],
      plane: 'control',
      expires: 'never',
      narrower: 'Use a project token.',
      isPublic: false,
    },
  ],
  commands: [
    {
      ...sourced,
      argv: ['harbour', 'volume', 'delete|rm'],
      onlyWith: [],
      harmlessWith: ['--dry-run'],
      destroys: 'volume',
      asks: 'unless-flag',
      skipsPrompt: ['--yes|-y'],
      targets: [],
      safeVariant: 'harbour volume delete --dry-run',
      recovery: 'kept for two days',
    },
  ],
  api: {
    hosts: ['api.harbour.test'],
    operations: [
      {
        ...sourced,
        name: 'volumeDelete',
        transport: 'graphql',
        destroys: 'volume',
        argument: 'volumeId',
        recovery: null,
      },
      {
        ...sourced,
        name: 'DELETE /v1/volumes/{id}',
        transport: 'http',
        destroys: 'volume',
        argument: 'id',
        recovery: 'kept for two days',
      },
    ],
  },
  mcp: [],
  variables: [
    {
      ...sourced,
      env: ['HARBOUR_VOLUME_ID'],
      names: { what: 'store', product: 'harbour-volume' },
      companions: ['HARBOUR_MOUNT_PATH'],
    },
  ],
  hosts: [],
  consents: [],
  ciActions: [
    {
      ...sourced,
      names: ['harbour/cli', 'HarbourTask'],
      runs: 'harbour volume {act} {--stage stage} data --yes',
      folder: 'folder',
      harmlessWith: { input: 'dry', value: 'true' },
    },
  ],
  stores: [
    {
      ...sourced,
      product: 'harbour-volume',
      title: 'Harbour volume',
      holds: 'volume',
      backupsDieWithStore: true,
      spansEnvironments: false,
      hostsDatabases: true,
    },
  ],
};

/** Knows Harbour and nothing else. */
export const harbourKnowledge = createKnowledge([harbour], new Uint8Array(32));
