import { describe, expect, it } from 'vitest';
import { acmeKnowledge, acmeToken } from '../../../test/acme-knowledge.ts';
import { agentFacts, agentIn } from '../../../test/agent-facts.ts';
import { ofKind, relationsOf } from '../../../test/facts-of-kind.ts';
import { textAt } from '../../../test/text-at.ts';
import { filePath } from '../../model/source.ts';
import { known } from '../../model/value.ts';
import { collect } from './collect.ts';
import { collector } from './collector.ts';

const facts = (files: Readonly<Record<string, string>>) =>
  agentFacts(collect, acmeKnowledge, files);
const config = (value: unknown) => facts({ 'opencode.json': JSON.stringify(value) });

describe('the agent', () => {
  it('runs everything outside any sandbox unless a file says otherwise', () => {
    const agent = agentIn(config({ model: 'x/y' }));
    expect(agent).toMatchObject({ key: 'opencode:agent/.', ruleOrder: 'last-match', folder: '' });
    expect([known(agent.shell), known(agent.mcp), known(agent.sandbox)]).toEqual([
      'runs',
      'runs',
      'off',
    ]);
    expect(known(agent.transcriptDays)).toBeUndefined();
  });

  it('works in the folder that holds its settings', () => {
    const agent = agentIn(
      facts({ 'apps/api/.opencode/opencode.jsonc': '{ "permission": "ask" }' }),
    );
    expect(agent.folder).toBe('apps/api');
    expect(agent.name).toBe('opencode in apps/api');
  });

  it('points at the permissions', () => {
    const text = '{ "model": "x", "permission": { "bash": "ask" } }';
    const agent = agentIn(facts({ 'opencode.json': text }));
    expect(textAt(text, agent.at)).toBe('"permission"');
  });

  it('is not there because of prose', () => {
    expect(facts({ 'AGENTS.md': 'Never drop production.' })).toEqual([]);
    expect(collector.group?.([filePath('AGENTS.md')])).toEqual([]);
  });

  it.each(['', '[]', '{', '{"permission": 3}', '{"permission": {"bash": [1]}}'])(
    'survives %j',
    (text) => {
      expect(() => facts({ 'opencode.json': text })).not.toThrow();
    },
  );
});

describe('settings without effect', () => {
  it('names keys that no tool has, and values that are none', () => {
    const inert = ofKind(
      config({ permission: { write: 'deny', Bash: 'allow', bash: 'never', mcp: 'ask' } }),
      'InertSetting',
    );
    expect(inert.map(({ name, looksProtective }) => [name, looksProtective])).toEqual([
      ['write', true],
      ['Bash', false],
      ['bash', true],
      ['mcp', true],
    ]);
  });
});

describe('named agents', () => {
  const strict = { permission: { bash: 'deny' } };
  const markdown = (permission: string) =>
    `---\ndescription: Deploys\npermission:\n  ${permission}\n---\nDeploy it.\n`;

  it('are agents of their own where they may do more', () => {
    const all = facts({
      'opencode.json': JSON.stringify(strict),
      '.opencode/agents/deploy.md': markdown('bash: allow'),
      '.opencode/agents/review.md': markdown('edit: deny'),
    });
    expect(ofKind(all, 'Agent').map(({ key, name }) => [key, name])).toEqual([
      ['opencode:agent/.', 'opencode'],
      ['opencode:agent/.#deploy', 'opencode agent deploy'],
    ]);
    const own = ofKind(all, 'AgentRule').filter(
      ({ agent, tool }) => agent === 'opencode:agent/.#deploy' && tool === 'shell',
    );
    expect(own.map(({ effect }) => effect)).toEqual(['deny', 'allow']);
  });

  it('change nothing where everything is open, or where they are switched off', () => {
    const open = { agent: { deploy: { permission: { bash: 'allow' } } } };
    expect(ofKind(config(open), 'Agent')).toHaveLength(1);
    const off = { ...strict, agent: { deploy: { disable: true, permission: { bash: 'allow' } } } };
    expect(ofKind(config(off), 'Agent')).toHaveLength(1);
  });
});

it('takes the settings of the user first', () => {
  const rules = ofKind(
    facts({
      'opencode.json': '{ "permission": { "bash": { "git *": "allow" } } }',
      '~/.config/opencode/opencode.json': '{ "permission": { "bash": { "*": "ask" } } }',
    }),
    'AgentRule',
  ).filter(({ tool }) => tool === 'shell');
  expect(rules.map(({ name, effect }) => [name, effect])).toEqual([
    ['bash', 'ask'],
    ['bash: git *', 'allow'],
  ]);
});

it('masks secrets in patterns', () => {
  const all = config({
    permission: { bash: { [`ACME_ACCESS_TOKEN=${acmeToken} acme *`]: 'allow' } },
  });
  expect(JSON.stringify(all)).not.toContain(acmeToken);
  expect(ofKind(all, 'Credential')).toHaveLength(1);
});

it('reads servers, and leaves out those that are switched off', () => {
  const all = config({
    mcp: {
      acme: {
        type: 'local',
        command: ['npx', '@acme/mcp-server'],
        environment: { ACME_ACCESS_TOKEN: acmeToken },
      },
      old: { type: 'remote', url: 'https://mcp.acme.example', enabled: false },
    },
  });
  expect(ofKind(all, 'McpServer').map(({ name, title }) => [name, title])).toEqual([
    ['acme', 'Acme MCP server'],
  ]);
  expect(relationsOf(all, 'runs')).toHaveLength(1);
  expect(JSON.stringify(all)).not.toContain(acmeToken);
});

it('takes a plug-in that throws for a guard', () => {
  const plugin = (body: string) => ({
    'opencode.json': '{}',
    '.opencode/plugin/guard.ts': `export const Guard = async () => ({\n  'tool.execute.before': async (input, output) => {\n    ${body}\n  },\n});\n`,
  });
  const throwing = facts(
    plugin(`if (/railway|drop/.test(output.args.command)) throw new Error('no')`),
  );
  expect(ofKind(throwing, 'Guard').map(({ name, strength }) => [name, strength])).toEqual([
    ['plug-in guard.ts', 'blocks'],
  ]);
  expect(ofKind(facts(plugin('console.log(output.args)')), 'Guard')).toEqual([]);
});

it('says where folders outside the project are open', () => {
  const weak = ofKind(config({ permission: { external_directory: { '*': 'allow' } } }), 'Weakness');
  expect(weak.map(({ name, control }) => [name, control])).toEqual([
    ['external_directory', 'secrets'],
  ]);
  const narrow = config({ permission: { external_directory: { '~/shared/**': 'allow' } } });
  expect(ofKind(narrow, 'Weakness')).toEqual([]);
});
