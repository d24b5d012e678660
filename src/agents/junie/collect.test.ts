import { describe, expect, it } from 'vitest';
import { acmeKnowledge, acmeToken } from '../../../test/acme-knowledge.ts';
import { agentFacts, agentIn } from '../../../test/agent-facts.ts';
import { ofKind, relationsOf } from '../../../test/facts-of-kind.ts';
import { filePath } from '../../model/source.ts';
import { known } from '../../model/value.ts';
import { collect } from './collect.ts';
import { collector } from './collector.ts';

const facts = (files: Readonly<Record<string, string>>) =>
  agentFacts(collect, acmeKnowledge, files);

describe('products', () => {
  const products = (files: Readonly<Record<string, string>>) =>
    ofKind(facts(files), 'Agent').map(({ product, folder }) => [product, folder]);

  it('are told apart by their files', () => {
    expect(products({ 'app/.junie/guidelines.md': '# Use services' })).toEqual([['junie', 'app']]);
    expect(products({ '.junie/allowlist.json': '{"rules": {}}' })).toEqual([['junie-cli', '']]);
    expect(products({ '.ai/mcp/mcp.json': '{"mcpServers": {}}' })).toEqual([
      ['jetbrains-ai-assistant', ''],
    ]);
    expect(
      products({
        '.junie/guidelines.md': '# Use services',
        '~/.junie/allowlist.json': '{"defaultBehavior": "ask"}',
      }),
    ).toEqual([
      ['junie', ''],
      ['junie-cli', ''],
    ]);
  });

  it('are not there because of prose or an ignore file', () => {
    expect(collector.group?.([filePath('AGENTS.md'), filePath('.aiignore')])).toEqual([]);
    expect(collector.group?.([filePath('.junie/AGENTS.md')])).toHaveLength(1);
  });
});

it('keeps its rules in the app', () => {
  const agent = agentIn(facts({ '.junie/guidelines.md': '# Use services' }));
  expect([agent.shell, agent.mcp, agent.read].map(known)).toEqual([undefined, undefined, 'runs']);
});

describe('an allowlist', () => {
  const inertOf = (files: Readonly<Record<string, string>>) =>
    ofKind(facts(files), 'InertSetting').map(({ name, looksProtective }) => [
      name,
      looksProtective,
    ]);

  it('in the repository counts for nothing', () => {
    expect(inertOf({ '.junie/allowlist.json': '{"defaultBehavior": "ask"}' })).toEqual([
      ['allowlist.json', true],
    ]);
    expect(inertOf({ '.junie/allowlist.json': '{"defaultBehavior": "allow"}' })).toEqual([
      ['allowlist.json', false],
    ]);
  });

  it('of the user counts unless it cannot be read', () => {
    const home = (text: string) => ({ '~/.junie/allowlist.json': text });
    expect(inertOf(home('{"defaultBehavior": "allow"}'))).toEqual([]);
    expect(inertOf(home('{"defaultBehavior": "deny"}'))).toEqual([['allowlist.json', true]]);
    expect(inertOf(home('{"rules": {"executables": []}}'))).toEqual([['allowlist.json', true]]);
  });

  it('keeps secrets', () => {
    const prefix = `ACME_ACCESS_TOKEN=${acmeToken} acme`;
    const rules = { executables: { rules: [{ prefix, action: 'allow' }] } };
    const all = facts({ '~/.junie/allowlist.json': JSON.stringify({ rules }) });
    expect(JSON.stringify(all)).not.toContain(acmeToken);
    expect(ofKind(all, 'AgentRule')).toHaveLength(1);
  });
});

it('starts servers of the folder and of the user', () => {
  const file = (name: string) =>
    `{"mcpServers": {"${name}": {"command": "npx", "args": ["@acme/mcp-server"]}}}`;
  const all = facts({
    '.junie/mcp/mcp.json': file('acme'),
    '~/.junie/mcp/mcp.json': file('mine'),
  });
  expect(ofKind(all, 'McpServer').map(({ name }) => name)).toEqual(['acme', 'mine']);
  expect(relationsOf(all, 'runs')).toHaveLength(2);
});

it.each(['', '[]', '{', '{"rules": 3, "mcpServers": []}'])('survives %j', (text) => {
  expect(() => facts({ '.junie/allowlist.json': text })).not.toThrow();
  expect(() => facts({ '.junie/mcp/mcp.json': text })).not.toThrow();
});
