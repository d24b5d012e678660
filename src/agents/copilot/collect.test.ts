import { describe, expect, it } from 'vitest';
import { acmeKnowledge, acmeToken } from '../../../test/acme-knowledge.ts';
import { agentFacts } from '../../../test/agent-facts.ts';
import { ofKind, relationsOf } from '../../../test/facts-of-kind.ts';
import { textAt } from '../../../test/text-at.ts';
import type { Agent, Fact } from '../../model/fact.ts';
import { filePath } from '../../model/source.ts';
import { collect } from './collect.ts';
import { groupFiles } from './group.ts';

function run(files: Readonly<Record<string, string>>): readonly Fact[] {
  return agentFacts(collect, acmeKnowledge, files);
}

const settings = (value: unknown) => ({ '.vscode/settings.json': JSON.stringify(value) });

function agentOf(facts: readonly Fact[], product = 'copilot'): Agent | undefined {
  return ofKind(facts, 'Agent').find((agent) => agent.product === product);
}

const inertIn = (facts: readonly Fact[]) =>
  ofKind(facts, 'InertSetting').map(({ name, looksProtective }) => [name, looksProtective]);
const weakIn = (facts: readonly Fact[]) =>
  ofKind(facts, 'Weakness').map(({ name, control }) => [name, control]);

describe('which agents there are', () => {
  it.each([
    ['.vscode/settings.json', '{"editor.tabSize": 2}', []],
    ['.vscode/settings.json', '{"chat.agent.maxRequests": 5}', ['copilot']],
    ['a.code-workspace', '{"settings":{"chat.agent.maxRequests": 5}}', ['copilot']],
    ['.vscode/mcp.json', '{"servers":{}}', ['copilot']],
    ['.devcontainer/devcontainer.json', '{"image":"x","customizations":{}}', []],
    ['.github/copilot-instructions.md', 'Be brief.\n', ['copilot']],
    ['AGENTS.md', 'Be brief.\n', []],
    ['.github/mcp.json', '{"mcpServers":{}}', ['copilot-cli']],
    ['.mcp.json', '{"mcpServers":{}}', []],
    ['~/.copilot/settings.json', '{}', ['copilot-cli']],
    [
      '.github/workflows/copilot-setup-steps.yml',
      'jobs: {copilot-setup-steps: {}}\n',
      ['copilot-cloud-agent'],
    ],
  ])('%s %s → %j', (file, text, products) => {
    expect(ofKind(run({ [file]: text }), 'Agent').map((agent) => agent.product)).toEqual(products);
  });

  it('groups by folder, with the home in each', () => {
    const files = [
      'AGENTS.md',
      'apps/web/.mcp.json',
      'apps/web/.vscode/settings.json',
      '~/.copilot/settings.json',
    ];
    expect(groupFiles(files.map(filePath))).toEqual([
      ['apps/web/.mcp.json', 'apps/web/.vscode/settings.json', '~/.copilot/settings.json'],
    ]);
    const facts = run({ 'apps/web/.vscode/settings.json': '{"chat.agent.maxRequests":5}' });
    expect(agentOf(facts)?.folder).toBe('apps/web');
  });

  it('survives broken files', () => {
    expect(
      agentOf(run({ '.vscode/settings.json': '{"chat.tools.terminal.autoApprove": {"a"' })),
    ).toBeDefined();
    expect(run({ '.vscode/settings.json': '[1]' })).toEqual([]);
    expect(run(settings({ 'chat.permissions.default': ['autopilot'] }))).not.toEqual([]);
  });
});

describe('settings of several files', () => {
  it('the folder beats the user, and maps are merged key by key', () => {
    const facts = run({
      '~/.config/Code/User/settings.json': JSON.stringify({
        'chat.permissions.default': 'autopilot',
        'chat.tools.terminal.autoApprove': { npm: true, git: true },
      }),
      ...settings({
        'chat.permissions.default': 'default',
        'chat.tools.terminal.autoApprove': { git: false },
      }),
    });
    expect(agentOf(facts)?.shell).toMatchObject({ state: 'default', value: 'asks' });
    const own = ofKind(facts, 'AgentRule').filter((rule) => !rule.implied);
    expect(own.map(({ name, effect, at }) => [name, effect, at.file])).toEqual([
      ['git', 'ask', '.vscode/settings.json'],
      ['npm', 'allow', '~/.config/Code/User/settings.json'],
    ]);
  });

  it('the global switch counts for the user, does nothing in a folder, and is open in a container', () => {
    const key = 'chat.tools.global.autoApprove';
    const user = run({ '~/.config/Code/User/settings.json': `{"${key}": true}` });
    expect(agentOf(user)?.shell).toMatchObject({ state: 'set', value: 'runs' });
    expect(weakIn(user)).toEqual([[key, 'approval']]);
    const folder = run(settings({ [key]: true }));
    expect(agentOf(folder)?.shell).toMatchObject({ state: 'default', value: 'asks' });
    expect(inertIn(folder)).toEqual([[key, false]]);
    const container = run({
      '.devcontainer/devcontainer.json': JSON.stringify({
        customizations: { vscode: { settings: { [key]: true } } },
      }),
    });
    expect(agentOf(container)?.shell).toMatchObject({ state: 'unknown', why: 'external' });
    expect(weakIn(container)).toEqual([]);
  });
});

describe('what does nothing', () => {
  it.each([
    [{ 'chat.permissions.default': 'yolo' }, 'chat.permissions.default', false],
    [{ 'chat.permissions.default': 'manual' }, 'chat.permissions.default', true],
    [{ 'chat.agent.autoApprove': true }, 'chat.agent.autoApprove', false],
    [{ 'chat.agent.terminal.denyList': { rm: true } }, 'chat.agent.terminal.denyList', true],
    [{ 'chat.tools.edits.autoApprove': true }, 'chat.tools.edits.autoApprove', false],
    [
      { 'chat.tools.terminal.enableautoapprove': false },
      'chat.tools.terminal.enableautoapprove',
      true,
    ],
  ])('%j', (value, name, looksProtective) => {
    const facts = run(settings({ 'chat.agent.maxRequests': 1, ...value }));
    expect(inertIn(facts)).toEqual([[name, looksProtective]]);
    expect(agentOf(facts)?.shell).toMatchObject({ value: 'asks' });
  });
});

describe('sandbox', () => {
  const on = { 'chat.agent.sandbox.enabled': 'on' };
  const tight = { ...on, 'chat.agent.sandbox.allowUnsandboxedCommands': false };
  it.each([
    [{ 'chat.agent.maxRequests': 1 }, 'off', 'open'],
    [{ 'chat.agent.sandbox.enabled': false }, 'off', 'open'],
    [on, 'escapable', 'open'],
    [{ 'chat.agent.sandbox.enabled': 'allowNetwork' }, 'escapable', 'open'],
    [{ ...tight, 'chat.agent.sandbox.network.allowNetwork': false }, 'on', 'closed'],
    [{ ...tight, 'chat.agent.sandbox.network.allowedDomains': ['a.test'] }, 'on', 'allowlist'],
    [
      {
        ...tight,
        'chat.agent.sandbox.fileSystem.userConfiguredPaths': {
          readwritePaths: ['/var/run/docker.sock'],
        },
      },
      'escapable',
      'open',
    ],
  ])('%j → %s, %s', (value, sandbox, network) => {
    const agent = agentOf(run(settings(value)));
    expect(agent?.sandbox).toMatchObject({ value: sandbox });
    expect(agent?.network).toMatchObject({ value: network });
  });

  it('is unknown for a value that does not exist', () => {
    const agent = agentOf(run(settings({ 'chat.agent.sandbox.enabled': 'strict' })));
    expect(agent?.sandbox).toMatchObject({ state: 'unknown' });
  });

  it('names what gives it away, where it is on', () => {
    const open = {
      'chat.agent.sandbox.allowUnsandboxedCommands': true,
      'chat.agent.sandbox.network.allowNetwork': true,
      'chat.agent.sandbox.mcpServers': false,
    };
    expect(weakIn(run(settings({ ...on, ...open })))).toEqual([
      ['chat.agent.sandbox.allowUnsandboxedCommands', 'sandbox'],
      ['chat.agent.sandbox.mcpServers', 'sandbox'],
      ['chat.agent.sandbox.network.allowNetwork', 'network'],
    ]);
    expect(weakIn(run(settings(open)))).toEqual([]);
  });
});

describe('servers', () => {
  it('are read with what they are handed, nothing shown', () => {
    const facts = run({
      '.vscode/mcp.json': JSON.stringify({
        servers: {
          acme: {
            command: 'npx',
            args: ['@acme/mcp-server'],
            env: { ACME_ACCESS_TOKEN: acmeToken },
          },
        },
      }),
    });
    expect(ofKind(facts, 'McpServer')).toMatchObject([{ name: 'acme', provider: 'acme' }]);
    expect(ofKind(facts, 'Credential')).toMatchObject([
      { form: 'literal', product: 'account-token' },
    ]);
    expect(JSON.stringify(facts)).not.toContain(acmeToken);
  });

  it('lose the destructive tools that `tools` leaves out', () => {
    const server = (tools: readonly string[]) => ({
      '.github/mcp.json': JSON.stringify({
        mcpServers: { acme: { url: 'https://mcp.acme.example', tools } },
      }),
    });
    const tools = (files: Readonly<Record<string, string>>) =>
      ofKind(run(files), 'McpServer').map((found) => found.destructiveTools);
    expect(tools(server(['list']))).toEqual([[]]);
    expect(tools(server(['*']))).toEqual([['execute_sql']]);
  });
});

describe('rules', () => {
  it('hide secrets', () => {
    const command = `ACME_ACCESS_TOKEN=${acmeToken} acme deploy`;
    const facts = run(settings({ 'chat.tools.terminal.autoApprove': { [command]: true } }));
    expect(JSON.stringify(facts)).not.toContain(acmeToken);
    expect(ofKind(facts, 'Credential')).toHaveLength(1);
  });

  it('point at their key', () => {
    const text = '{ // mine\n "chat.tools.terminal.autoApprove": { "npm test": true, } }';
    const [rule] = ofKind(run({ '.vscode/settings.json': text }), 'AgentRule');
    expect(rule && textAt(text, rule.at)).toBe('"npm test"');
  });
});

describe('hooks', () => {
  const hook = (event: string) =>
    JSON.stringify({ version: 1, hooks: { [event]: [{ type: 'command', bash: './guard.sh' }] } });
  const guard = (end: number) => ({
    '.github/hooks/guard.sh': `grep -q 'terraform destroy' && exit ${end}\n`,
  });

  it('block before a tool, come too late after it, and warn with 1', () => {
    const before = run({ '.github/hooks/h.json': hook('preToolUse'), ...guard(2) });
    expect(ofKind(before, 'Guard')).toMatchObject([{ strength: 'blocks' }]);
    expect(relationsOf(before, 'guarded-by')).toHaveLength(1);
    expect(inertIn(run({ '.github/hooks/h.json': hook('PostToolUse'), ...guard(2) }))).toEqual([
      ['PostToolUse hook guard.sh', true],
    ]);
    expect(weakIn(run({ '.github/hooks/h.json': hook('PreToolUse'), ...guard(1) }))).toEqual([
      ['PreToolUse hook guard.sh', 'hook'],
    ]);
    const unseen = run({ '.github/hooks/h.json': hook('PreToolUse') });
    expect(ofKind(unseen, 'Guard')).toMatchObject([{ strength: 'advises' }]);
  });

  it('are off for the CLI that disables them', () => {
    const facts = run({
      '.github/copilot/settings.json': '{"disableAllHooks": true}',
      '.github/hooks/h.json': hook('preToolUse'),
      ...guard(2),
    });
    expect(relationsOf(facts, 'guarded-by').map((edge) => edge.from)).toEqual(['copilot:agent/.']);
    expect(weakIn(facts)).toEqual([['disableAllHooks', 'hook']]);
  });
});
