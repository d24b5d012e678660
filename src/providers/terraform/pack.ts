import type { ConsentSpec, CredentialSpec, McpSpec } from '../../model/knowledge.ts';
import {
  credentialsOf,
  definePack,
  mcpServersOf,
  mcpSwitch,
  operationsOf,
} from '../../model/pack.ts';
import { toolingCollector } from '../../recognize/tooling.ts';
import { ciActions } from './ci-actions.ts';
import { commands } from './commands.ts';

const checkedOn = '2026-11-21';
const docs = 'https://developer.hashicorp.com/terraform';

const credentials: readonly CredentialSpec[] = [
  credentialsOf({ source: `${docs}/cloud-docs/users-teams-organizations/api-tokens`, checkedOn })({
    id: 'hcp-token',
    title: 'HCP Terraform or Terraform Enterprise token',
    env: [
      'TFE_TOKEN',
      'TF_TOKEN_app_terraform_io',
      'TF_API_TOKEN',
      'TF_CLOUD_TOKEN',
      'TERRAFORM_CLOUD_TOKEN',
    ],
    headers: ['authorization'],
    // No literal starts it; user, team and organization tokens look alike.
    shape: /[A-Za-z0-9]{14}\.atlasv1\.[A-Za-z0-9_=-]{60,70}/,
    scope: null,
    actions: null,
    expires: 'optional',
    narrower: 'Use the token of a team that may only plan, and let runs sign in through OIDC',
  }),
];

const server = mcpServersOf({
  source: 'https://github.com/hashicorp/terraform-mcp-server',
  checkedOn,
});

const mcp: readonly McpSpec[] = [
  server({
    id: 'terraform',
    title: 'Terraform MCP server',
    packages: ['hashicorp/terraform-mcp-server'],
    commands: ['terraform-mcp-server stdio', 'terraform-mcp-server'],
    destructiveTools: [
      'create_run',
      'action_run',
      'delete_workspace_safely',
      'delete_project',
      'delete_team',
      'force_unlock_workspace',
    ],
    writesWith: [mcpSwitch('ENABLE_TF_OPERATIONS=true')],
    narrowedBy: [mcpSwitch('--toolsets=registry')],
    narrower: 'Leave ENABLE_TF_OPERATIONS unset, with a token of a team that may only read',
  }),
  server({
    id: 'awslabs',
    title: 'AWS Labs Terraform MCP server (retired)',
    packages: ['awslabs.terraform-mcp-server'],
    destructiveTools: ['ExecuteTerraformCommand', 'ExecuteTerragruntCommand'],
    narrower: 'Replace it by the server of HashiCorp, with its toolset registry',
    source: 'https://github.com/awslabs/mcp',
  }),
];

const operation = operationsOf({ source: `${docs}/cloud-docs/api-docs`, checkedOn });
const unmanaged = 'the real resources stay and are no longer managed';

const consents: readonly ConsentSpec[] = [
  ...(
    [
      ['TF_CLI_ARGS', 'terraform apply and destroy'],
      ['TF_CLI_ARGS_apply', 'terraform apply'],
      ['TF_CLI_ARGS_destroy', 'terraform destroy'],
    ] as const
  ).map(([env, silences]) => ({
    env,
    value: '-auto-approve',
    silences,
    source: `${docs}/cli/config/environment-variables`,
    checkedOn,
  })),
  ...['TG_NON_INTERACTIVE', 'TERRAGRUNT_NON_INTERACTIVE'].map((env) => ({
    env,
    value: null,
    silences: 'terragrunt apply and destroy over several units',
    source: 'https://terragrunt.gruntwork.io/docs/reference/cli',
    checkedOn,
  })),
];

/** Everything known about Terraform and the tools that drive it. */
export const pack = definePack({
  id: 'terraform',
  title: 'Terraform',
  credentials,
  commands,
  api: {
    hosts: ['app.terraform.io', 'app.eu.terraform.io'],
    operations: [
      operation('DELETE /api/v2/workspaces/{workspace}', 'files', { recovery: unmanaged }),
      operation('DELETE /api/v2/organizations/{organization}/workspaces/{name}', 'files', {
        recovery: unmanaged,
      }),
      operation('DELETE /api/v2/projects/{project}', 'files', {
        recovery: 'it is refused while the project holds workspaces',
      }),
      operation('DELETE /api/v2/organizations/{organization}', 'files', { recovery: unmanaged }),
    ],
  },
  mcp,
  consents,
  ciActions,
  resources: () => import('./resources.ts'),
  collectors: [
    toolingCollector('terraform', 'Terraform', {
      files: [
        { glob: '**/*.tf' },
        { glob: '**/*.tofu' },
        { glob: '**/terragrunt.hcl' },
        { glob: '**/root.hcl', hints: ['terraform', 'remote_state'] },
        { glob: '**/terragrunt.stack.hcl' },
        { glob: '**/cdktf.json' },
      ],
      npm: ['cdktf'],
      python: ['cdktf'],
    }),
  ],
});
