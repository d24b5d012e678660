import { expect, it } from 'vitest';
import { acmeKnowledge, acmeToken } from '../../../test/acme-knowledge.ts';
import { agentFacts, agentIn } from '../../../test/agent-facts.ts';
import { ofKind } from '../../../test/facts-of-kind.ts';
import { filePath } from '../../model/source.ts';
import { known } from '../../model/value.ts';
import { collect } from './collect.ts';
import { collector } from './collector.ts';

const facts = (files: Readonly<Record<string, string>>) =>
  agentFacts(collect, acmeKnowledge, files);

it('has the default agent where no file describes one', () => {
  const agent = agentIn(facts({ 'api/.amazonq/mcp.json': '{"mcpServers": {}}' }));
  expect(agent).toMatchObject({ product: 'amazon-q', key: 'amazon-q:agent/api' });
  expect([known(agent.shell), known(agent.read), known(agent.sandbox)]).toEqual([
    'asks',
    'runs',
    'off',
  ]);
});

it('takes over shared servers where a file says so, those of the user too', () => {
  const shared = '{"mcpServers": {"acme": {"command": "npx", "args": ["@acme/mcp-server"]}}}';
  const servers = (value: object) =>
    ofKind(
      facts({
        '.amazonq/cli-agents/a.json': JSON.stringify({ tools: ['*'], ...value }),
        '~/.aws/amazonq/mcp.json': shared,
      }),
      'McpServer',
    ).map(({ title }) => title);
  expect(servers({})).toEqual([]);
  expect(servers({ useLegacyMcpJson: true })).toEqual(['Acme MCP server']);
});

it('says that a bare star trusts nothing', () => {
  const all = facts({ '.amazonq/cli-agents/a.json': '{"tools": ["*"], "allowedTools": ["*"]}' });
  expect(ofKind(all, 'InertSetting').map(({ because }) => because)).toEqual([
    'Amazon Q takes no bare "*" in allowedTools',
  ]);
});

it('lets hooks of an agent stop tools', () => {
  const command = `sh -c 'grep -q "terraform destroy" && exit 2'`;
  const hooks = { preToolUse: [{ matcher: 'execute_bash', command }] };
  const all = facts({ '.amazonq/cli-agents/a.json': JSON.stringify({ tools: ['*'], hooks }) });
  expect(ofKind(all, 'Guard').map(({ strength }) => strength)).toEqual(['blocks']);
  expect(ofKind(all, 'Weakness')).toEqual([]);
});

it('masks secrets, survives broken files and leaves prose alone', () => {
  const allowedCommands = [`ACME_ACCESS_TOKEN=${acmeToken} acme .*`];
  const value = { toolsSettings: { execute_bash: { allowedCommands } } };
  const all = facts({ '.amazonq/cli-agents/a.json': JSON.stringify(value) });
  expect(JSON.stringify(all)).not.toContain(acmeToken);
  for (const text of ['', '[]', '{']) {
    expect(() => facts({ '.amazonq/cli-agents/a.json': text })).not.toThrow();
  }
  expect(collector.group?.([filePath('AGENTS.md')])).toEqual([]);
});
