import { commandsOf, definePack, mcpServersOf, mcpSwitch, operationsOf } from '../../model/pack.ts';
import { credentials } from './credentials.ts';

const claim = { source: 'https://docs.gitlab.com/cli/project/delete/', checkedOn: '2026-11-21' };

const command = commandsOf('glab', claim);
const operation = operationsOf({ ...claim, source: 'https://docs.gitlab.com/api/projects/' });
const server = mcpServersOf({ ...claim, source: 'https://github.com/zereight/gitlab-mcp' });

/** GitLab: deletions by its command line and API, tokens by their prefix, and the MCP server that can delete. What a token may do is not in its text. */
export const pack = definePack({
  id: 'gitlab',
  title: 'GitLab',
  commands: [
    command('repo|project delete', 'project', {
      asks: 'needs-flag',
      skipsPrompt: ['--yes|-y'],
      safeVariant: 'glab repo view',
    }),
    command('release delete', 'files', {
      asks: 'unless-flag',
      skipsPrompt: ['--yes|-y'],
      safeVariant: 'glab release view',
      source: 'https://docs.gitlab.com/cli/release/delete/',
    }),
  ],
  api: {
    hosts: ['gitlab.com'],
    operations: [
      operation('DELETE /api/v4/projects/{id}', 'project', { argument: 'id' }),
      operation('DELETE /api/v4/groups/{id}', 'project', {
        argument: 'id',
        source: 'https://docs.gitlab.com/api/groups/',
      }),
      operation('DELETE /api/v4/projects/{id}/terraform/state/{name}', 'files', {
        argument: 'name',
        source: 'https://docs.gitlab.com/user/infrastructure/iac/terraform_state/',
      }),
      operation('DELETE /api/v4/projects/{id}/repository/branches/{branch}', 'files', {
        argument: 'branch',
        source: 'https://docs.gitlab.com/api/branches/',
      }),
      operation('DELETE /api/v4/projects/{id}/registry/repositories/{repository_id}', 'files', {
        argument: 'repository_id',
        source: 'https://docs.gitlab.com/api/container_registry/',
      }),
      operation('DELETE /api/v4/projects/{id}/packages/{package_id}', 'files', {
        argument: 'package_id',
        source: 'https://docs.gitlab.com/api/packages/',
      }),
    ],
  },
  credentials,
  mcp: [
    server({
      id: 'community',
      title: 'GitLab MCP server of zereight',
      packages: ['@zereight/mcp-gitlab', 'iwakitakuma/gitlab-mcp'],
      destructiveTools: [
        'delete_branch',
        'delete_tag',
        'delete_release',
        'delete_project_variable',
        'delete_group_variable',
        'execute_graphql',
        'push_files',
        'merge_merge_request',
      ],
      readOnly: [
        mcpSwitch('GITLAB_PERMISSION_MODE=readonly'),
        mcpSwitch('--permission-mode=readonly'),
        mcpSwitch('GITLAB_READ_ONLY_MODE=true'),
      ],
      narrower: 'Set GITLAB_PERMISSION_MODE to readonly and hand it a project access token',
    }),
  ],
});
