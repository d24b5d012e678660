import { expect, it } from 'vitest';
import { acmeKnowledge, acmeToken } from '../../../test/acme-knowledge.ts';
import { agentFacts, agentIn } from '../../../test/agent-facts.ts';
import { ofKind } from '../../../test/facts-of-kind.ts';
import { filePath } from '../../model/source.ts';
import { collect } from './collect.ts';
import { groupByFolder } from './group.ts';

const facts = (files: Readonly<Record<string, string>>) =>
  agentFacts(collect, acmeKnowledge, files);

it.each([
  ['below mcpServers', (server: object) => ({ mcpServers: { acme: server } })],
  ['at the top', (server: object) => ({ acme: server })],
])('finds servers %s', (_, wrap) => {
  const server = {
    command: 'npx',
    args: ['@acme/mcp-server'],
    env: { ACME_ACCESS_TOKEN: acmeToken },
  };
  const found = facts({ '.warp/.mcp.json': JSON.stringify(wrap(server)) });
  expect(agentIn(found)).toMatchObject({ key: 'warp:agent/.', shell: { state: 'unknown' } });
  expect(ofKind(found, 'McpServer')).toMatchObject([{ name: 'acme', provider: 'acme' }]);
  expect(JSON.stringify(found)).not.toContain(acmeToken);
});

it('says that the repository sets no permissions', () => {
  const found = facts({
    '.warp/settings.toml':
      '[agents.execution_profiles.default]\nexecute_commands = "always_allow"\n',
  });
  expect(ofKind(found, 'InertSetting')).toMatchObject([{ looksProtective: false }]);
  expect(agentIn(found).shell.state).toBe('unknown');
});

it('says that a denylist replaces the one of Warp', () => {
  const found = facts({
    'WARP.md': 'Never delete production volumes.\n',
    '~/.config/warp-terminal/settings.toml':
      '[agents.execution_profiles.a]\ncommand_denylist = ["x"]\n',
  });
  expect(ofKind(found, 'Weakness')).toMatchObject([
    { name: 'command_denylist', control: 'approval' },
  ]);
  expect(ofKind(found, 'Guard')).toMatchObject([{ strength: 'advises' }]);
});

it('does not choose among several profiles', () => {
  const text =
    '[agents.execution_profiles.a]\nexecute_commands = "always_allow"\n[agents.execution_profiles.b]\nexecute_commands = "always_ask"\n';
  expect(agentIn(facts({ 'WARP.md': '#', '~/.warp/settings.toml': text })).shell.state).toBe(
    'unknown',
  );
});

it.each([
  '',
  '7',
  '[agents]\nexecution_profiles = 3',
  '[agents.execution_profiles.default]\ncommand_denylist = "("\ncommand_allowlist = [["a"]]',
])('survives %j', (text) => {
  expect(() =>
    facts({
      'WARP.md': '',
      '.warp/settings.toml': text,
      '~/.warp/settings.toml': text,
      '.warp/.mcp.json': text,
    }),
  ).not.toThrow();
});

it('groups by folder', () => {
  expect(groupByFolder(['a/.warp/.mcp.json', 'a/AGENTS.md', 'b/AGENTS.md'].map(filePath))).toEqual([
    ['a/.warp/.mcp.json', 'a/AGENTS.md'],
  ]);
});
