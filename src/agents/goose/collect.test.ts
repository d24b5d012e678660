import { expect, it } from 'vitest';
import { acmeKnowledge, acmeToken } from '../../../test/acme-knowledge.ts';
import { agentFacts, agentIn } from '../../../test/agent-facts.ts';
import { ofKind } from '../../../test/facts-of-kind.ts';
import { filePath } from '../../model/source.ts';
import { collect } from './collect.ts';
import { groupByFolder } from './group.ts';

const facts = (files: Readonly<Record<string, string>>) =>
  agentFacts(collect, acmeKnowledge, files);

it('finds the extensions of a recipe, and hides what they are handed', () => {
  const found = facts({
    '.goose/recipes/ship.yaml': `extensions:\n  - type: builtin\n    name: developer\n  - type: stdio\n    name: acme\n    cmd: npx\n    args: ["@acme/mcp-server"]\n    envs:\n      ACME_ACCESS_TOKEN: ${acmeToken}\n`,
  });
  expect(agentIn(found)).toMatchObject({ key: 'goose:agent/.', sandbox: { value: 'off' } });
  expect(ofKind(found, 'McpServer')).toMatchObject([{ name: 'acme', provider: 'acme' }]);
  expect(ofKind(found, 'Credential')).toHaveLength(1);
  expect(JSON.stringify(found)).not.toContain(acmeToken);
});

it('finds the extensions of the user and the servers of plugins', () => {
  const found = facts({
    '.goosehints': 'A shop.',
    '.agents/plugins/db/.mcp.json': '{"mcpServers":{"db":{"command":"db"}}}',
    '~/.config/goose/config.yaml':
      'extensions:\n  acme:\n    type: stdio\n    cmd: npx\n    args: ["@acme/mcp-server"]\n  off:\n    enabled: false\n    cmd: x\n  developer:\n    type: builtin\n',
  });
  expect(ofKind(found, 'McpServer').map((server) => server.name)).toEqual(['db', 'acme']);
});

it('says what does nothing', () => {
  const found = facts({ '.gooseignore': '.env\n', '.goose/config.yaml': 'GOOSE_MODE: auto\n' });
  expect(ofKind(found, 'InertSetting').map((one) => [one.name, one.looksProtective])).toEqual([
    ['.gooseignore', true],
    ['GOOSE_MODE', false],
  ]);
});

it.each([
  ['PreToolUse', undefined, ['asks'], 0],
  ['PreToolUse', 'developer__shell', ['asks'], 0],
  ['PreToolUse', 'supabase__.*', ['asks'], 0],
  ['PreToolUse', 'developer__write|developer__edit', [], 0],
  ['PreToolUse', '*', [], 0],
  ['PostToolUse', undefined, [], 1],
])('reads hooks at %s of %s', (event, matcher, strengths, inert) => {
  const found = facts({
    '.goosehints': 'A shop.',
    '.agents/plugins/g/hooks/hooks.json': JSON.stringify({
      hooks: { [event]: [{ matcher, hooks: [{ type: 'command', command: 'bash guard.sh' }] }] },
    }),
    '.agents/plugins/g/hooks/guard.sh': 'grep -q "terraform destroy" && exit 2',
  });
  expect(ofKind(found, 'Guard').map((guard) => guard.strength)).toEqual(strengths);
  expect(ofKind(found, 'InertSetting')).toHaveLength(inert);
});

it.each(['', '- 1', 'extensions: 7\nuser: [a]\nGOOSE_MODE: [x]', 'a: ['])('survives %j', (text) => {
  const files = {
    '.goose/a.yaml': text,
    '~/.config/goose/config.yaml': text,
    '~/.config/goose/permission.yaml': text,
  };
  expect(() => facts(files)).not.toThrow();
});

it('is not there for plugins alone', () => {
  expect(groupByFolder(['.agents/plugins/db/.mcp.json', 'AGENTS.md'].map(filePath))).toEqual([]);
});
