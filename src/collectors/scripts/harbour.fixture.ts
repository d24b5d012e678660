import type { ProviderFacts } from '../../model/knowledge.ts';

const sourced = { source: 'https://docs.harbour.test/api', checkedOn: '2026-11-21' };

/** An invented platform for the tests: a collector must not know any real one. */
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
  commands: [],
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

/** A module's own function that sends any document to the platform. */
export const sender = `
const token = process.env.HARBOUR_API_TOKEN;
async function send(query: string, variables = {}) {
  const res = await fetch("https://api.harbour.test/graphql", {
    method: "POST",
    headers: { authorization: \`Bearer \${token}\` },
    body: JSON.stringify({ query, variables }),
  });
  if (!res.ok) throw new Error("failed");
  return res.json();
}
`;

/** A call of it that destroys. */
export const call =
  'send(`mutation ($volumeId: String!) { volumeDelete(volumeId: $volumeId) }`, { volumeId })';
