import type { McpSpec } from '../../model/knowledge.ts';
import { definePack, mcpServersOf, mcpSwitch } from '../../model/pack.ts';
import { toolingCollector } from '../../recognize/tooling.ts';
import { commands } from './commands.ts';
import { credentials } from './credentials.ts';
import { api } from './operations.ts';

const checkedOn = '2026-11-21';
const repository = 'https://github.com/googleapis/gcloud-mcp/tree/main/packages';
const server = mcpServersOf({ source: repository, checkedOn });

/** MCP servers of Google; they act with the login or key of the machine they run on. */
const mcp: readonly McpSpec[] = [
  server({
    // Its list of refused commands covers interactive ones only; a list of one's own is a file that text here cannot judge.
    id: 'gcloud',
    title: 'gcloud MCP server',
    packages: ['@google-cloud/gcloud-mcp'],
    destructiveTools: ['run_gcloud_command'],
    narrower: 'Give it an allowlist of read commands with -c, and a read-only service account',
    source: `${repository}/gcloud-mcp`,
  }),
  server({
    id: 'storage',
    title: 'Google Cloud Storage MCP server',
    packages: ['@google-cloud/storage-mcp'],
    destructiveTools: [
      'delete_bucket',
      'delete_object',
      'move_object',
      'write_object',
      'upload_object',
      'copy_object',
    ],
    writesWith: [mcpSwitch('--enable-destructive-tools')],
    narrower: 'Start it without --enable-destructive-tools',
    source: `${repository}/storage-mcp`,
  }),
  server({
    id: 'backupdr',
    title: 'Google Backup and DR MCP server',
    packages: ['@google-cloud/backupdr-mcp'],
    destructiveTools: [
      'delete_backup_vault',
      'delete_backup_plan',
      'delete_backup_plan_association',
      'delete_backup',
      'restore_backup',
      'csql_restore',
    ],
    writesWith: [mcpSwitch('--access-level=UPSERT|ALL')],
    narrower: 'Start it with --access-level READ_ONLY',
    source: `${repository}/backupdr-mcp`,
  }),
];

/** Everything known about Google Cloud. */
export const pack = definePack({
  id: 'google-cloud',
  title: 'Google Cloud',
  credentials,
  commands,
  api,
  mcp,
  consents: [
    {
      env: 'CLOUDSDK_CORE_DISABLE_PROMPTS',
      value: null,
      silences: 'every gcloud command',
      source: 'https://cloud.google.com/sdk/gcloud/reference/config/set',
      checkedOn,
    },
  ],
  terraform: () => import('./terraform.ts'),
  resources: () => import('./resources.ts'),
  constructs: () => import('./constructs.ts'),
  collectors: [
    toolingCollector('google-cloud', 'Google Cloud', {
      files: [
        { glob: '**/.gcloudignore' },
        { glob: '**/cloudbuild.yaml' },
        { glob: '**/cloudbuild.yml' },
        { glob: '**/*.tf', hints: ['provider "google"', 'hashicorp/google'] },
      ],
      npm: ['@google-cloud/storage', '@google-cloud/firestore', '@google-cloud/bigquery'],
      python: ['google-cloud-storage', 'google-cloud-bigquery', 'google-cloud-firestore'],
      others: [
        'cloud.google.com/go/storage',
        'cloud.google.com/go/bigquery',
        'cloud.google.com/go/spanner',
        'google-cloud-storage',
        'Google.Cloud.Storage.V1',
      ],
    }),
  ],
});
