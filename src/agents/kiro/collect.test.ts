import { describe, expect, it } from 'vitest';
import { acmeKnowledge, acmeToken } from '../../../test/acme-knowledge.ts';
import { agentFacts, agentIn } from '../../../test/agent-facts.ts';
import { ofKind, relationsOf } from '../../../test/facts-of-kind.ts';
import { textAt } from '../../../test/text-at.ts';
import { filePath } from '../../model/source.ts';
import { known } from '../../model/value.ts';
import { collect } from './collect.ts';
import { collector } from './collector.ts';

const facts = (files: Readonly<Record<string, string>>) =>
  agentFacts(collect, acmeKnowledge, files);
const agentFile = (value: object) => facts({ '.kiro/agents/infra.json': JSON.stringify(value) });

describe('agents', () => {
  it('are one for each file, and the default one only where something speaks of it', () => {
    const custom = { '.kiro/agents/infra.json': '{"tools": ["*"]}' };
    const names = (files: Readonly<Record<string, string>>) =>
      ofKind(facts(files), 'Agent').map(({ product, name }) => [product, name]);
    expect(names(custom)).toEqual([['kiro-cli', 'Kiro agent infra']]);
    expect(names({ ...custom, '.kiro/steering/ops.md': '# Ops' })).toEqual([
      ['kiro-cli', 'Kiro agent infra'],
    ]);
    expect(names({ ...custom, '.kiro/settings/mcp.json': '{"mcpServers": {}}' })).toEqual([
      ['kiro', 'kiro'],
      ['kiro-cli', 'Kiro agent infra'],
    ]);
    expect(names({ '.kiro/steering/ops.md': '# Ops' })).toEqual([['kiro', 'kiro']]);
  });

  it('of the user work everywhere unless one of the folder has their name', () => {
    const home = { '~/.kiro/agents/infra.json': '{"name": "infra", "allowedTools": ["shell"]}' };
    expect(agentIn(facts(home)).key).toBe('kiro-cli:agent/.#infra');
    const both = facts({ '.kiro/agents/x.json': '{"name": "infra", "tools": ["*"]}', ...home });
    expect(ofKind(both, 'AgentRule')).toEqual([]);
  });

  it('point at what they trust', () => {
    const text = '{\n  "tools": ["*"],\n  "allowedTools": ["execute_bash"]\n}';
    const all = facts({ '.kiro/agents/infra.json': text });
    expect(textAt(text, agentIn(all).at)).toBe('"allowedTools"');
    expect(textAt(text, agentIn(all).sandbox.at)).toBe('"tools"');
    expect(ofKind(all, 'AgentRule').map(({ at }) => textAt(text, at))).toEqual(['"execute_bash"']);
  });

  it('are not what every JSON file in the folder describes', () => {
    expect(facts({ '.kiro/agents/notes.json': '{"a": 1}' })).toEqual([]);
  });

  it.each(['', '[]', '{', '{"tools": 3, "allowedTools": {}, "toolsSettings": []}'])(
    'survive %j',
    (text) => {
      expect(() => facts({ '.kiro/agents/a.json': text })).not.toThrow();
      expect(() => facts({ '.kiro/settings/mcp.json': text })).not.toThrow();
    },
  );
});

describe('limits', () => {
  it('that a trusted tool passes over have no effect', () => {
    const inert = ofKind(
      agentFile({
        tools: ['*'],
        allowedTools: ['execute_bash', 'fs_write'],
        toolsSettings: {
          execute_bash: { allowedCommands: ['npm test'], denyByDefault: true },
          fs_write: { allowedPaths: ['src/**'] },
        },
      }),
      'InertSetting',
    );
    expect(inert.map(({ name }) => name)).toEqual([
      'allowedCommands of shell',
      'denyByDefault of shell',
      'allowedPaths of write',
    ]);
    expect(inert.every(({ looksProtective }) => looksProtective)).toBe(true);
  });

  it('of AWS services bind only where the shell is not free', () => {
    const settings = { use_aws: { deniedServices: ['rds'] } };
    const rules = (allowedTools: readonly string[]) =>
      ofKind(agentFile({ tools: ['*'], allowedTools, toolsSettings: settings }), 'AgentRule');
    expect(rules(['use_aws']).map(({ name }) => name)).toContain('deniedServices: rds');
    expect(rules(['use_aws', 'execute_bash']).map(({ name }) => name)).not.toContain(
      'deniedServices: rds',
    );
  });
});

describe('servers', () => {
  const shared = JSON.stringify({
    mcpServers: {
      acme: { command: 'npx', args: ['@acme/mcp-server'], autoApprove: ['execute_sql'] },
    },
  });

  it('of the folder are taken over by agents that ask for them', () => {
    const own = (value: object) =>
      ofKind(
        facts({
          '.kiro/agents/a.json': JSON.stringify({ name: 'a', tools: ['*'], ...value }),
          '.kiro/settings/mcp.json': shared,
        }),
        'AgentRule',
      ).filter(({ agent }) => agent === 'kiro-cli:agent/.#a');
    expect(own({})).toEqual([]);
    expect(own({ includeMcpJson: true }).map(({ name }) => name)).toEqual([
      'autoApprove of acme: execute_sql',
    ]);
  });

  it('that no tool names are not reached', () => {
    const value = {
      tools: ['shell', '@docs'],
      mcpServers: { acme: { command: 'npx', args: ['@acme/mcp-server'] }, docs: { command: 'x' } },
    };
    expect(ofKind(agentFile(value), 'McpServer').map(({ name }) => name)).toEqual(['docs']);
  });

  it('keep their secrets', () => {
    const env = { ACME_ACCESS_TOKEN: acmeToken };
    const all = agentFile({
      mcpServers: { acme: { command: 'npx', args: ['@acme/mcp-server'], env } },
    });
    expect(ofKind(all, 'Credential')).toHaveLength(1);
    expect(relationsOf(all, 'holds')).toHaveLength(1);
    expect(JSON.stringify(all)).not.toContain(acmeToken);
  });
});

describe('hooks', () => {
  const script = '#!/bin/sh\ngrep -q "cdk destroy" && exit 2\n';
  const hookFile = (hook: object) =>
    facts({
      '.kiro/hooks/guard.json': JSON.stringify({ version: 'v1', hooks: [hook] }),
      '.kiro/hooks/guard.sh': script,
    });
  const guard = {
    name: 'guard',
    trigger: 'PreToolUse',
    matcher: 'execute_bash|shell',
    action: { type: 'command', command: 'sh .kiro/hooks/guard.sh' },
  };

  it('stop tools before they run', () => {
    expect(ofKind(hookFile(guard), 'Guard').map(({ name, strength }) => [name, strength])).toEqual([
      ['PreToolUse hook guard.sh', 'blocks'],
    ]);
  });

  it('do not when they come late, are off or look at edits', () => {
    expect(ofKind(hookFile({ ...guard, trigger: 'PostToolUse' }), 'InertSetting')).toHaveLength(1);
    const off = hookFile({ ...guard, enabled: false });
    expect(ofKind(off, 'Guard')).toEqual([]);
    expect(ofKind(off, 'Weakness').map(({ control }) => control)).toEqual(['hook']);
    expect(ofKind(hookFile({ ...guard, matcher: 'fs_write' }), 'Guard')).toEqual([]);
  });

  it('inside an agent file are passed over by the newest CLI', () => {
    const all = facts({
      '.kiro/agents/a.json': JSON.stringify({
        tools: ['*'],
        hooks: { preToolUse: [{ matcher: 'execute_bash', command: '.kiro/hooks/guard.sh' }] },
      }),
      '.kiro/hooks/guard.sh': script,
    });
    expect(ofKind(all, 'Guard').map(({ strength }) => strength)).toEqual(['advises']);
    expect(ofKind(all, 'Weakness').map(({ control }) => control)).toEqual(['hook']);
  });
});

describe('files of the home folder', () => {
  it('give rules that the repository cannot give', () => {
    const rules = 'rules:\n  - capability: shell\n    effect: allow\n';
    const repository = facts({ '.kiro/settings/permissions.yaml': rules });
    expect(ofKind(repository, 'AgentRule')).toEqual([]);
    expect(
      ofKind(repository, 'InertSetting').map(({ looksProtective }) => looksProtective),
    ).toEqual([false]);
    const home = facts({ '~/.kiro/settings/permissions.yaml': rules });
    expect(ofKind(home, 'AgentRule').map(({ effect, pattern }) => [effect, pattern.type])).toEqual([
      ['allow', 'any'],
    ]);
    expect(agentIn(home).product).toBe('kiro');
  });

  it('hide what the user never shows', () => {
    const all = facts({
      'api/.kiro/settings/mcp.json': '{"mcpServers": {}}',
      '~/.kiro/settings/kiroignore': '.env\n',
    });
    expect(ofKind(all, 'AgentRule').map(({ pattern }) => pattern)).toEqual([
      { type: 'path', text: '.env', folder: 'api' },
    ]);
  });
});

it('is not there because of prose, and takes it for advice', () => {
  expect(collector.group?.([filePath('AGENTS.md')])).toEqual([]);
  const all = facts({ '.kiro/steering/ops.md': '# Ops\n\n- Never delete the production stack.\n' });
  expect(ofKind(all, 'Guard').map(({ strength }) => strength)).toEqual(['advises']);
  expect(known(agentIn(all).shell)).toBe('asks');
});
