import { describe, expect, it } from 'vitest';
import { acmeKnowledge, acmeToken } from '../../../test/acme-knowledge.ts';
import { agentFacts } from '../../../test/agent-facts.ts';
import { ofKind, relationsOf } from '../../../test/facts-of-kind.ts';
import type { Fact } from '../../model/fact.ts';
import { filePath } from '../../model/source.ts';
import { collect } from './collect.ts';
import { groupFiles } from './group.ts';

function run(files: Readonly<Record<string, string>>): readonly Fact[] {
  return agentFacts(collect, acmeKnowledge, files);
}

const inertIn = (facts: readonly Fact[]) =>
  ofKind(facts, 'InertSetting').map(({ name, looksProtective }) => [name, looksProtective]);
const weakIn = (facts: readonly Fact[]) =>
  ofKind(facts, 'Weakness').map(({ name, control }) => [name, control]);
const productsIn = (facts: readonly Fact[]) =>
  ofKind(facts, 'Agent').map(({ product, folder }) => [product, folder]);

const user = (agent: unknown) => ({ '~/.config/zed/settings.json': JSON.stringify({ agent }) });

describe('which agents there are', () => {
  it.each([
    [{ '.zed/settings.json': '{"tab_size": 2}' }, []],
    [{ '.zed/settings.json': '{"context_servers": {}}' }, [['zed', '']]],
    [{ 'apps/web/.zed/settings.json': '{"private_files": []}' }, [['zed', 'apps/web']]],
    [user({}), [['zed', '']]],
    [{ '.rules': 'Be brief.' }, []],
  ])('%j → %j', (files, products) => {
    expect(productsIn(run(files))).toEqual(products);
  });

  it('groups by folder', () => {
    const files = ['.rules', 'a/.zed/settings.json', 'a/AGENTS.md', '~/.config/zed/settings.json'];
    expect(groupFiles(files.map(filePath))).toEqual([
      ['a/.zed/settings.json', 'a/AGENTS.md', '~/.config/zed/settings.json'],
    ]);
  });

  it('survives broken files', () => {
    expect(productsIn(run({ '.zed/settings.json': '{"agent": {"tool_permissions": ' }))).toEqual([
      ['zed', ''],
    ]);
    expect(
      run(
        user({
          tool_permissions: { tools: { terminal: { always_allow: ['x', { pattern: 1 }] } } },
        }),
      ),
    ).not.toEqual([]);
  });
});

describe('permissions', () => {
  it('do nothing in a project, and are told apart by what they seem to do', () => {
    const project = (agent: unknown) => run({ '.zed/settings.json': JSON.stringify({ agent }) });
    expect(inertIn(project({ tool_permissions: { default: 'allow' } }))).toEqual([
      ['agent.tool_permissions', false],
    ]);
    expect(inertIn(project({ tool_permissions: { default: 'deny' } }))).toEqual([
      ['agent.tool_permissions', true],
    ]);
    expect(inertIn(project({ sandbox_permissions: { allow_all_hosts: true } }))).toEqual([
      ['agent.sandbox_permissions', false],
    ]);
    expect(inertIn(project({ default_model: {} }))).toEqual([]);
    expect(inertIn(project({ always_allow_tool_actions: false }))).toEqual([
      ['agent.always_allow_tool_actions', true],
    ]);
  });

  it('of the user open everything with one word', () => {
    const facts = run(
      user({ tool_permissions: { default: 'allow' }, always_allow_tool_actions: true }),
    );
    expect(weakIn(facts)).toEqual([['agent.tool_permissions.default', 'approval']]);
    expect(inertIn(facts)).toEqual([['agent.always_allow_tool_actions', false]]);
    expect(ofKind(facts, 'Agent')[0]?.shell).toMatchObject({ state: 'set', value: 'runs' });
  });

  it('are unknown with a word that does not exist', () => {
    const facts = run(user({ tool_permissions: { default: 'yolo' } }));
    expect(ofKind(facts, 'Agent')[0]?.shell).toMatchObject({ state: 'unknown', why: 'unparsed' });
    expect(weakIn(facts)).toEqual([]);
  });

  it('hide secrets', () => {
    const tools = {
      terminal: { always_allow: [{ pattern: `^ACME_ACCESS_TOKEN=${acmeToken} acme` }] },
    };
    expect(JSON.stringify(run(user({ tool_permissions: { tools } })))).not.toContain(acmeToken);
  });
});

describe('sandbox', () => {
  it.each([
    [{}, { state: 'default', value: 'escapable' }, { state: 'default', value: 'closed' }, []],
    [
      { network_hosts: ['*.npmjs.org'] },
      { value: 'escapable' },
      { state: 'set', value: 'allowlist' },
      [],
    ],
    [
      { allow_all_hosts: true, allow_fs_write_all: true },
      { value: 'escapable' },
      { state: 'set', value: 'open' },
      [
        ['agent.sandbox_permissions.allow_all_hosts', 'network'],
        ['agent.sandbox_permissions.allow_fs_write_all', 'sandbox'],
      ],
    ],
    [
      { allow_unsandboxed: true },
      { state: 'set', value: 'off' },
      { value: 'open' },
      [['agent.sandbox_permissions.allow_unsandboxed', 'sandbox']],
    ],
  ])('%j', (permissions, sandbox, network, weak) => {
    const facts = run(user({ sandbox_permissions: permissions }));
    expect(ofKind(facts, 'Agent')[0]).toMatchObject({ sandbox, network });
    expect(weakIn(facts)).toEqual(weak);
  });

  it('is unknown without the settings of the user', () => {
    const [agent] = ofKind(run({ '.zed/settings.json': '{"context_servers":{}}' }), 'Agent');
    expect(agent).toMatchObject({ sandbox: { state: 'unknown' }, network: { state: 'unknown' } });
  });
});

it('reads servers of both files, those with a nested command too', () => {
  const acme = {
    command: { path: 'npx', args: ['@acme/mcp-server'], env: { ACME_ACCESS_TOKEN: acmeToken } },
  };
  const facts = run({
    '.zed/settings.json': JSON.stringify({ context_servers: { acme } }),
    '~/.config/zed/settings.json': JSON.stringify({
      context_servers: { other: { url: 'https://mcp.acme.example' } },
    }),
    '.rules': 'Never drop the production database.\n',
  });
  expect(ofKind(facts, 'McpServer').map((server) => server.name)).toEqual(['acme', 'other']);
  expect(relationsOf(facts, 'holds')).toHaveLength(1);
  expect(ofKind(facts, 'Guard')).toHaveLength(1);
  expect(JSON.stringify(facts)).not.toContain(acmeToken);
});
