import { describe, expect, it } from 'vitest';
import { acmeKnowledge, acmeToken as token } from '../../../test/acme-knowledge.ts';
import { agentFacts, agentIn } from '../../../test/agent-facts.ts';
import { ofKind } from '../../../test/facts-of-kind.ts';
import { textAt } from '../../../test/text-at.ts';
import type { Fact } from '../../model/fact.ts';
import { collect } from './collect.ts';

function run(files: Readonly<Record<string, string>>): readonly Fact[] {
  return agentFacts(collect, acmeKnowledge, files);
}

function settings(value: unknown): readonly Fact[] {
  return run({ '.claude/settings.json': JSON.stringify(value, null, 2) });
}

describe('hooks', () => {
  const script = '#!/bin/sh\ngrep -q "terraform destroy" && exit 2\n';
  const hooked = (event: string, hook: object, more: object = {}): readonly Fact[] =>
    run({
      '.claude/settings.json': JSON.stringify({
        ...more,
        hooks: {
          [event]: [
            {
              matcher: 'Bash',
              hooks: [{ type: 'command', command: '.claude/hooks/guard.sh', ...hook }],
            },
          ],
        },
      }),
      '.claude/hooks/guard.sh': script,
    });

  it('asks when it fails open and blocks when it fails closed', () => {
    expect(ofKind(hooked('PreToolUse', {}), 'Guard')).toMatchObject([{ strength: 'asks' }]);
    expect(ofKind(hooked('PreToolUse', { onFailure: 'block' }), 'Guard')).toMatchObject([
      { strength: 'blocks' },
    ]);
  });

  it('is in vain after the tool, in the background, or switched off', () => {
    const vain = [
      hooked('PostToolUse', {}),
      hooked('PreToolUse', { async: true }),
      hooked('PreToolUse', {}, { disableAllHooks: true }),
    ];
    for (const facts of vain) {
      expect(ofKind(facts, 'Guard')).toEqual([]);
      expect(ofKind(facts, 'InertSetting')).toMatchObject([{ looksProtective: true }]);
    }
  });

  it.each([
    ['a script that is not there', { command: '.claude/hooks/guard.py' }, /not in the tree/],
    ['a success whatever happens', { command: '.claude/hooks/guard.sh || true' }, /success/],
    ['a name that no tool has', { matcher: 'bash' }, /no tool named "bash"/],
    ['a server without its tools', { matcher: 'mcp__db' }, /no tool named "mcp__db"/],
  ])(
    'is in vain with %s',
    (_, {
      command = '.claude/hooks/guard.sh',
      matcher = 'Bash',
    }: { command?: string; matcher?: string }, why) => {
      const hook = { matcher, hooks: [{ type: 'command', command }] };
      const facts = run({
        '.claude/settings.json': JSON.stringify({ hooks: { PreToolUse: [hook] } }),
        '.claude/hooks/guard.sh': script,
      });
      expect(ofKind(facts, 'Guard')).toEqual([]);
      expect(ofKind(facts, 'InertSetting')).toMatchObject([
        { looksProtective: true, because: expect.stringMatching(why) },
      ]);
    },
  );

  it('is in vain with exit code 1', () => {
    const facts = run({
      '.claude/settings.json': JSON.stringify({
        hooks: {
          PreToolUse: [{ matcher: 'Bash', hooks: [{ command: 'sh .claude/hooks/check.sh' }] }],
        },
      }),
      '.claude/hooks/check.sh': 'grep -q "terraform destroy" && { echo "not allowed"; exit 1; }\n',
    });
    expect(ofKind(facts, 'InertSetting')).toMatchObject([{ name: 'PreToolUse hook check.sh' }]);
  });

  it('does not look for scripts of the home folder', () => {
    for (const home of ['~/', '$HOME/', '"$HOME"/', '/home/ada/']) {
      const facts = hooked('PreToolUse', { command: `${home}.claude/hooks/guard.py` });
      expect(ofKind(facts, 'InertSetting')).toEqual([]);
      expect(ofKind(facts, 'Guard')).toMatchObject([{ strength: 'advises' }]);
    }
  });

  it('sees servers only where its matcher names them', () => {
    const weak = (matcher: string, servers: object): readonly string[] => {
      const hooks = [{ command: '.claude/hooks/guard.sh', onFailure: 'block' }];
      const facts = run({
        '.claude/settings.json': JSON.stringify({ hooks: { PreToolUse: [{ matcher, hooks }] } }),
        '.claude/hooks/guard.sh': script,
        '.mcp.json': JSON.stringify({ mcpServers: servers }),
      });
      return ofKind(facts, 'Weakness').map(({ name }) => name);
    };
    const db = { db: { command: 'x' } };
    expect(weak('Bash', db)).toEqual(['PreToolUse hook guard.sh matcher']);
    expect(weak('Bash', {})).toEqual([]);
    for (const matcher of [
      '',
      '*',
      'Bash|mcp__.*',
      'Bash|mcp__db__drop',
      '.*',
      '^(Bash|mcp__.+)$',
    ]) {
      expect(weak(matcher, db)).toEqual([]);
    }
  });

  it('is no question when it answers itself', () => {
    const command = `echo '{"hookSpecificOutput":{"permissionDecision":"allow"}}'`;
    expect(ofKind(hooked('PreToolUse', { command }), 'Weakness')).toMatchObject([
      { control: 'approval' },
    ]);
  });

  it('does not take a formatter for a guard', () => {
    const facts = settings({
      hooks: {
        PreToolUse: [{ matcher: 'Edit', hooks: [{ type: 'command', command: 'prettier .' }] }],
      },
    });
    expect(ofKind(facts, 'Guard')).toEqual([]);
  });
});

describe('servers', () => {
  const servers = (mcpServers: unknown, more: object = {}): readonly Fact[] =>
    run({
      '.claude/settings.json': JSON.stringify(more),
      '.mcp.json': JSON.stringify({ mcpServers }),
    });

  it('reads .mcp.json for the agent of its folder', () => {
    const env = { ACME_ACCESS_TOKEN: token };
    const facts = servers({ db: { command: 'npx', args: ['@acme/mcp-server'], env } });
    expect(ofKind(facts, 'McpServer')).toMatchObject([
      { name: 'db', provider: 'acme', agent: agentIn(facts).key, collector: 'claude-code' },
    ]);
    expect(ofKind(facts, 'Credential')).toMatchObject([{ provider: 'acme', form: 'literal' }]);
    expect(JSON.stringify(facts)).not.toContain(token);
  });

  it('leaves out those that the settings reject', () => {
    const facts = servers({ a: { command: 'x' } }, { disabledMcpjsonServers: ['a'] });
    expect(ofKind(facts, 'McpServer')).toEqual([]);
  });
});

describe('plugins', () => {
  const plugin = (enabledPlugins: object): readonly Fact[] =>
    run({
      '.claude/settings.json': JSON.stringify({ enabledPlugins }),
      'plugins/ops/.claude-plugin/plugin.json': '{"name":"ops"}',
      'plugins/ops/.mcp.json':
        '{"mcpServers":{"db":{"command":"npx","args":["@acme/mcp-server"]}}}',
      'plugins/ops/hooks/hooks.json': JSON.stringify({
        hooks: {
          PreToolUse: [
            {
              matcher: 'Bash',
              hooks: [{ command: '$CLAUDE_PLUGIN_ROOT/hooks/guard.sh', onFailure: 'block' }],
            },
          ],
        },
      }),
      'plugins/ops/hooks/guard.sh': 'grep -q "terraform destroy" && exit 2\n',
    });

  it('count where they are switched on', () => {
    const facts = plugin({ 'ops@team': true });
    expect(agentIn(facts).folder).toBe('');
    expect(ofKind(facts, 'McpServer')).toMatchObject([{ name: 'plugin_ops_db', provider: 'acme' }]);
    expect(ofKind(facts, 'Guard')).toMatchObject([{ strength: 'blocks' }]);
  });

  it.each([{}, { 'ops@team': false }, { 'other@team': true }])('are unknown with %j', (enabled) => {
    const facts = plugin(enabled);
    expect(ofKind(facts, 'McpServer')).toEqual([]);
    expect(ofKind(facts, 'Guard')).toMatchObject([{ strength: 'advises' }]);
    expect(ofKind(facts, 'Weakness')).toEqual([]);
  });
});

describe('skills, subagents and prose', () => {
  it('counts servers that a skill allows and a subagent starts', () => {
    const facts = run({
      '.claude/commands/db.md': '---\nallowed-tools: mcp__acme__drop_table, mcp__acme\n---\n',
      '.claude/agents/ops.md':
        '---\nname: ops\nmcpServers:\n  - github\n  - db:\n      command: npx\n      args: ["@acme/mcp-server"]\n---\n',
    });
    expect(ofKind(facts, 'AgentRule').map(({ tool, pattern }) => [tool, pattern])).toEqual([
      ['mcp', { type: 'exact', text: 'acme:drop_table' }],
      ['mcp', { type: 'glob', text: 'acme:*' }],
    ]);
    expect(ofKind(facts, 'McpServer')).toMatchObject([{ name: 'db', provider: 'acme' }]);
  });

  it('counts what a skill allows', () => {
    const text = '---\nname: x\nallowed-tools: Bash(railway:*), Bash(curl:*) Read\n---\nText\n';
    const facts = run({ '.claude/skills/use/SKILL.md': text });
    const rules = ofKind(facts, 'AgentRule');
    expect(rules.map((rule) => rule.name)).toEqual(['Bash(railway:*)', 'Bash(curl:*)', 'Read']);
    expect(rules.map((rule) => textAt(text, rule.at))).toEqual([
      'Bash(railway:*)',
      'Bash(curl:*)',
      'Read',
    ]);
    expect(agentIn(facts).folder).toBe('');
  });

  it('counts a list of them', () => {
    const text = '---\nallowed-tools:\n  - Bash(npx *)\n  - Read\n---\n';
    expect(
      ofKind(run({ 'a/.claude/commands/go.md': text }), 'AgentRule').map((rule) => rule.name),
    ).toEqual(['Bash(npx *)', 'Read']);
  });

  it('lets settings switch a subagent’s bypass off', () => {
    const agents = {
      '.claude/agents/ops.md': '---\nname: ops\npermissionMode: bypassPermissions\n---\n',
    };
    expect(ofKind(run(agents), 'AgentRule')).toMatchObject([{ tool: 'any', inert: null }]);
    const off = '{"permissions":{"disableBypassPermissionsMode":"disable"}}';
    const [rule] = ofKind(run({ '.claude/settings.json': off, ...agents }), 'AgentRule');
    expect(rule?.inert).not.toBeNull();
  });

  it('takes prose for an agent and its prohibition for advice', () => {
    const text = '# notes\n\n- Be kind.\n- Never run terraform destroy on production.\n';
    const facts = run({ 'CLAUDE.md': text });
    expect(agentIn(facts).at).toMatchObject({ file: 'CLAUDE.md', start: 0 });
    const [guard] = ofKind(facts, 'Guard');
    expect(guard?.strength).toBe('advises');
    expect(guard && textAt(text, guard.at)).toBe('- Never run terraform destroy on production.');
  });
});
