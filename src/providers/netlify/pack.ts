import {
  commandsOf,
  credentialsOf,
  definePack,
  mcpServersOf,
  operationsOf,
} from '../../model/pack.ts';
import { toolingCollector } from '../../recognize/tooling.ts';
import { collector } from './collector.ts';

const checkedOn = '2026-11-21';
const cli = 'https://github.com/netlify/cli';
// Without a terminal, or with `CI` set, the CLI adds `--force` to its own arguments.
const command = commandsOf(
  'netlify|ntl|netlify-cli',
  { source: `${cli}/blob/main/src/utils/scripted-commands.ts`, checkedOn },
  { asks: 'assumes-yes', skipsPrompt: ['--force'] },
);
const raw = commandsOf('netlify|ntl|netlify-cli', {
  source: `${cli}/blob/main/docs/commands/api.md`,
  checkedOn,
});
const operation = operationsOf({ source: 'https://open-api.netlify.com/', checkedOn });
const credential = credentialsOf({
  source: 'https://docs.netlify.com/api/get-started/',
  checkedOn,
});
const server = mcpServersOf({ source: 'https://github.com/netlify/netlify-mcp', checkedOn });

const narrower =
  'Use a build hook where only deploys are wanted, and give personal access tokens an expiry; they cannot be limited otherwise';

/** Everything known about Netlify. A personal access token reaches the whole account and has no scopes. */
export const pack = definePack({
  id: 'netlify',
  title: 'Netlify',
  credentials: [
    credential({
      id: 'access-token',
      title: 'Netlify access token',
      env: ['NETLIFY_AUTH_TOKEN', 'NETLIFY_TOKEN'],
      headers: ['authorization'],
      scope: 'account',
      actions: ['read', 'write', 'delete', 'admin'],
      expires: 'optional',
      narrower,
    }),
    credential({
      id: 'personal-access-token',
      title: 'Netlify personal access token',
      prefixes: ['nfp_'],
      shape: /nfp_[A-Za-z0-9_]{36}/,
      scope: 'account',
      actions: ['read', 'write', 'delete', 'admin'],
      expires: 'optional',
      narrower,
    }),
  ],
  commands: [
    command('sites:delete', 'project', { safeVariant: 'netlify sites:list' }),
    command('blobs:delete|blob:delete', 'files', { safeVariant: 'netlify blobs:list' }),
    raw('api deleteSite', 'project', { safeVariant: 'netlify api getSite' }),
  ],
  api: {
    hosts: ['api.netlify.com'],
    operations: [
      operation('DELETE /api/v1/sites/{site}', 'project'),
      operation('DELETE /api/v1/accounts/{account}', 'account'),
    ],
  },
  mcp: [
    // It deploys, and it changes variables; no tool of it deletes a project.
    server({
      id: 'npm',
      title: 'Netlify MCP server',
      packages: ['@netlify/mcp'],
      reach: 'account',
      narrower: 'Log in as a member of a team that holds non-production projects only',
    }),
  ],
  variables: [
    {
      env: ['NETLIFY_SITE_ID'],
      names: { what: 'project' },
      companions: [],
      source: 'https://docs.netlify.com/api-and-cli-guides/cli-guides/get-started-with-cli/',
      checkedOn,
    },
  ],
  collectors: [
    collector,
    toolingCollector('netlify', 'Netlify', {
      files: [{ glob: '**/netlify.toml' }],
      npm: ['netlify-cli', '@netlify/blobs'],
    }),
  ],
});
