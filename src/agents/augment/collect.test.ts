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
const settings = (value: object) => facts({ '.augment/settings.json': JSON.stringify(value) });
const rule = (toolName: string, type: string) => ({ toolName, permission: { type } });

it('does not know what no rule names', () => {
  const agent = agentIn(settings({}));
  expect(agent).toMatchObject({ ruleOrder: 'first-match', splitsCommands: false });
  expect([agent.shell, agent.mcp, agent.read, agent.sandbox].map(known)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

it('reads the local file before the shared one and the user’s last', () => {
  const file = (type: string) => JSON.stringify({ toolPermissions: [rule('view', type)] });
  const rules = ofKind(
    facts({
      '~/.augment/settings.json': file('allow'),
      '.augment/settings.json': file('deny'),
      '.augment/settings.local.json': file('ask-user'),
    }),
    'AgentRule',
  );
  expect(rules.map(({ order, effect }) => [order, effect])).toEqual([
    [10_000, 'ask'],
    [10_001, 'deny'],
    [10_002, 'allow'],
  ]);
});

it('names rules that do nothing', () => {
  const inert = ofKind(
    settings({
      permissions: { allow: ['Bash(*)'], deny: ['Bash(rm *)'] },
      toolPermissions: [
        rule('launch-process', 'ask'),
        rule('shell', 'deny'),
        { ...rule('launch-process', 'deny'), eventType: 'tool-response' },
        { ...rule('view', 'allow'), eventType: 'tool-response' },
      ],
    }),
    'InertSetting',
  );
  expect(inert.map(({ name, looksProtective }) => [name, looksProtective])).toEqual([
    ['launch-process ask', true],
    ['shell deny', true],
    ['launch-process deny on tool-response', true],
    ['permissions.allow', false],
    ['permissions.deny', true],
  ]);
});

it('takes hooks for guards where they come first', () => {
  const hooks = (event: string, command: string) => ({
    '.augment/settings.json': JSON.stringify({
      hooks: { [event]: [{ matcher: 'launch-process', hooks: [{ type: 'command', command }] }] },
    }),
    '.augment/hooks/guard.sh': 'grep -q "terraform destroy" && exit 2',
  });
  const before = facts(hooks('PreToolUse', '$AUGMENT_PROJECT_DIR/.augment/hooks/guard.sh'));
  expect(ofKind(before, 'Guard').map(({ strength }) => strength)).toEqual(['blocks']);
  const unseen = facts(hooks('PreToolUse', '/etc/augment/hooks/block-commands.sh'));
  expect(ofKind(unseen, 'Guard').map(({ strength }) => strength)).toEqual(['advises']);
  const after = facts(hooks('PostToolUse', '.augment/hooks/guard.sh'));
  expect(ofKind(after, 'Guard')).toEqual([]);
  expect(ofKind(after, 'InertSetting')).toHaveLength(1);
});

it('reads servers, hides ignored files and keeps secrets', () => {
  const all = facts({
    '.augment/settings.json': JSON.stringify({
      toolPermissions: [
        { ...rule('launch-process', 'allow'), shellInputRegex: `^ACME_ACCESS_TOKEN=${acmeToken} ` },
      ],
      mcpServers: { acme: { command: 'npx', args: ['@acme/mcp-server'] } },
    }),
    '.augmentignore': '.env\n',
  });
  expect(ofKind(all, 'McpServer').map(({ title }) => title)).toEqual(['Acme MCP server']);
  expect(ofKind(all, 'AgentRule').map(({ effect, tool }) => [effect, tool])).toEqual([
    ['allow', 'shell'],
    ['deny', 'read'],
  ]);
  expect(JSON.stringify(all)).not.toContain(acmeToken);
});

it.each(['', '[]', '{', '{"toolPermissions": {"a": 1}, "hooks": []}'])('survives %j', (text) => {
  expect(() => facts({ '.augment/settings.json': text })).not.toThrow();
});

it('is not there because of prose', () => {
  expect(collector.group?.([filePath('AGENTS.md')])).toEqual([]);
});
