import type { CommandSpec, CredentialSpec, McpSpec } from '../../model/knowledge.ts';
import {
  commandsOf,
  credentialsOf,
  definePack,
  mcpServersOf,
  operationsOf,
} from '../../model/pack.ts';
import { toolingCollector } from '../../recognize/tooling.ts';

const checkedOn = '2026-11-21';
const docs = 'https://www.pulumi.com/docs';
const cli = `${docs}/iac/cli/commands`;
/** Without a terminal Pulumi refuses unless it is told to go ahead, or to skip the preview that it would ask about. */
const pulumi = commandsOf(
  'pulumi',
  { source: cli, checkedOn },
  {
    asks: 'needs-flag',
    skipsPrompt: ['--yes|-y|--skip-preview|-f'],
    targets: ['PULUMI_STACK', 'PULUMI_BACKEND_URL'],
  },
);
const yes = { skipsPrompt: ['--yes|-y'] } as const;
const protect = 'resources with protect or retainOnDelete stay';
const unmanaged = 'the real resources stay and are no longer managed';

const commands: readonly CommandSpec[] = [
  pulumi('destroy|down|dn', 'environment', {
    harmlessWith: ['--preview-only'],
    source: `${cli}/pulumi_destroy/`,
    safeVariant: 'pulumi destroy --preview-only',
    recovery: protect,
  }),
  pulumi('up|update', 'anything', {
    harmlessWith: ['--preview-only'],
    source: `${cli}/pulumi_up/`,
    safeVariant: 'pulumi preview',
    recovery: protect,
  }),
  pulumi('stack rm', 'files', {
    ...yes,
    onlyWith: ['--force|-f'],
    source: `${cli}/pulumi_stack_rm/`,
    safeVariant: 'pulumi stack --show-urns',
    recovery: unmanaged,
  }),
  pulumi('state delete', 'files', {
    ...yes,
    source: `${cli}/pulumi_state_delete/`,
    safeVariant: 'pulumi stack --show-urns',
    recovery: unmanaged,
  }),
  pulumi('env rm', 'files', {
    ...yes,
    source: `${cli}/pulumi_env_rm/`,
    safeVariant: 'pulumi env ls',
  }),
];

const credential = credentialsOf({
  source: `${docs}/pulumi-cloud/access-management/access-tokens/`,
  checkedOn,
});

const credentials: readonly CredentialSpec[] = [
  credential({
    id: 'access-token',
    title: 'Pulumi Cloud access token',
    env: ['PULUMI_ACCESS_TOKEN'],
    headers: ['authorization'],
    prefixes: ['pul-'],
    shape: /pul-[0-9a-f]{40}/,
    // Personal, team and organization tokens look alike.
    scope: null,
    actions: null,
    expires: 'optional',
    narrower: 'Use a team token, or exchange an OIDC token in CI',
  }),
  credential({
    id: 'config-passphrase',
    title: 'Pulumi passphrase that decrypts the secrets of a stack',
    env: ['PULUMI_CONFIG_PASSPHRASE'],
    scope: null,
    actions: null,
    plane: 'meta',
    expires: 'never',
    narrower: 'Encrypt stack secrets with a cloud key, which asks who is reading',
    source: `${docs}/iac/concepts/secrets/`,
  }),
];

const server = mcpServersOf({ source: 'https://github.com/pulumi/mcp-server', checkedOn });

const mcp: readonly McpSpec[] = [
  server({
    id: 'local',
    title: 'Pulumi MCP server',
    packages: ['@pulumi/mcp-server', 'mcp/pulumi'],
    destructiveTools: ['pulumi-cli-up', 'neo-task-launcher'],
    narrower: 'Deny pulumi-cli-up and neo-task-launcher, with a token of a team that may only read',
  }),
  server({
    id: 'remote',
    title: 'Pulumi remote MCP server',
    hosts: ['mcp.ai.pulumi.com'],
    destructiveTools: ['neo-task-launcher'],
    narrower: 'Deny neo-task-launcher, and sign in as a member who may only read',
  }),
];

/** Everything known about Pulumi. Deployments that destroy say so in the body of a POST, so no path of theirs is listed. */
export const pack = definePack({
  id: 'pulumi',
  title: 'Pulumi',
  credentials,
  commands,
  api: {
    hosts: ['api.pulumi.com'],
    operations: [
      operationsOf({ source: `${docs}/reference/cloud-rest-api/`, checkedOn })(
        'DELETE /api/stacks/{organization}/{project}/{stack}',
        'files',
        { recovery: unmanaged },
      ),
    ],
  },
  mcp,
  ciActions: [
    {
      // It goes ahead without a question; previews say so in `command`.
      names: ['pulumi/actions'],
      runs: 'pulumi {command} --yes {--stack stack-name}',
      folder: 'work-dir',
      source: 'https://github.com/pulumi/actions',
      checkedOn,
    },
  ],
  consents: [
    {
      env: 'PULUMI_SKIP_CONFIRMATIONS',
      value: null,
      silences: 'pulumi up and destroy',
      source: `${docs}/iac/cli/environment-variables/`,
      checkedOn,
    },
  ],
  collectors: [
    toolingCollector('pulumi', 'Pulumi', {
      files: [{ glob: '**/Pulumi.yaml' }, { glob: '**/Pulumi.yml' }],
      npm: ['@pulumi/pulumi'],
      python: ['pulumi'],
      others: ['github.com/pulumi/pulumi/sdk/v3', 'com.pulumi', 'Pulumi'],
    }),
  ],
});
