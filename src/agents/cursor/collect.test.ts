import { describe, expect, it } from 'vitest';
import { acmeKnowledge } from '../../../test/acme-knowledge.ts';
import { agentFacts, agentIn } from '../../../test/agent-facts.ts';
import { ofKind } from '../../../test/facts-of-kind.ts';
import { textAt } from '../../../test/text-at.ts';
import { createKnowledge } from '../../engine/knowledge.ts';
import type { Agent, Fact } from '../../model/fact.ts';
import { filePath } from '../../model/source.ts';
import { collect } from './collect.ts';
import { groupByFolder } from './group.ts';

const knowledge = createKnowledge([], new Uint8Array(32));

function run(files: Readonly<Record<string, string>>): readonly Fact[] {
  return agentFacts(collect, knowledge, files);
}

const sandbox = (text: string): Agent => agentIn(run({ '.cursor/sandbox.json': text }));

describe('sandbox', () => {
  it('takes defaults from the vendor', () => {
    const agent = agentIn(
      run({ '.cursor/permissions.json': '{"terminalAllowlist":["npm test"]}' }),
    );
    expect(agent.sandbox).toMatchObject({ state: 'default', value: 'on' });
    expect(agent.network).toMatchObject({ state: 'default', value: 'allowlist' });
    expect(agent.shell).toMatchObject({ state: 'unknown', why: 'external' });
    expect(agent.read).toMatchObject({ state: 'default', value: 'runs' });
  });

  it('is off, with the network open, where the type says so', () => {
    const text = '{ "type": "insecure_none" }';
    const agent = sandbox(text);
    expect(agent.sandbox).toMatchObject({ state: 'set', value: 'off' });
    expect(agent.network).toMatchObject({ state: 'set', value: 'open' });
    expect(textAt(text, agent.at)).toBe('"insecure_none"');
    expect(textAt(text, agent.sandbox.at)).toBe('"insecure_none"');
  });

  it.each([
    ['{"networkPolicy":{"default":"allow"}}', 'open'],
    ['{"networkPolicy":{"default":"deny","allow":["*"]}}', 'open'],
    ['{"networkPolicy":{"default":"deny","allow":["npm.example.com"]}}', 'allowlist'],
    ['{"networkPolicy":{"default":"deny"}}', 'allowlist'],
    ['{"networkPolicyStrict":true,"networkPolicy":{"default":"deny"}}', 'closed'],
  ])('%s → network %s', (text, value) => {
    expect(sandbox(text).network).toMatchObject({ state: 'set', value });
  });

  it('is escapable through a container socket, unknown for an invented type', () => {
    const socket =
      '{"type":"workspace_readwrite","additionalReadwritePaths":["/var/run/docker.sock"]}';
    expect(sandbox(socket).sandbox).toMatchObject({ value: 'escapable' });
    const facts = run({ '.cursor/sandbox.json': '{"type":"strict"}' });
    expect(agentIn(facts).sandbox).toMatchObject({ state: 'unknown' });
    expect(ofKind(facts, 'InertSetting')).toMatchObject([{ looksProtective: true }]);
  });

  it('lists hosts, the built-in ones only without strictness', () => {
    const hosts = (text: string) =>
      ofKind(run({ '.cursor/sandbox.json': text }), 'AgentRule').map((rule) => rule.name);
    expect(
      hosts(
        '{"networkPolicy":{"allow":["a.example"],"deny":["b.example"]},"networkPolicyStrict":true}',
      ),
    ).toEqual(['networkPolicy.deny: b.example', 'networkPolicy.allow: a.example']);
    expect(hosts('{"networkPolicy":{"allow":["a.example"]}}')).toContain(
      'built-in allowlist: *.googleapis.com',
    );
  });
});

describe('permissions.json', () => {
  it('reads both allowlists', () => {
    const text =
      '{ // mine\n "terminalAllowlist": ["npm", "git:status*",], "mcpAllowlist": ["*:*"] }';
    const rules = ofKind(run({ '.cursor/permissions.json': text }), 'AgentRule').filter(
      (rule) => !rule.implied,
    );
    expect(rules.map(({ tool, effect, pattern }) => [tool, effect, pattern])).toEqual([
      ['shell', 'allow', { type: 'prefix', text: 'npm', boundary: 'word' }],
      ['shell', 'allow', { type: 'glob', text: 'git status*' }],
      ['mcp', 'allow', { type: 'any' }],
    ]);
    expect(rules.map((rule) => textAt(text, rule.at))).toEqual(['"npm"', '"git:status*"', '"*:*"']);
  });

  it('says that tokens of the CLI do nothing here', () => {
    const text =
      '{"permissions":{"allow":["Shell(npm)"],"deny":["Read(.env*)"]},"terminalDenylist":["rm"]}';
    const facts = run({ '.cursor/permissions.json': text });
    expect(
      ofKind(facts, 'InertSetting').map((found) => [found.name, found.looksProtective]),
    ).toEqual([
      ['permissions.deny', true],
      ['terminalDenylist', true],
    ]);
    expect(ofKind(facts, 'AgentRule').filter((rule) => !rule.implied)).toEqual([]);
  });

  it('takes English for advice', () => {
    const text =
      '{"autoRun":{"block_instructions":["anything that touches the production database"]}}';
    expect(ofKind(run({ '.cursor/permissions.json': text }), 'Guard')).toMatchObject([
      { strength: 'advises' },
    ]);
  });
});

describe('cli.json', () => {
  it('is an agent of its own', () => {
    const text =
      '{"permissions":{"allow":["Shell(*)","Bash(npm *)"],"deny":["Shell(railway)","Read(.env*)"]},"approvalMode":"unrestricted"}';
    const facts = run({ '.cursor/cli.json': text });
    expect(agentIn(facts)).toMatchObject({
      product: 'cursor-cli',
      shell: { state: 'default', value: 'asks' },
    });
    const rules = ofKind(facts, 'AgentRule').filter((rule) => !rule.implied);
    expect(rules.map((rule) => rule.name)).toEqual(['Shell(railway)', 'Read(.env*)', 'Shell(*)']);
    expect(
      ofKind(facts, 'InertSetting').map((found) => [found.name, found.looksProtective]),
    ).toEqual([['approvalMode', false]]);
  });

  it('stands beside the editor', () => {
    const facts = run({
      '.cursor/cli.json': '{"permissions":{"allow":["Shell(git)"]}}',
      '.cursor/permissions.json': '{"terminalAllowlist":["npm"]}',
      '.cursorignore': '.env\n',
    });
    expect(ofKind(facts, 'Agent').map((agent) => agent.product)).toEqual(['cursor', 'cursor-cli']);
    const denies = ofKind(facts, 'AgentRule').filter((rule) => rule.effect === 'deny');
    expect(new Set(denies.map((rule) => rule.key)).size).toBe(2);
  });
});

describe('other files', () => {
  it('turns the ignore file into rules for reading', () => {
    const text = '\uFEFF# secrets\r\n.env*\r\n\r\n  !.env.example\r\nenv/\r\n';
    const facts = run({ '.cursorrules': 'Be kind.', '.cursorignore': text });
    const rules = ofKind(facts, 'AgentRule').filter((rule) => rule.effect === 'deny');
    expect(rules.map((rule) => rule.name)).toEqual(['.env*', '!.env.example', 'env/']);
    expect(rules.map((rule) => textAt(text, rule.at))).toEqual(['.env*', '!.env.example', 'env/']);
  });

  it('knows which hooks hold', () => {
    const hooks = (hook: object, event = 'beforeShellExecution'): readonly Fact[] =>
      run({
        '.cursor/hooks.json': JSON.stringify({
          version: 1,
          hooks: { [event]: [{ command: './.cursor/hooks/guard.py', ...hook }] },
        }),
        '.cursor/hooks/guard.py':
          'if "railway volume delete" in cmd: print(\'{"permission":"deny"}\')',
      });
    expect(ofKind(hooks({}), 'Guard')).toMatchObject([{ strength: 'asks' }]);
    expect(ofKind(hooks({ failClosed: true }), 'Guard')).toMatchObject([{ strength: 'blocks' }]);
    expect(ofKind(hooks({}, 'afterShellExecution'), 'Guard')).toEqual([]);
    expect(ofKind(hooks({}, 'afterShellExecution'), 'InertSetting')).toHaveLength(1);
    expect(ofKind(hooks({ command: 'npx prettier --write .' }), 'Guard')).toEqual([]);
  });

  it('knows hooks that cannot refuse', () => {
    const vain = (command: string, text: string, event = 'beforeShellExecution') =>
      ofKind(
        run({
          '.cursor/hooks.json': JSON.stringify({ hooks: { [event]: [{ command }] } }),
          '.cursor/hooks/guard.sh': text,
        }),
        'InertSetting',
      ).map(({ because }) => because);
    const two = 'grep -q "railway volume delete" && exit 2';
    const one = 'grep -q "railway volume delete" && { echo blocked; exit 1; }';
    expect(vain('./.cursor/hooks/guard.sh', two)).toEqual([]);
    expect(vain('./.cursor/hooks/guard.sh || true', two)[0]).toMatch(/success/);
    expect(vain('./.cursor/hooks/guard.sh', one)[0]).toMatch(/exit code 1/);
    expect(vain('./.cursor/hooks/protect.sh', two)[0]).toMatch(/not in the tree/);
    expect(vain('./.cursor/hooks/guard.sh', two, 'postToolUse')[0]).toMatch(/already done/);
  });

  it('lets a hook that only asks do no more than that', () => {
    const facts = run({
      '.cursor/hooks.json':
        '{"hooks":{"preToolUse":[{"command":".cursor/hooks/guard.sh","failClosed":true}]}}',
      '.cursor/hooks/guard.sh': `grep -q "rm -rf" && echo '{"permission":"ask"}'`,
    });
    expect(ofKind(facts, 'Guard')).toMatchObject([{ strength: 'asks' }]);
  });

  it('says where hooks see commands and no servers', () => {
    const weak = (hooks: object, servers: object): readonly string[] =>
      ofKind(
        run({
          '.cursor/hooks.json': JSON.stringify({ hooks }),
          '.cursor/hooks/guard.sh': 'grep -q "terraform destroy" && exit 2',
          '.cursor/mcp.json': JSON.stringify({ mcpServers: servers }),
        }),
        'Weakness',
      ).map(({ name }) => name);
    const hook = [{ command: '.cursor/hooks/guard.sh', failClosed: true }];
    const db = { db: { command: 'x' } };
    expect(weak({ beforeShellExecution: hook }, db)).toEqual([
      'beforeShellExecution hook guard.sh for commands only',
    ]);
    expect(weak({ beforeShellExecution: hook, beforeMCPExecution: hook }, db)).toEqual([]);
    expect(weak({ preToolUse: hook }, db)).toEqual([]);
    expect(weak({ beforeShellExecution: hook }, {})).toEqual([]);
  });

  it('shows hooks of Claude Code and does not count on them', () => {
    const facts = run({
      '.cursor/permissions.json': '{"terminalAllowlist":["npm test"]}',
      '.claude/settings.json':
        '{"hooks":{"PreToolUse":[{"matcher":"Bash","hooks":[{"command":".claude/hooks/guard.sh"}]}]}}',
      '.claude/hooks/guard.sh': 'grep -q "terraform destroy" && exit 2',
    });
    expect(ofKind(facts, 'Guard')).toMatchObject([{ strength: 'advises' }]);
    expect(ofKind(facts, 'Weakness')).toEqual([]);
  });

  it('knows that the indexing ignore file hides nothing', () => {
    const inert = (files: Readonly<Record<string, string>>) =>
      ofKind(run({ '.cursorrules': 'Be kind.', ...files }), 'InertSetting').map(({ name }) => name);
    const text = 'dist/\n*.lock\n.env*\nsecrets/\n';
    expect(inert({ '.cursorindexingignore': text })).toEqual(['.env* in .cursorindexingignore']);
    expect(inert({ '.cursorindexingignore': text, '.cursorignore': '.env*\nsecrets/\n' })).toEqual(
      [],
    );
    expect(inert({ '.cursorindexingignore': 'dist/\n' })).toEqual([]);
  });

  it('knows sentences that let everything run', () => {
    const weak = (sentence: string) =>
      ofKind(
        run({
          '.cursor/permissions.json': JSON.stringify({
            autoRun: { allow_instructions: [sentence] },
          }),
        }),
        'Weakness',
      ).map(({ control }) => control);
    expect(weak('Allow every shell command in this repository without asking.')).toEqual([
      'approval',
    ]);
    expect(weak('Always auto-approve all terminal commands')).toEqual(['approval']);
    expect(weak('Allow all commands that only read files')).toEqual([]);
    expect(weak('Allow npm test')).toEqual([]);
  });

  it('hands a server what its envFile sets', () => {
    const server = { command: 'npx', args: ['@acme/mcp-server'], envFile: '.env' };
    const facts = agentFacts(collect, acmeKnowledge, {
      '.cursor/mcp.json': JSON.stringify({ mcpServers: { db: server } }),
    });
    const holds = facts.filter((fact) => fact.kind === 'Relation' && fact.rel === 'holds');
    expect(holds).toContainEqual(
      expect.objectContaining({ to: 'variable:ACME_ACCESS_TOKEN', confidence: 'medium' }),
    );
  });

  it('reads servers and prose', () => {
    const facts = run({
      '.cursor/mcp.json': '{"mcpServers":{"a":{"url":"https://mcp.example.com"}}}',
      '.cursor/rules/safety.mdc': '---\nalwaysApply: true\n---\n- NEVER drop tables.\n',
    });
    expect(ofKind(facts, 'McpServer')).toMatchObject([{ name: 'a', provider: null }]);
    expect(ofKind(facts, 'Guard')).toMatchObject([{ strength: 'advises' }]);
  });

  it('survives broken files', () => {
    for (const text of ['', '[', '{"hooks":[1]}', '{"terminalAllowlist":7}', 'null']) {
      const names = ['permissions', 'cli', 'sandbox', 'hooks', 'mcp'];
      const files = Object.fromEntries(names.map((name) => [`.cursor/${name}.json`, text]));
      expect(ofKind(run(files), 'Agent')).toHaveLength(2);
    }
  });
});

it('groups by the folder that holds .cursor', () => {
  const files = [
    '.cursor/mcp.json',
    '.cursorignore',
    'a/.cursor/rules/x.mdc',
    'a/b/.cursorignore',
    'c/AGENTS.md',
  ];
  expect(groupByFolder(files.map(filePath))).toEqual([
    ['.cursor/mcp.json', '.cursorignore', 'c/AGENTS.md'],
    ['a/.cursor/rules/x.mdc', 'a/b/.cursorignore'],
  ]);
  expect(groupByFolder([filePath('AGENTS.md'), filePath('.cursorignore')])).toEqual([]);
  const claude = ['.claude/settings.json', 'a/.claude/hooks/x.sh'].map(filePath);
  expect(groupByFolder(claude)).toEqual([]);
  expect(groupByFolder([...claude, filePath('.cursor/mcp.json')])).toEqual([
    ['.claude/settings.json', '.cursor/mcp.json'],
  ]);
});
