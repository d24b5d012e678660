import { expect, it } from 'vitest';
import { acmeKnowledge, acmeToken } from '../../../test/acme-knowledge.ts';
import { agentFacts, agentIn } from '../../../test/agent-facts.ts';
import { ofKind } from '../../../test/facts-of-kind.ts';
import { filePath } from '../../model/source.ts';
import { known } from '../../model/value.ts';
import { collect } from './collect.ts';
import { groupByFolder } from './group.ts';

const facts = (files: Readonly<Record<string, string>>) =>
  agentFacts(collect, acmeKnowledge, files);

it('reads rules, hides secrets in them, finds servers', () => {
  const found = facts({
    '.vibe/config.toml': `[tools.bash]\nallowlist = ["ACME_ACCESS_TOKEN=${acmeToken} acme"]\n[[mcp_servers]]\nname = "acme"\ncommand = "npx"\nargs = ["@acme/mcp-server"]\n`,
  });
  expect(agentIn(found)).toMatchObject({ key: 'mistral-vibe:agent/.', sandbox: { value: 'off' } });
  expect(ofKind(found, 'AgentRule').filter(({ implied }) => !implied)).toHaveLength(1);
  expect(ofKind(found, 'McpServer')).toMatchObject([{ name: 'acme', provider: 'acme' }]);
  expect(JSON.stringify(found)).not.toContain(acmeToken);
});

it('does not know what another profile decides', () => {
  const shell = (profile: string) =>
    known(agentIn(facts({ '.vibe/config.toml': `default_agent = "${profile}"\n` })).shell);
  expect(shell('ours')).toBeUndefined();
  expect(shell('auto-approve')).toBe('runs');
});

it('says what does nothing', () => {
  const found = facts({
    '.vibe/config.toml':
      'denylist = ["x"]\n[tools]\nallowlist = ["y"]\n[tools.bash]\npermission = "allow"\nsensitive_patterns = ["sudo", "npm run"]\n',
  });
  expect(ofKind(found, 'InertSetting').map((one) => [one.name, one.looksProtective])).toEqual([
    ['npm run in sensitive_patterns', true],
    ['permission allow', false],
    ['denylist', true],
    ['allowlist', false],
  ]);
});

it('reads the home where there is no project', () => {
  const found = facts({ '~/.vibe/config.toml': '[tools.bash]\npermission = "always"\n' });
  expect(known(agentIn(found).shell)).toBe('runs');
});

it('counts hooks as asking', () => {
  const found = facts({
    '.vibe/hooks.toml': '[[hooks]]\nevent = "before_tool"\ncommand = ".vibe/hooks/guard.sh"\n',
    '.vibe/hooks/guard.sh': 'grep -q railway && exit 2',
  });
  expect(ofKind(found, 'Guard')).toMatchObject([{ strength: 'asks' }]);
});

it.each([
  '',
  '7',
  'disabled_tools = ["re:(", 1]\nenabled_tools = "x"\n[tools]\nbash = 3',
  '[tools.bash]\npermission = 1\nallowlist = [[1]]\n[tools."(x"]\npermission = "never"',
])('survives %j', (text) => {
  expect(() => facts({ '.vibe/config.toml': text, '.vibe/hooks.toml': text })).not.toThrow();
});

it('is not there for AGENTS.md alone', () => {
  expect(groupByFolder([filePath('AGENTS.md')])).toEqual([]);
});
