import { definePack, mcpServersOf, operationsOf } from '../../model/pack.ts';
import { toolingCollector } from '../../recognize/tooling.ts';
import { collector } from './collector.ts';
import { commands } from './commands.ts';
import { credentials } from './credentials.ts';

const checkedOn = '2026-11-21';
const operation = operationsOf({
  source: 'https://docs.digitalocean.com/reference/api/',
  checkedOn,
});
const server = mcpServersOf({
  source: 'https://github.com/digitalocean-labs/mcp-digitalocean',
  checkedOn,
});

/** Everything known about DigitalOcean. */
export const pack = definePack({
  id: 'digitalocean',
  title: 'DigitalOcean',
  terraform: () => import('./terraform.ts'),
  resources: () => import('./resources.ts'),
  credentials,
  commands,
  api: {
    hosts: ['api.digitalocean.com'],
    operations: [
      operation('DELETE /v2/databases/{cluster}', 'database'),
      operation('DELETE /v2/databases/{cluster}/dbs/{database}', 'database'),
      operation('DELETE /v2/volumes/{volume}', 'volume'),
      operation('DELETE /v2/droplets/{droplet}', 'service'),
      operation(
        'DELETE /v2/droplets/{droplet}/destroy_with_associated_resources/dangerous',
        'volume',
      ),
      operation('DELETE /v2/snapshots/{snapshot}', 'backup'),
      operation('DELETE /v2/images/{image}', 'backup'),
      operation('DELETE /v2/apps/{app}', 'project'),
      operation('DELETE /v2/kubernetes/clusters/{cluster}', 'environment'),
      operation(
        'DELETE /v2/kubernetes/clusters/{cluster}/destroy_with_associated_resources/dangerous',
        'volume',
      ),
      operation('DELETE /v2/projects/{project}', 'project'),
    ],
  },
  mcp: [
    server({
      id: 'npm',
      title: 'DigitalOcean MCP server',
      packages: ['@digitalocean/mcp'],
      destructiveTools: [
        'delete_app',
        'digitalocean-droplet-delete',
        'digitalocean-droplet-rebuild',
      ],
      narrower:
        'Limit it with --services, and hand it a token with custom scopes and without any of the delete scopes',
    }),
  ],
  hosts: [
    {
      suffix: '.db.ondigitalocean.com',
      environmentLocal: false,
      source: 'https://docs.digitalocean.com/products/databases/postgresql/how-to/connect/',
      checkedOn,
    },
    {
      suffix: '.digitaloceanspaces.com',
      environmentLocal: false,
      source: 'https://docs.digitalocean.com/products/spaces/reference/s3-compatibility/',
      checkedOn,
    },
  ],
  stores: [
    {
      product: 'digitalocean-database',
      title: 'DigitalOcean database cluster',
      holds: 'database',
      backupsDieWithStore: true,
      spansEnvironments: false,
      hostsDatabases: false,
      outlives: ['service', 'project', 'environment'],
      source: 'https://docs.digitalocean.com/products/databases/postgresql/how-to/destroy/',
      checkedOn,
    },
  ],
  collectors: [
    collector,
    toolingCollector('digitalocean', 'DigitalOcean', {
      files: [
        { glob: '**/.do/app.yaml' },
        { glob: '**/.do/deploy.template.yaml' },
        { glob: '**/*.tf', hints: ['digitalocean/digitalocean', 'provider "digitalocean"'] },
      ],
      npm: ['dots-wrapper'],
      python: ['pydo', 'python-digitalocean'],
      others: ['github.com/digitalocean/godo', 'droplet_kit'],
    }),
  ],
});
