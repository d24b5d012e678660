import { expect, it } from 'vitest';
import { acmeKnowledge, acmeToken } from '../../../test/acme-knowledge.ts';
import { agentFacts, agentIn } from '../../../test/agent-facts.ts';
import { ofKind } from '../../../test/facts-of-kind.ts';
import { filePath } from '../../model/source.ts';
import { collect } from './collect.ts';
import { groupByFolder } from './group.ts';

const facts = (files: Readonly<Record<string, string>>) =>
  agentFacts(collect, acmeKnowledge, files);

it('finds servers with what they are handed', () => {
  const found = facts({
    'app/.trae/mcp.json': JSON.stringify({
      mcpServers: {
        acme: { command: 'npx', args: ['@acme/mcp-server', '--access-token', acmeToken] },
        off: { command: 'x', disabled: true },
      },
    }),
  });
  expect(agentIn(found)).toMatchObject({ key: 'trae:agent/app', shell: { state: 'unknown' } });
  expect(ofKind(found, 'McpServer').map((server) => server.name)).toEqual(['acme']);
  expect(ofKind(found, 'Credential')).toHaveLength(1);
  expect(JSON.stringify(found)).not.toContain(acmeToken);
});

it('says what approves and hides nothing', () => {
  const found = facts({
    '.trae/mcp.json': '{"mcpServers":{"db":{"command":"db","autoApprove":["drop"]}},"deny":["x"]}',
    '.trae/.ignore': 'dist/\n*.pem\n!.env\n',
  });
  expect(ofKind(found, 'InertSetting').map((one) => [one.name, one.looksProtective])).toEqual([
    ['deny', true],
    ['autoApprove of db', false],
    ['*.pem in .trae/.ignore', true],
  ]);
  expect(ofKind(found, 'AgentRule')).toEqual([]);
});

it('counts prose as advice', () => {
  const found = facts({ '.trae/rules/rules.md': '# Rules\n\nNever drop a table in production.\n' });
  expect(ofKind(found, 'Guard')).toMatchObject([{ strength: 'advises' }]);
});

it.each(['', '[]', '{"mcpServers":[1]}', '{"mcpServers":{"a":{"args":{}}'])(
  'survives %j',
  (text) => {
    expect(() => facts({ '.trae/mcp.json': text, '.trae/.ignore': text })).not.toThrow();
  },
);

it('is not there for AGENTS.md alone', () => {
  expect(groupByFolder([filePath('AGENTS.md')])).toEqual([]);
});
