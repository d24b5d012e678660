import { definePack, mcpServersOf, operationsOf } from '../../model/pack.ts';
import { toolingCollector } from '../../recognize/tooling.ts';
import { collector } from './collector.ts';
import { commands } from './commands.ts';
import { credentials } from './credentials.ts';

const checkedOn = '2026-11-21';
const machines = operationsOf({ source: 'https://fly.io/docs/machines/api/', checkedOn });
const graphql = operationsOf({
  source: 'https://github.com/superfly/flyctl/blob/master/gql/schema.graphql',
  checkedOn,
});
const server = mcpServersOf({
  source: 'https://github.com/superfly/flyctl/tree/master/internal/command/mcp/server',
  checkedOn,
});

/** Everything known about Fly.io. */
export const pack = definePack({
  id: 'fly',
  title: 'Fly.io',
  terraform: () => import('./terraform.ts'),
  resources: () => import('./resources.ts'),
  credentials,
  commands,
  api: {
    hosts: ['api.fly.io', 'api.machines.dev'],
    operations: [
      graphql('deleteApp', 'project', { argument: 'appId' }),
      graphql('deleteVolume', 'volume', { argument: 'input' }),
      graphql('deleteOrganization', 'account', { argument: 'input' }),
      machines('DELETE /v1/apps/{app}', 'project'),
      machines('DELETE /v1/apps/{app}/volumes/{volume}', 'volume'),
      machines('DELETE /v1/apps/{app}/machines/{machine}', 'service'),
    ],
  },
  mcp: [
    server({
      id: 'flyctl',
      title: 'Fly.io MCP server of flyctl',
      commands: ['fly mcp server', 'flyctl mcp server'],
      destructiveTools: [
        'fly-apps-destroy',
        'fly-volumes-destroy',
        'fly-machine-destroy',
        'fly-machine-exec',
        'fly-orgs-delete',
        'fly-secrets-unset',
      ],
      narrower:
        'Start it with a token of fly tokens create readonly, or of fly tokens create deploy for one app',
    }),
  ],
  variables: [
    {
      env: ['FLY_APP_NAME'],
      names: { what: 'project' },
      companions: [],
      source: 'https://fly.io/docs/machines/runtime-environment/',
      checkedOn,
    },
  ],
  hosts: [
    {
      suffix: '.flycast',
      environmentLocal: false,
      source: 'https://fly.io/docs/networking/flycast/',
      checkedOn,
    },
  ],
  stores: [
    {
      product: 'fly-volume',
      title: 'Fly.io volume',
      holds: 'volume',
      // Snapshots can still be restored within their retention by somebody who knows the id of the volume.
      backupsDieWithStore: false,
      spansEnvironments: false,
      hostsDatabases: true,
      source: 'https://fly.io/docs/volumes/snapshots/',
      checkedOn,
    },
  ],
  collectors: [collector, toolingCollector('fly', 'Fly.io', { files: [{ glob: '**/fly.toml' }] })],
});
