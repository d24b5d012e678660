import { describe, expect, it } from 'vitest';
import { acmeKnowledge, acmeToken } from '../../../test/acme-knowledge.ts';
import { agentFacts, agentIn } from '../../../test/agent-facts.ts';
import { ofKind } from '../../../test/facts-of-kind.ts';
import { filePath } from '../../model/source.ts';
import { known } from '../../model/value.ts';
import { collect } from './collect.ts';
import { collector } from './collector.ts';

const facts = (files: Readonly<Record<string, string>>) =>
  agentFacts(collect, acmeKnowledge, files);
const settings = (value: object) => facts({ '.amp/settings.json': JSON.stringify(value) });

it('does not know what no rule names', () => {
  const agent = agentIn(settings({ 'amp.permissions': [] }));
  expect([known(agent.shell), known(agent.mcp), known(agent.sandbox)]).toEqual([
    undefined,
    'runs',
    undefined,
  ]);
});

it('is not there where its settings say nothing', () => {
  expect(facts({ '.vscode/settings.json': '{"editor.tabSize": 2}' })).toEqual([]);
  expect(collector.group?.([filePath('AGENTS.md')])).toEqual([]);
});

describe('settings of folder and user', () => {
  const user = '~/.config/amp/settings.json';

  it('the folder decides', () => {
    const on = '{"amp.dangerouslyAllowAll": true}';
    const off = '{"amp.dangerouslyAllowAll": false}';
    expect(known(agentIn(facts({ '.amp/settings.json': off, [user]: on })).shell)).toBeUndefined();
    expect(known(agentIn(facts({ '.amp/settings.json': on, [user]: off })).shell)).toBe('runs');
    expect(known(agentIn(facts({ [user]: on })).shell)).toBe('runs');
  });

  it('rules of the folder come first', () => {
    const rule = (action: string) =>
      JSON.stringify({ 'amp.permissions': [{ tool: 'Bash', action }] });
    const rules = ofKind(
      facts({ [user]: rule('allow'), '.amp/settings.json': rule('ask') }),
      'AgentRule',
    );
    expect([...rules].sort((a, b) => a.order - b.order).map(({ effect }) => effect)).toEqual([
      'ask',
      'allow',
    ]);
  });
});

it('names rules that match nothing', () => {
  const inert = ofKind(
    settings({
      'amp.permissions': [
        { tool: 'Shell', action: 'reject' },
        { tool: 'Bash', action: 'deny' },
        { action: 'ask' },
      ],
    }),
    'InertSetting',
  );
  expect(inert.map(({ name }) => name)).toEqual(['Shell reject', 'Bash deny', 'rule ask']);
});

it('leaves out rules with conditions that it does not understand', () => {
  const all = settings({
    'amp.permissions': [{ tool: 'Bash', matches: { cmd: '*', cwd: '/x' }, action: 'allow' }],
  });
  expect(ofKind(all, 'AgentRule')).toEqual([]);
});

it('does not start servers that are rejected', () => {
  const servers = {
    acme: { command: 'npx', args: ['-y', '@acme/mcp-server'] },
    other: { url: 'https://mcp.acme.example/mcp' },
  };
  const names = (mcpPermissions: readonly object[]) =>
    ofKind(
      settings({ 'amp.mcpServers': servers, 'amp.mcpPermissions': mcpPermissions }),
      'McpServer',
    ).map(({ name }) => name);
  expect(names([])).toEqual(['acme', 'other']);
  expect(names([{ matches: { command: '*' }, action: 'reject' }])).toEqual(['other']);
  expect(
    names([
      { matches: { command: 'npx', args: '*@acme/*' }, action: 'allow' },
      { matches: { command: '*' }, action: 'reject' },
      { matches: { url: '*acme.example*' }, action: 'reject' },
    ]),
  ).toEqual(['acme']);
});

it('masks secrets and survives broken files', () => {
  const cmd = `ACME_ACCESS_TOKEN=${acmeToken} acme *`;
  const all = settings({
    'amp.permissions': [{ tool: 'Bash', matches: { cmd }, action: 'allow' }],
  });
  expect(JSON.stringify(all)).not.toContain(acmeToken);
  expect(ofKind(all, 'AgentRule')).toHaveLength(1);
  for (const text of ['', '[]', '{', '{"amp.permissions": {"a": 1}, "amp.mcpServers": 3}']) {
    expect(() => facts({ '.amp/settings.json': text })).not.toThrow();
  }
});
