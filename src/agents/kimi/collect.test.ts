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
    '.kimi-code/mcp.json': JSON.stringify({
      mcpServers: {
        acme: { command: 'npx', args: ['@acme/mcp-server'], env: { ACME_ACCESS_TOKEN: acmeToken } },
      },
    }),
  });
  expect(agentIn(found)).toMatchObject({ key: 'kimi:agent/.', ruleOrder: 'first-match' });
  expect(ofKind(found, 'McpServer')).toMatchObject([{ provider: 'acme' }]);
  expect(JSON.stringify(found)).not.toContain(acmeToken);
});

it('says what counts in the home only', () => {
  const text =
    'default_permission_mode = "yolo"\n[[permission.rules]]\ndecision = "deny"\npattern = "Bash(x)"\n';
  const found = facts({ '.kimi-code/config.toml': text });
  expect(ofKind(found, 'InertSetting').map((one) => [one.name, one.looksProtective])).toEqual([
    ['default_permission_mode', false],
    ['permission', true],
  ]);
  expect(ofKind(found, 'AgentRule')).toEqual([]);
  expect(agentIn(found).shell).toMatchObject({ state: 'default', value: 'asks' });
});

it.each([
  ['', ['asks']],
  ['matcher = "Bash"', ['asks']],
  ['matcher = "WriteFile|StrReplaceFile"', []],
])('counts a hook with %j as %j', (matcher, strengths) => {
  const hook = `[[hooks]]\nevent = "PreToolUse"\n${matcher}\ncommand = "grep -q railway && exit 2"\n`;
  const found = facts({ '~/.kimi-code/config.toml': hook });
  expect(ofKind(found, 'Guard').map((guard) => guard.strength)).toEqual(strengths);
});

it('hides secrets in the rules of the home', () => {
  const found = facts({
    '~/.kimi-code/config.toml': `[[permission.rules]]\ndecision = "allow"\npattern = "Bash(ACME_ACCESS_TOKEN=${acmeToken} acme *)"\n`,
  });
  expect(ofKind(found, 'AgentRule')).toHaveLength(1);
  expect(JSON.stringify(found)).not.toContain(acmeToken);
});

it.each([
  '',
  '7',
  'hooks = [1]\n[permission]\nrules = [1, { decision = 3 }]',
  'permission = 1\ndefault_permission_mode = []',
])('survives %j', (text) => {
  const files = {
    '.kimi-code/config.toml': text,
    '~/.kimi-code/config.toml': text,
    '.kimi-code/mcp.json': text,
  };
  expect(() => facts(files)).not.toThrow();
});

it('is not there for AGENTS.md alone', () => {
  expect(groupByFolder([filePath('AGENTS.md')])).toEqual([]);
});
