import { describe, expect, it } from 'vitest';
import { createKnowledge } from '../../engine/knowledge.ts';
import { parse as parseJson } from '../../formats/json/parse.ts';
import { parse as parseMarkdown } from '../../formats/markdown/parse.ts';
import { parse as parseText } from '../../formats/text/parse.ts';
import type { Agent, EntityKind, EntityOf, Fact } from '../../model/fact.ts';
import type { ProviderFacts } from '../../model/knowledge.ts';
import { filePath, type SourceRange } from '../../model/source.ts';
import { collect } from './collect.ts';

const sourced = { source: 'https://example.com/docs', checkedOn: '2026-11-21' };
const pack: ProviderFacts = {
  id: 'acme',
  title: 'Acme',
  credentials: [
    {
      ...sourced,
      id: 'account-token',
      title: 'Acme account token',
      env: ['ACME_ACCESS_TOKEN'],
      headers: [],
      prefixes: ['acme_'],
      shape: /acme_[a-z0-9]{24}/,
      scope: 'account',
      actions: ['admin'],
      plane: 'control',
      expires: 'never',
      narrower: 'use a project token',
      isPublic: false,
    },
  ],
  commands: [],
  api: null,
  mcp: [
    {
      ...sourced,
      id: 'acme-mcp',
      packages: ['@acme/mcp-server'],
      hosts: ['mcp.acme.example'],
      destructiveTools: ['execute_sql'],
      readOnlyFlag: '--read-only',
    },
  ],
  variables: [],
  hosts: [],
  stores: [],
};
const knowledge = createKnowledge([pack], new Uint8Array(32));
const token = `acme${'_'}${'k3v9x1q7z5m2'.repeat(2)}`;

function run(files: Readonly<Record<string, string>>): readonly Fact[] {
  const documents = Object.entries(files).map(([file, text]) => {
    const parse = file.endsWith('.json')
      ? parseJson
      : file.endsWith('.md')
        ? parseMarkdown
        : parseText;
    return parse(filePath(file), text);
  });
  const facts = collect({ id: documents[0]?.file ?? '', documents }, knowledge);
  expect(structuredClone(facts)).toEqual(facts);
  return facts;
}

function settings(value: unknown): readonly Fact[] {
  return run({ '.claude/settings.json': JSON.stringify(value, null, 2) });
}

function all<K extends EntityKind>(facts: readonly Fact[], kind: K): readonly EntityOf<K>[] {
  return facts.filter((fact): fact is EntityOf<K> => fact.kind === kind);
}

function agentIn(facts: readonly Fact[]): Agent {
  const [agent, ...others] = all(facts, 'Agent');
  if (agent === undefined || others.length > 0) throw new Error('expected one agent');
  return agent;
}

function slice(text: string, at: SourceRange): string {
  return text.slice(at.start, at.end);
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
    expect(all(hooked('PreToolUse', {}), 'Guard')).toMatchObject([{ strength: 'asks' }]);
    expect(all(hooked('PreToolUse', { onFailure: 'block' }), 'Guard')).toMatchObject([
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
      expect(all(facts, 'Guard')).toEqual([]);
      expect(all(facts, 'InertSetting')).toMatchObject([{ looksProtective: true }]);
    }
  });

  it('does not take a formatter for a guard', () => {
    const facts = settings({
      hooks: {
        PreToolUse: [{ matcher: 'Edit', hooks: [{ type: 'command', command: 'prettier .' }] }],
      },
    });
    expect(all(facts, 'Guard')).toEqual([]);
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
    expect(all(facts, 'McpServer')).toMatchObject([
      { name: 'db', provider: 'acme', agent: agentIn(facts).key, collector: 'claude-code' },
    ]);
    expect(all(facts, 'Credential')).toMatchObject([{ provider: 'acme', form: 'literal' }]);
    expect(JSON.stringify(facts)).not.toContain(token);
  });

  it('leaves out those that the settings reject', () => {
    const facts = servers({ a: { command: 'x' } }, { disabledMcpjsonServers: ['a'] });
    expect(all(facts, 'McpServer')).toEqual([]);
  });
});

describe('skills, subagents and prose', () => {
  it('counts what a skill allows', () => {
    const text = '---\nname: x\nallowed-tools: Bash(railway:*), Bash(curl:*) Read\n---\nText\n';
    const facts = run({ '.claude/skills/use/SKILL.md': text });
    const rules = all(facts, 'AgentRule');
    expect(rules.map((rule) => rule.name)).toEqual(['Bash(railway:*)', 'Bash(curl:*)', 'Read']);
    expect(rules.map((rule) => slice(text, rule.at))).toEqual([
      'Bash(railway:*)',
      'Bash(curl:*)',
      'Read',
    ]);
    expect(agentIn(facts).folder).toBe('');
  });

  it('counts a list of them', () => {
    const text = '---\nallowed-tools:\n  - Bash(npx *)\n  - Read\n---\n';
    expect(
      all(run({ 'a/.claude/commands/go.md': text }), 'AgentRule').map((rule) => rule.name),
    ).toEqual(['Bash(npx *)', 'Read']);
  });

  it('lets settings switch a subagent’s bypass off', () => {
    const agents = {
      '.claude/agents/ops.md': '---\nname: ops\npermissionMode: bypassPermissions\n---\n',
    };
    expect(all(run(agents), 'AgentRule')).toMatchObject([{ tool: 'any', inert: null }]);
    const off = '{"permissions":{"disableBypassPermissionsMode":"disable"}}';
    const [rule] = all(run({ '.claude/settings.json': off, ...agents }), 'AgentRule');
    expect(rule?.inert).not.toBeNull();
  });

  it('takes prose for an agent and its prohibition for advice', () => {
    const text = '# notes\n\n- Be kind.\n- Never run terraform destroy on production.\n';
    const facts = run({ 'CLAUDE.md': text });
    expect(agentIn(facts).at).toMatchObject({ file: 'CLAUDE.md', start: 0 });
    const [guard] = all(facts, 'Guard');
    expect(guard?.strength).toBe('advises');
    expect(guard && slice(text, guard.at)).toBe('- Never run terraform destroy on production.');
  });
});
