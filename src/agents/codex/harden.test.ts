import { describe, expect, it } from 'vitest';
import { hardenedFiles, stops } from '../../../test/hardened-files.ts';
import { maskSecret } from '../../recognize/credential/secret-value.ts';
import { collect } from './collect.ts';
import { harden } from './harden.ts';

const config = '.codex/config.toml';
const rules = '.codex/rules/destructive.rules';
const team = '.codex/rules/default.rules';
const agent = { collect, harden };
const narrow = `approval_policy = "on-request"
sandbox_mode = "workspace-write"

[sandbox_workspace_write]
network_access = false

[shell_environment_policy]
inherit = "core"
`;

function configured(text: string, wanted: Parameters<typeof hardenedFiles>[2] = {}) {
  return hardenedFiles(agent, { [config]: text }, wanted)[config];
}

describe('configuration', () => {
  it('starts in an empty file, and stays where it is as narrow', () => {
    expect(configured('')).toBe(narrow.replace(/^(a.*\n)(s.*\n)/, '$2$1'));
    expect(configured(narrow)).toBe(narrow);
    const read = narrow.replace('workspace-write', 'read-only').replace(/\[sandbox[^[]*/, '');
    expect(configured(read)).toBe(read);
  });

  it('closes what is open and keeps comments', () => {
    const text = `# agreed in June
approval_policy = "never" # for now
approvals_reviewer = "auto_review"
sandbox_mode = "danger-full-access"

[sandbox_workspace_write]
network_access = true
writable_roots = ["~", "../shared"] # builds

[features]
hooks = false

[history]
persistence = "none"

[notice]
hide_full_access_warning = true

[shell_environment_policy]
inherit = "all"
`;
    expect(configured(text)).toBe(`# agreed in June
approval_policy = "on-request" # for now
approvals_reviewer = "user"
sandbox_mode = "workspace-write"

[sandbox_workspace_write]
network_access = false
writable_roots = ["../shared"] # builds

[features]
hooks = true

[history]
persistence = "save-all"

[notice]
hide_full_access_warning = false

[shell_environment_policy]
inherit = "core"
`);
  });

  it('takes approvals and destructive tools from servers', () => {
    const text = `${narrow}
[mcp_servers.db]
url = "https://mcp.example.com"
default_tools_approval_mode = "approve"

[apps.calendar]
destructive_enabled = true
`;
    const tools = [
      { server: 'db', name: 'drop' },
      { server: 'elsewhere', name: 'drop' },
    ];
    expect(configured(text, { tools })).toBe(
      text
        .replace('"approve"', '"prompt"\ndisabled_tools = ["drop"]')
        .replace('destructive_enabled = true', 'destructive_enabled = false'),
    );
  });

  it('narrows a permission profile where one is in use', () => {
    const text = `approval_policy = "untrusted"
default_permissions = "team"
[permissions.team]
extends = ":danger-full-access"
[permissions.team.filesystem]
"~" = "write"
":workspace_roots" = "write"
[permissions.team.network]
enabled = true
unix_sockets = { "/var/run/docker.sock" = "allow" }
[shell_environment_policy]
include_only = ["PATH"]
`;
    expect(configured(text, { secrets: ['deploy/.env'] })).toBe(
      text
        .replace(':danger-full-access', ':workspace')
        .replace('"~" = "write"', '"~" = "read"')
        .replace('s" = "write"', 's" = { "." = "write", "deploy/.env" = "deny" }')
        .replace('enabled = true', 'enabled = false')
        .replace('"allow"', '"deny"'),
    );
  });

  it('stays where hosts are listed and the proxy holds them', () => {
    const text = `approval_policy = "on-request"
default_permissions = "team"
features.network_proxy = true
shell_environment_policy.inherit = "none"
[permissions.team]
extends = ":workspace"
network = { enabled = true, domains = { "packages.example.com" = "allow" } }
`;
    expect(configured(text)).toBe(text);
  });

  it('is left alone where it is broken', () => {
    expect(configured('sandbox_mode = \n')).toBe('sandbox_mode = \n');
  });
});

describe('command rules', () => {
  it('forbid what cannot be undone', () => {
    expect(
      hardenedFiles(agent, { [config]: narrow }, { stops })[rules],
    ).toBe(`# Of all rules that match a command, the strictest counts.
prefix_rule(pattern = ["acme", "volume", "delete"], decision = "forbidden")
prefix_rule(pattern = ["acme", "db", "push", "--force-reset"], decision = "forbidden")
`);
  });

  it('add nothing to what the team forbids', () => {
    const files = {
      [config]: narrow,
      [team]: 'prefix_rule(pattern = ["acme", ["db", "volume"]], decision = "forbidden")\n',
    };
    expect(hardenedFiles(agent, files, { stops })).toEqual(files);
  });

  it('let loose rules ask, and stop before a secret', () => {
    const secret = ['k3', 'Jw9', 'xPq2', 'mV7t', 'Rz5c'].join('');
    const files = {
      [config]: narrow,
      [team]: `prefix_rule(pattern = ["npm", ["test", "run"]])
prefix_rule(pattern = ["deploy", "--token", "${secret}"], decision = "allow")
`,
      [rules]: 'prefix_rule(pattern = ["curl"], decision = "prompt") # ours',
    };
    const deploy = `deploy --token ${maskSecret(secret)}`;
    const text = hardenedFiles(agent, files, { loose: ['npm run', deploy] })[rules];
    expect(text).toBe(`prefix_rule(pattern = ["curl"], decision = "prompt") # ours
prefix_rule(pattern = ["npm", "run"], decision = "prompt")
prefix_rule(pattern = ["deploy", "--token"], decision = "prompt")
`);
  });
});
