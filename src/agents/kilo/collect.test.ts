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
const config = (value: unknown) => facts({ 'kilo.jsonc': JSON.stringify(value) });

describe('the sandbox', () => {
  const stateOf = (files: Readonly<Record<string, string>>) => {
    const agent = agentIn(facts(files));
    return [known(agent.sandbox), known(agent.network)];
  };
  const user = '~/.config/kilo/kilo.jsonc';

  it.each([
    [{ 'kilo.json': '{}' }, ['off', 'open']],
    [{ 'kilo.json': '{"sandbox": {"enabled": true}}' }, ['on', 'closed']],
    [
      { 'kilo.json': '{}', [user]: '{"sandbox": {"enabled": true, "network": "allow"}}' },
      ['on', 'open'],
    ],
    [
      {
        'kilo.json': '{"sandbox": {"network": "deny"}}',
        [user]: '{"sandbox": {"enabled": true, "network": "allow"}}',
      },
      ['on', 'closed'],
    ],
    [
      {
        'kilo.json': '{"sandbox": {"enabled": false}}',
        [user]: '{"sandbox": {"enabled": true, "allowed_hosts": ["github.com:443"]}}',
      },
      ['on', 'allowlist'],
    ],
  ])('of %j is %j', (files, state) => {
    expect(stateOf(files)).toEqual(state);
  });

  it('cannot be loosened by the project', () => {
    const inert = ofKind(
      config({ sandbox: { enabled: true, network: 'allow', writable_paths: ['~'] } }),
      'InertSetting',
    );
    expect(inert.map(({ name, looksProtective }) => [name, looksProtective])).toEqual([
      ['sandbox.network', false],
      ['sandbox.writable_paths', false],
    ]);
  });

  it('has holes where the user makes them', () => {
    const all = facts({
      'kilo.json': '{}',
      [user]:
        '{"sandbox": {"enabled": true, "network": "allow", "writable_paths": ["~", "~/out"]}}',
    });
    expect(ofKind(all, 'Weakness').map(({ name, control }) => [name, control])).toEqual([
      ['sandbox.writable_paths ~', 'sandbox'],
      ['sandbox.network', 'network'],
    ]);
  });
});

it('may change its own settings only where it is told so', () => {
  const weak = ofKind(config({ require_approval_for_config_edits: false }), 'Weakness');
  expect(weak.map(({ control }) => control)).toEqual(['approval']);
  expect(ofKind(config({ require_approval_for_config_edits: true }), 'Weakness')).toEqual([]);
});

it('keeps servers of older versions and drops their approvals', () => {
  const all = facts({
    '.kilocode/mcp.json': JSON.stringify({
      mcpServers: {
        acme: { command: 'npx', args: ['@acme/mcp-server'], alwaysAllow: ['execute_sql'] },
      },
    }),
    '.vscode/settings.json': '{"kilo-code.deniedCommands": ["railway"]}',
  });
  expect(ofKind(all, 'McpServer').map(({ title }) => title)).toEqual(['Acme MCP server']);
  expect(ofKind(all, 'AgentRule').every(({ tool }) => tool === 'read')).toBe(true);
  expect(
    ofKind(all, 'InertSetting').map(({ name, looksProtective }) => [name, looksProtective]),
  ).toEqual([
    ['alwaysAllow of acme', false],
    ['kilo-code.deniedCommands', true],
  ]);
});

it('has named agents beside the one that writes code', () => {
  const all = config({
    permission: { bash: { '*': 'ask' } },
    agent: {
      code: { permission: { bash: { 'git *': 'allow' } } },
      deploy: { permission: { bash: 'allow' } },
    },
  });
  expect(ofKind(all, 'Agent').map(({ name }) => name)).toEqual(['kilo', 'kilo agent deploy']);
});

it('masks secrets, survives broken files and leaves prose alone', () => {
  const pattern = `ACME_ACCESS_TOKEN=${acmeToken} acme *`;
  expect(JSON.stringify(config({ permission: { bash: { [pattern]: 'allow' } } }))).not.toContain(
    acmeToken,
  );
  for (const text of ['', '[]', '{', '{"sandbox": 1, "mcp": []}']) {
    expect(() => facts({ 'kilo.json': text })).not.toThrow();
  }
  expect(collector.group?.([filePath('AGENTS.md')])).toEqual([]);
});
