import { describe, expect, it } from 'vitest';
import { acmeKnowledge, acmeToken } from '../../../test/acme-knowledge.ts';
import { agentFacts, agentIn } from '../../../test/agent-facts.ts';
import { ofKind, relationsOf } from '../../../test/facts-of-kind.ts';
import { filePath } from '../../model/source.ts';
import { known } from '../../model/value.ts';
import { collect } from './collect.ts';
import { groupByFolder } from './group.ts';

const facts = (files: Readonly<Record<string, string>>) =>
  agentFacts(collect, acmeKnowledge, files);

describe('devin', () => {
  it('asks by default, and reads', () => {
    const text = '{ "permissions": {} }';
    const agent = agentIn(facts({ 'api/.devin/config.json': text }));
    expect(agent).toMatchObject({
      key: 'devin:agent/api',
      product: 'devin',
      folder: 'api',
      shell: { state: 'default', value: 'asks' },
      read: { state: 'default', value: 'runs' },
      sandbox: { state: 'unknown' },
    });
    expect(text.slice(agent.at.start, agent.at.end)).toBe('"permissions"');
  });

  it('hides secrets in rules, and says which rules and settings do nothing', () => {
    const found = facts({
      '.cognition/config.json': JSON.stringify({
        permissions: {
          allow: [`Exec(ACME_ACCESS_TOKEN=${acmeToken} acme)`, 'Bash(git *)'],
          deny: ['Shell(railway)', 'Exec(acme)'],
        },
        sandbox: { allowed_domains: ['a.test'] },
      }),
    });
    expect(JSON.stringify(found)).not.toContain(acmeToken);
    expect(ofKind(found, 'Credential')).toHaveLength(1);
    expect(ofKind(found, 'AgentRule').map((rule) => rule.effect)).toEqual(['deny', 'allow']);
    expect(ofKind(found, 'InertSetting').map((one) => one.name)).toEqual([
      'Shell(railway) in deny',
      'sandbox',
    ]);
  });

  it('reads the sandbox of the user', () => {
    const found = facts({
      '.devin/config.json': '{}',
      '~/.config/devin/config.json':
        '{"sandbox":{"allowed_domains":["a.test"],"denied_domains":["*.b.test"]}}',
    });
    expect(known(agentIn(found).network)).toBe('allowlist');
    expect(ofKind(found, 'AgentRule').map((rule) => [rule.effect, rule.pattern])).toEqual([
      ['deny', { type: 'glob', text: '*.b.test' }],
      ['allow', { type: 'exact', text: 'a.test' }],
    ]);
  });

  it('finds servers with what they are handed', () => {
    const found = facts({
      '.devin/mcp_config.json': JSON.stringify({
        mcpServers: {
          acme: {
            command: 'npx',
            args: ['@acme/mcp-server'],
            env: { ACME_ACCESS_TOKEN: acmeToken },
          },
        },
      }),
    });
    expect(ofKind(found, 'McpServer')).toMatchObject([{ name: 'acme', provider: 'acme' }]);
    expect(relationsOf(found, 'holds')).toHaveLength(1);
    expect(JSON.stringify(found)).not.toContain(acmeToken);
  });
});

describe('windsurf', () => {
  const hook = (event: string) => ({
    '.windsurf/hooks.json': JSON.stringify({
      hooks: { [event]: [{ command: 'python3 .windsurf/hooks/guard.py' }] },
    }),
    '.windsurf/hooks/guard.py': 'if "terraform destroy" in line: sys.exit(2)',
  });

  it('is an agent of its own, of which the files tell little', () => {
    const found = facts({
      '.windsurfrules': 'Never delete production data.\n',
      '.codeiumignore': '.env\n',
    });
    expect(agentIn(found)).toMatchObject({ product: 'windsurf', shell: { state: 'unknown' } });
    expect(ofKind(found, 'Guard')).toMatchObject([{ strength: 'advises' }]);
    expect(ofKind(found, 'AgentRule')).toMatchObject([{ effect: 'deny', tool: 'read' }]);
  });

  it('has hooks that ask, if they run before the command', () => {
    expect(ofKind(facts(hook('pre_run_command')), 'Guard')).toMatchObject([{ strength: 'asks' }]);
    const late = facts(hook('post_run_command'));
    expect(ofKind(late, 'Guard')).toEqual([]);
    expect(ofKind(late, 'InertSetting')).toMatchObject([{ looksProtective: true }]);
  });
});

it.each([
  '',
  '[]',
  '{"permissions":{"allow":"x","deny":[1,{}]},"sandbox":7,"hooks":[]}',
  '{"permissions"',
])('survives %j', (text) => {
  expect(() => facts({ '.devin/config.json': text, '.windsurf/hooks.json': text })).not.toThrow();
});

it('groups by folder and adds the home to each', () => {
  const files = [
    '.devin/config.json',
    'web/.windsurfrules',
    'web/AGENTS.md',
    '~/.config/devin/config.json',
  ];
  expect(groupByFolder(files.map(filePath))).toEqual([
    ['.devin/config.json', '~/.config/devin/config.json'],
    ['web/.windsurfrules', 'web/AGENTS.md', '~/.config/devin/config.json'],
  ]);
  expect(groupByFolder(['AGENTS.md', '.codeiumignore'].map(filePath))).toEqual([]);
});
