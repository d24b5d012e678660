import { commandsOf, definePack, mcpServersOf, mcpSwitch, operationsOf } from '../../model/pack.ts';
import { credentials } from './credentials.ts';

const claim = { source: 'https://cli.github.com/manual/gh_repo_delete', checkedOn: '2026-11-21' };

const command = commandsOf('gh', claim);
const operation = operationsOf({ ...claim, source: 'https://docs.github.com/en/rest/repos/repos' });
const server = mcpServersOf({ ...claim, source: 'https://github.com/github/github-mcp-server' });

/** GitHub: deletions by its command line and API, tokens by their prefix, and MCP servers. What a token may do is not in its text. */
export const pack = definePack({
  id: 'github',
  title: 'GitHub',
  commands: [
    command('repo delete', 'project', {
      asks: 'needs-flag',
      skipsPrompt: ['--yes|--confirm'],
      safeVariant: 'gh repo view',
    }),
    command('release delete|rm', 'files', {
      // Without a terminal it does not ask.
      asks: 'assumes-yes',
      skipsPrompt: ['--yes|-y'],
      safeVariant: 'gh release view',
      source: 'https://cli.github.com/manual/gh_release_delete',
    }),
    command('codespace|cs delete|rm', 'files', {
      onlyWith: ['--all'],
      asks: 'unless-flag',
      skipsPrompt: ['--force|-f'],
      safeVariant: 'gh codespace list',
      source: 'https://cli.github.com/manual/gh_codespace_delete',
    }),
  ],
  api: {
    hosts: ['api.github.com'],
    operations: [
      operation('DELETE /repos/{owner}/{repo}', 'project', { argument: 'repo' }),
      operation('DELETE /orgs/{org}', 'account', {
        argument: 'org',
        source: 'https://docs.github.com/en/rest/orgs/orgs',
      }),
      operation('DELETE /repos/{owner}/{repo}/git/refs/heads/{branch}', 'files', {
        argument: 'branch',
        source: 'https://docs.github.com/en/rest/git/refs',
      }),
      operation('DELETE /repos/{owner}/{repo}/releases/{release_id}', 'files', {
        argument: 'release_id',
        source: 'https://docs.github.com/en/rest/releases/releases',
      }),
      operation('DELETE /orgs/{org}/packages/{package_type}/{package_name}', 'files', {
        argument: 'package_name',
        source: 'https://docs.github.com/en/rest/packages/packages',
      }),
      operation('DELETE /repos/{owner}/{repo}/environments/{environment_name}', 'environment', {
        argument: 'environment_name',
        source: 'https://docs.github.com/en/rest/deployments/environments',
      }),
    ],
  },
  credentials,
  mcp: [
    server({
      id: 'github',
      title: 'GitHub MCP server',
      packages: ['ghcr.io/github/github-mcp-server'],
      commands: ['github-mcp-server'],
      hosts: ['api.githubcopilot.com'],
      destructiveTools: [
        'delete_file',
        'push_files',
        'create_or_update_file',
        'merge_pull_request',
        'actions_run_trigger',
        'run_workflow',
      ],
      readOnly: [
        mcpSwitch('--read-only'),
        mcpSwitch('GITHUB_READ_ONLY=1|true'),
        mcpSwitch('header:x-mcp-readonly=true'),
        mcpSwitch('path:/readonly'),
      ],
      narrower: 'Run it read-only, with a fine-grained token for the repositories it needs',
    }),
    server({
      id: 'reference',
      title: 'archived reference GitHub MCP server',
      packages: ['@modelcontextprotocol/server-github', 'mcp/github'],
      destructiveTools: ['push_files', 'create_or_update_file', 'merge_pull_request'],
      narrower:
        "Use GitHub's own server read-only, with a fine-grained token for the repositories it needs",
      source: 'https://github.com/modelcontextprotocol/servers-archived/tree/main/src/github',
    }),
  ],
});
