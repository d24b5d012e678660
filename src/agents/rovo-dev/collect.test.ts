import { expect, it } from 'vitest';
import { acmeKnowledge, acmeToken } from '../../../test/acme-knowledge.ts';
import { agentFacts, agentIn } from '../../../test/agent-facts.ts';
import { ofKind } from '../../../test/facts-of-kind.ts';
import { filePath } from '../../model/source.ts';
import { collect } from './collect.ts';
import { groupByFolder } from './group.ts';

const facts = (files: Readonly<Record<string, string>>) =>
  agentFacts(collect, acmeKnowledge, files);

it('reads rules, hides secrets in them, finds servers', () => {
  const found = facts({
    '.rovodev/config.yml': `toolPermissions:\n  bash:\n    commands:\n      - command: ACME_ACCESS_TOKEN=${acmeToken} acme .*\n        permission: allow\n`,
    '.rovodev/mcp.json': '{"mcpServers":{"acme":{"command":"npx","args":["@acme/mcp-server"]}}}',
  });
  expect(agentIn(found)).toMatchObject({ key: 'rovo-dev:agent/.', ruleOrder: 'strictest' });
  expect(ofKind(found, 'AgentRule')).toHaveLength(1);
  expect(ofKind(found, 'McpServer')).toMatchObject([{ provider: 'acme' }]);
  expect(JSON.stringify(found)).not.toContain(acmeToken);
});

it('says what does nothing', () => {
  const found = facts({
    '.rovodev/config.yml':
      'permission:\n  deny: [x]\ntoolPermissions:\n  default: auto\n  bash:\n    commands:\n      - { command: x, permission: block }\n',
  });
  expect(ofKind(found, 'InertSetting').map((one) => [one.name, one.looksProtective])).toEqual([
    ['permission auto', false],
    ['permission block', true],
    ['permission', true],
  ]);
  expect(agentIn(found).shell.state).toBe('unknown');
});

it.each([
  '',
  '- 1',
  'toolPermissions: 7',
  'toolPermissions:\n  default: constructor\n  bash: [1]\n  tools: [2]',
  'a: [',
])('survives %j', (text) => {
  expect(() => facts({ '.rovodev/config.yml': text, '.rovodev/mcp.json': text })).not.toThrow();
});

it('is not there for AGENTS.md alone', () => {
  expect(groupByFolder([filePath('AGENTS.md')])).toEqual([]);
});
