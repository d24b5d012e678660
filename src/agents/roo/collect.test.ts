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

const settings = (value: unknown) => ({ '.vscode/settings.json': JSON.stringify(value) });

describe('which agents there are', () => {
  it.each([
    [settings({ 'editor.tabSize': 2 }), []],
    [settings({ 'roo-cline.debug': true }), [['roo', '']]],
    [settings({ 'zoo-code.allowedCommands': [] }), [['zoo', '']]],
    [
      { ...settings({ 'roo-cline.debug': true, 'zoo-code.debug': true }), '.roo/mcp.json': '{}' },
      [
        ['roo', ''],
        ['zoo', ''],
      ],
    ],
    [{ 'apps/web/.roorules-code': 'Be brief.' }, [['roo', 'apps/web']]],
    [{ 'AGENTS.md': 'Be brief.' }, []],
  ])('%j → %j', (files, products) => {
    expect(productsIn(run(files))).toEqual(products);
  });

  it('groups by folder', () => {
    const files = ['.rooignore', 'apps/web/.roo/mcp.json', 'apps/web/.rooignore', 'docs/AGENTS.md'];
    expect(groupFiles(files.map(filePath))).toEqual([
      ['apps/web/.roo/mcp.json', 'apps/web/.rooignore'],
    ]);
  });

  it('survives broken files', () => {
    expect(productsIn(run({ '.roo/mcp.json': '{"mcpServers": [' }))).toEqual([['roo', '']]);
    expect(
      run(
        settings({ 'roo-cline.allowedCommands': 'npm', 'roo-cline.deniedCommands': [1, null, ''] }),
      ),
    ).not.toEqual([]);
  });
});

describe('lists', () => {
  it('are joined over files, and the ones that come along are gone', () => {
    const facts = run({
      ...settings({ 'roo-cline.allowedCommands': ['npm test'] }),
      '~/.config/Code/User/settings.json': '{"roo-cline.allowedCommands": ["make"]}',
    });
    expect(ofKind(facts, 'AgentRule').map((rule) => rule.name)).toEqual(['npm test', 'make']);
  });

  it('hide secrets', () => {
    const facts = run(
      settings({ 'roo-cline.allowedCommands': [`ACME_ACCESS_TOKEN=${acmeToken} acme`] }),
    );
    expect(JSON.stringify(facts)).not.toContain(acmeToken);
    expect(ofKind(facts, 'Credential')).toHaveLength(1);
  });
});

describe('imported settings', () => {
  const key = 'roo-cline.autoImportSettingsPath';
  it('are a hole where the tree names them, and are read where they lie in it', () => {
    const facts = run({
      ...settings({ [key]: './roo-code-settings.json' }),
      'roo-code-settings.json': JSON.stringify({
        globalSettings: {
          deniedCommands: ['railway'],
          autoApprovalEnabled: true,
          alwaysAllowReadOnly: true,
        },
      }),
    });
    expect(weakIn(facts)).toEqual([[key, 'approval']]);
    expect(ofKind(facts, 'Agent')[0]?.read).toMatchObject({ state: 'set', value: 'runs' });
    expect(ofKind(facts, 'AgentRule')[0]).toMatchObject({ name: 'railway', effect: 'deny' });
  });

  it('are none where the user names them or nobody does', () => {
    expect(
      weakIn(run({ '~/.config/Code/User/settings.json': `{"${key}": "~/roo.json"}` })),
    ).toEqual([]);
    expect(weakIn(run(settings({ [key]: '' })))).toEqual([]);
  });
});

it('says what does nothing', () => {
  const value = {
    'roo-cline.alwaysAllowExecute': false,
    'roo-cline.autoApprovalEnabled': true,
    'roo-cline.blockedCommands': [],
    'roo-cline.commandTimeoutAllowlist': [],
    'roo-code.deniedCommands': [],
  };
  expect(inertIn(run(settings(value)))).toEqual([
    ['roo-cline.alwaysAllowExecute', true],
    ['roo-cline.autoApprovalEnabled', false],
    ['roo-cline.blockedCommands', true],
    ['roo-code.deniedCommands', true],
  ]);
});

it('reads servers and prose', () => {
  const facts = run({
    '.roo/mcp.json': JSON.stringify({
      mcpServers: {
        acme: { command: 'npx', args: ['@acme/mcp-server'], env: { ACME_ACCESS_TOKEN: acmeToken } },
      },
    }),
    '.roo/rules/data.md': 'Never drop the production database.\n',
  });
  expect(ofKind(facts, 'McpServer')).toMatchObject([{ name: 'acme', provider: 'acme' }]);
  expect(relationsOf(facts, 'holds')).toHaveLength(1);
  expect(ofKind(facts, 'Guard')).toMatchObject([{ strength: 'advises' }]);
  expect(JSON.stringify(facts)).not.toContain(acmeToken);
});
