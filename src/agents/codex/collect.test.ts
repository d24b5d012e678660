import { describe, expect, it } from 'vitest';
import { acmeKnowledge, acmeToken } from '../../../test/acme-knowledge.ts';
import { agentFacts, agentIn } from '../../../test/agent-facts.ts';
import { ofKind, relationsOf } from '../../../test/facts-of-kind.ts';
import { textAt } from '../../../test/text-at.ts';
import type { Fact } from '../../model/fact.ts';
import { filePath } from '../../model/source.ts';
import { collect } from './collect.ts';
import { groupByFolder } from './group.ts';

const file = '.codex/config.toml';

function run(files: Readonly<Record<string, string>>): readonly Fact[] {
  return agentFacts(collect, acmeKnowledge, files);
}

const config = (...lines: readonly string[]): readonly Fact[] => run({ [file]: lines.join('\n') });
const weak = (facts: readonly Fact[]) => ofKind(facts, 'Weakness').map((fact) => fact.name);
const inert = (facts: readonly Fact[]) =>
  ofKind(facts, 'InertSetting').map((fact) => [fact.name, fact.looksProtective]);

describe('sandbox', () => {
  it.each([
    ['', 'default', 'on', 'closed'],
    ['sandbox_mode = "read-only"', 'set', 'on', 'closed'],
    ['sandbox_mode = "workspace-write"', 'set', 'on', 'closed'],
    ['sandbox_mode = "danger-full-access"', 'set', 'off', 'open'],
    ['default_permissions = ":danger-full-access"', 'set', 'off', 'open'],
    ['default_permissions = ":workspace"', 'set', 'on', 'closed'],
    ['[sandbox_workspace_write]\nwritable_roots = ["~"]', 'set', 'escapable', 'closed'],
    ['[sandbox_workspace_write]\nwritable_roots = ["../lib"]', 'default', 'on', 'closed'],
    ['[sandbox_workspace_write]\nnetwork_access = true', 'default', 'on', 'open'],
  ])('%s → %s %s %s', (text, state, sandbox, network) => {
    const agent = agentIn(config('model = "x"', text));
    expect(agent.sandbox).toMatchObject({ state, value: sandbox });
    expect(agent.network).toMatchObject({ value: network });
  });

  it('is escapable where a rule lets a command out that does more than look', () => {
    const withRule = (pattern: string) =>
      agentIn(run({ '.codex/rules/a.rules': `prefix_rule(pattern=${pattern})` })).sandbox;
    expect(withRule('["npm","publish"]')).toMatchObject({ state: 'set', value: 'escapable' });
    expect(withRule('["git","status"]')).toMatchObject({ state: 'default', value: 'on' });
  });

  it('is not escapable through a rule that a stricter one overrules', () => {
    const withRules = (...decisions: readonly string[]) =>
      agentIn(run({ '.codex/rules/a.rules': decisions.join('\n') })).sandbox;
    const allow = 'prefix_rule(pattern=["npm","publish"])';
    const prompt = 'prefix_rule(pattern=["npm"], decision="prompt")';
    expect(withRules(allow, prompt)).toMatchObject({ value: 'on' });
    expect(withRules(prompt, 'prefix_rule(pattern=["npx"])')).toMatchObject({ value: 'escapable' });
  });

  it('is unknown for values that do not exist', () => {
    const facts = config('sandbox_mode = "strict"', 'approval_policy = "ask-always"');
    expect(agentIn(facts)).toMatchObject({
      sandbox: { state: 'unknown' },
      network: { state: 'unknown' },
      shell: { state: 'unknown' },
    });
    expect(inert(facts)).toEqual([
      ['approval_policy ask-always', true],
      ['sandbox_mode strict', true],
    ]);
  });

  it('of a profile follows what it extends; one that no file defines is unknown', () => {
    const open = ['[permissions.a]', 'extends = "b"', '[permissions.b.network]', 'enabled = true'];
    const facts = config('default_permissions = "a"', ...open);
    expect(agentIn(facts).network).toMatchObject({ state: 'set', value: 'open' });
    expect(weak(facts)).toEqual(['network.enabled']);
    expect(agentIn(config('default_permissions = "gone"')).sandbox.state).toBe('unknown');
    const loop = config('default_permissions = "a"', '[permissions.a]', 'extends = "a"');
    expect(agentIn(loop).sandbox.state).toBe('unknown');
  });

  it('says that host rules need the proxy', () => {
    const facts = config(
      'default_permissions = "a"',
      '[permissions.a.network]',
      'enabled = true',
      '[permissions.a.network.domains]',
      '"npmjs.org" = "allow"',
    );
    expect(agentIn(facts).network).toMatchObject({ value: 'open' });
    expect(inert(facts)).toEqual([['network.domains', true]]);
  });
});

describe('weaknesses', () => {
  it('come from what is written', () => {
    const facts = config(
      'approvals_reviewer = "auto_review"',
      '[sandbox_workspace_write]',
      'network_access = true',
      'writable_roots = ["/var/run"]',
      '[shell_environment_policy]',
      'inherit = "all"',
      'ignore_default_excludes = true',
      '[history]',
      'persistence = "none"',
      '[apps.drive]',
      'destructive_enabled = true',
    );
    expect(weak(facts).sort()).toEqual([
      'approvals_reviewer',
      'apps.drive.destructive_enabled',
      'history.persistence',
      'sandbox_workspace_write.network_access',
      'sandbox_workspace_write.writable_roots',
      'shell_environment_policy.ignore_default_excludes',
    ]);
  });

  it('are none where nothing is written or the secrets are left out', () => {
    expect(weak(config('model = "x"'))).toEqual([]);
    const filtered = ['[shell_environment_policy]', 'inherit = "all"', 'exclude = ["*TOKEN*"]'];
    expect(weak(config(...filtered))).toEqual([]);
  });

  it('name sockets and disks that a profile opens', () => {
    const facts = config(
      'default_permissions = "a"',
      '[permissions.a.filesystem]',
      '":root" = "write"',
      '[permissions.a.network]',
      'enabled = true',
      'dangerously_allow_all_unix_sockets = true',
      '[permissions.a.network.domains]',
      '"*" = "allow"',
    );
    expect(agentIn(facts).sandbox).toMatchObject({ value: 'escapable' });
    expect(weak(facts).sort()).toEqual([
      'network.domains: *',
      'permissions: :root',
      'permissions: dangerously_allow_all_unix_sockets',
    ]);
  });
});

describe('rules', () => {
  it('are all dropped where one has a decision that does not exist', () => {
    const text = 'prefix_rule(pattern=["railway"], decision="deny")';
    const facts = run({
      '.codex/rules/a.rules': text,
      '.codex/rules/b.rules': 'prefix_rule(pattern=["psql"], decision="forbidden")',
    });
    expect(inert(facts)).toEqual([['decision deny for railway', true]]);
    expect(ofKind(facts, 'InertSetting')[0]?.at).toMatchObject({ start: 0, end: text.length });
    const rules = ofKind(facts, 'AgentRule').filter((rule) => !rule.implied);
    expect(rules.map((rule) => [rule.name, rule.inert === null])).toEqual([['psql', false]]);
  });

  it('hide secrets and say who holds them', () => {
    const facts = run({
      '.codex/rules/a.rules': `prefix_rule(pattern=["acme", "--token", "${acmeToken}"])`,
    });
    expect(JSON.stringify(facts)).not.toContain(acmeToken);
    expect(ofKind(facts, 'Credential')).toHaveLength(1);
    expect(relationsOf(facts, 'holds')).toHaveLength(1);
  });

  it('become one expression where the alternatives are many', () => {
    const list = JSON.stringify(Array.from({ length: 9 }, (_, index) => `w${index}`));
    const facts = run({ '.codex/rules/a.rules': `prefix_rule(pattern=[${list}, ${list}])` });
    const [rule, ...more] = ofKind(facts, 'AgentRule').filter((found) => !found.implied);
    expect(rule?.pattern.type).toBe('regex');
    expect(more).toEqual([]);
  });
});

describe('hooks', () => {
  const group = (command: string) => ({ matcher: 'Bash', hooks: [{ type: 'command', command }] });
  const hooks = (event: string) => ({
    '.codex/hooks.json': JSON.stringify({ hooks: { [event]: [group('.codex/hooks/guard.sh')] } }),
    '.codex/hooks/guard.sh': 'grep -q "railway volume" && exit 2',
  });

  it('guard before, not after', () => {
    expect(ofKind(run(hooks('PreToolUse')), 'Guard')).toMatchObject([{ strength: 'asks' }]);
    const after = run(hooks('PostToolUse'));
    expect(ofKind(after, 'Guard')).toEqual([]);
    expect(inert(after)).toEqual([['PostToolUse hook guard.sh', true]]);
  });

  it('are read from the configuration too, and can be switched off', () => {
    const table = [
      '[[hooks.PreToolUse]]',
      'matcher = "Bash"',
      '[[hooks.PreToolUse.hooks]]',
      'type = "command"',
      'command = "python3 guard-production.py"',
    ];
    expect(ofKind(config(...table), 'Guard')).toMatchObject([{ strength: 'advises' }]);
    const off = config('[features]', 'hooks = false', ...table);
    expect(ofKind(off, 'Guard')).toEqual([]);
    expect(weak(off)).toEqual(['features.hooks']);
  });
});

it('hands variables and servers their credentials', () => {
  const text = [
    '[shell_environment_policy.set]',
    `ACME_ACCESS_TOKEN = "${acmeToken}"`,
    '[mcp_servers.acme]',
    'command = "npx"',
    'args = ["-y", "@acme/mcp-server"]',
    '[mcp_servers.acme.env]',
    `ACME_ACCESS_TOKEN = "${acmeToken}"`,
    '[mcp_servers.off]',
    'command = "npx"',
    'enabled = false',
    'default_tools_approval_mode = "approve"',
  ].join('\n');
  const facts = run({ [file]: text });
  expect(JSON.stringify(facts)).not.toContain(acmeToken);
  expect(relationsOf(facts, 'holds')).toHaveLength(2);
  expect(ofKind(facts, 'McpServer')).toMatchObject([{ name: 'acme', provider: 'acme' }]);
  expect(ofKind(facts, 'AgentRule').filter((rule) => rule.tool === 'mcp')).toEqual([]);
  expect(textAt(text, agentIn(facts).at)).toBe('shell_environment_policy');
});

describe('files of the home', () => {
  const home = '~/.codex/config.toml';

  it('count where the project says nothing', () => {
    const facts = run({
      [file]: 'sandbox_mode = "workspace-write"\n[mcp_servers.a]\ncommand = "x"',
      [home]:
        'approval_policy = "never"\nsandbox_mode = "danger-full-access"\n[mcp_servers.a]\ncommand = "y"\n[mcp_servers.b]\ncommand = "z"\n[otel]\nexporter = "x"',
    });
    expect(agentIn(facts)).toMatchObject({
      folder: '',
      sandbox: { value: 'on' },
      shell: { value: 'blocks' },
    });
    expect(ofKind(facts, 'McpServer').map((server) => [server.name, server.at.file])).toEqual([
      ['a', file],
      ['b', home],
    ]);
    expect(inert(facts)).toEqual([]);
  });

  it('select a profile, and can stand alone', () => {
    const text = 'profile = "wild"\n[profiles.wild]\nsandbox_mode = "danger-full-access"';
    expect(agentIn(run({ [home]: text })).sandbox).toMatchObject({ value: 'off' });
    expect(agentIn(run({ [home]: text.replace('profile = "wild"', '') })).sandbox).toMatchObject({
      state: 'default',
    });
  });
});

it('groups by folder; prose alone is no sign of Codex', () => {
  const group = (...files: readonly string[]) => groupByFolder(files.map(filePath));
  expect(group('AGENTS.md', 'api/requirements.toml')).toEqual([]);
  expect(
    group(
      '.codex/config.toml',
      'AGENTS.md',
      'api/.codex/rules/a.rules',
      'api/AGENTS.md',
      '~/.codex/config.toml',
    ),
  ).toEqual([
    ['.codex/config.toml', 'AGENTS.md', '~/.codex/config.toml'],
    ['api/.codex/rules/a.rules', 'api/AGENTS.md', '~/.codex/config.toml'],
  ]);
});

it('takes prose as advice and broken files as far as they go', () => {
  const facts = run({
    [file]: 'sandbox_mode = "read-only"\n[[[\n',
    'AGENTS.md': 'Never delete a volume in production.',
    '.codex/hooks.json': '{"hooks": [1',
  });
  expect(agentIn(facts).sandbox).toMatchObject({ value: 'on' });
  expect(ofKind(facts, 'Guard')).toMatchObject([{ strength: 'advises' }]);
});
