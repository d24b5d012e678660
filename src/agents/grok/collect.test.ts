import { expect, it } from 'vitest';
import { acmeKnowledge, acmeToken } from '../../../test/acme-knowledge.ts';
import { agentFacts, agentIn } from '../../../test/agent-facts.ts';
import { ofKind } from '../../../test/facts-of-kind.ts';
import { filePath } from '../../model/source.ts';
import { collect } from './collect.ts';
import { groupByFolder } from './group.ts';

const facts = (files: Readonly<Record<string, string>>) =>
  agentFacts(collect, acmeKnowledge, files);

it('reads rules with their places, hides secrets, finds servers', () => {
  const text = `[permission]\nallow = ["Bash(ACME_ACCESS_TOKEN=${acmeToken} acme *)", "Bash(ls)"]\n[mcp_servers.acme]\ncommand = "npx"\nargs = ["@acme/mcp-server"]\n`;
  const found = facts({ 'app/.grok/config.toml': text });
  expect(agentIn(found)).toMatchObject({
    key: 'grok:agent/app',
    shell: { state: 'default', value: 'asks' },
    sandbox: { state: 'unknown' },
  });
  const rules = ofKind(found, 'AgentRule');
  expect(rules.map((rule) => text.slice(rule.at.start, rule.at.end))[1]).toBe('"Bash(ls)"');
  expect(JSON.stringify(found)).not.toContain(acmeToken);
  expect(ofKind(found, 'McpServer')).toMatchObject([{ provider: 'acme' }]);
});

it('says what does nothing', () => {
  const text =
    '[ui]\npermission_mode = "always-approve"\n[permission]\ndeny = ["Shell(railway)", "Exec(x)"]\nallow = ["Shell(ls)"]\n';
  const found = facts({ '.grok/config.toml': text });
  expect(ofKind(found, 'InertSetting').map((one) => [one.name, one.looksProtective])).toEqual([
    ['Shell(railway) in deny', true],
    ['Exec(x) in deny', true],
    ['permission_mode', false],
  ]);
  expect(agentIn(found).shell).toMatchObject({ state: 'default', value: 'asks' });
});

it.each([
  ['PreToolUse', 'Bash', ['asks'], 0],
  ['PreToolUse', 'Read|Edit', [], 0],
  ['PostToolUse', 'Bash', [], 1],
])('reads hooks at %s of %s', (event, matcher, strengths, inert) => {
  const found = facts({
    '.grok/hooks/guard.json': JSON.stringify({
      hooks: {
        [event]: [{ matcher, hooks: [{ type: 'command', command: '.grok/hooks/guard.sh' }] }],
      },
    }),
    '.grok/hooks/guard.sh': 'grep -q "railway" && exit 2',
  });
  expect(ofKind(found, 'Guard').map((guard) => guard.strength)).toEqual(strengths);
  expect(ofKind(found, 'InertSetting')).toHaveLength(inert);
});

it.each([
  '',
  '7',
  '[permission]\nallow = "x"\nrules = [1, {}, { action = "deny" }]\n[ui]\nyolo = 3\n[mcp_servers]\na = 1',
])('survives %j', (text) => {
  expect(() => facts({ '.grok/config.toml': text, '~/.grok/config.toml': text })).not.toThrow();
});

it('is not there for AGENTS.md alone', () => {
  expect(groupByFolder([filePath('AGENTS.md')])).toEqual([]);
});
