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

describe('which agents there are', () => {
  it.each([
    [{ 'apps/web/.continue/config.yaml': 'name: web\n' }, [['continue', 'apps/web']]],
    [{ '.continuerules': 'Be brief.' }, [['continue', '']]],
    [{ '~/.continue/permissions.yaml': 'allow: []\n' }, [['continue', '']]],
    [{ 'AGENTS.md': 'Be brief.' }, []],
  ])('%j → %j', (files, products) => {
    expect(productsIn(run(files))).toEqual(products);
  });

  it('groups by folder', () => {
    const files = ['AGENTS.md', 'a/.continue/config.yaml', 'a/b/AGENTS.md'];
    expect(groupFiles(files.map(filePath))).toEqual([['a/.continue/config.yaml', 'a/b/AGENTS.md']]);
  });

  it('survives broken files', () => {
    expect(
      productsIn(run({ '.continue/config.yaml': 'mcpServers: [{name: a}, 1, {command: x' })),
    ).toEqual([['continue', '']]);
    expect(
      ofKind(
        run({ '~/.continue/permissions.yaml': 'allow: {Bash: 1}\nask: [~, ")("]\n' }),
        'AgentRule',
      ),
    ).toEqual([]);
  });
});

it('reads servers in a list, in a map and in JSON', () => {
  const facts = run({
    '.continue/config.yaml': `mcpServers:\n  - name: one\n    command: npx\n    args: ["@acme/mcp-server"]\n    env:\n      ACME_ACCESS_TOKEN: ${acmeToken}\n`,
    '.continue/mcpServers/two.yaml': 'mcpServers:\n  two:\n    url: https://mcp.acme.example\n',
    '.continue/mcpServers/three.json': '{"mcpServers":{"three":{"command":"acme","args":["mcp"]}}}',
  });
  expect(ofKind(facts, 'McpServer').map(({ name, provider }) => [name, provider])).toEqual([
    ['one', 'acme'],
    ['two', 'acme'],
    ['three', 'acme'],
  ]);
  expect(relationsOf(facts, 'holds')).toHaveLength(1);
  expect(JSON.stringify(facts)).not.toContain(acmeToken);
});

it('takes permissions from the home alone', () => {
  const text = 'allow:\n  - Bash\nexclude:\n  - Bash(railway*)\n';
  const project = run({ '.continue/permissions.yaml': text });
  expect(inertIn(project)).toEqual([
    ['permissions.yaml: allow', false],
    ['permissions.yaml: exclude', true],
  ]);
  expect(ofKind(project, 'AgentRule')).toEqual([]);
  const home = run({ '~/.continue/permissions.yaml': text });
  expect(weakIn(home)).toEqual([['allow: Bash', 'approval']]);
  expect(ofKind(home, 'AgentRule').map(({ effect, name }) => [effect, name])).toEqual([
    ['deny', 'Bash(railway*)'],
    ['allow', 'Bash'],
  ]);
});

it('hides secrets in rules', () => {
  const facts = run({
    '~/.continue/permissions.yaml': `allow:\n  - "Bash(ACME_ACCESS_TOKEN=${acmeToken} acme *)"\n`,
  });
  expect(JSON.stringify(facts)).not.toContain(acmeToken);
  expect(ofKind(facts, 'Credential')).toHaveLength(1);
});

it('advises with prose', () => {
  const facts = run({ '.continue/rules/data.md': 'Never drop the production database.\n' });
  expect(ofKind(facts, 'Guard')).toMatchObject([{ strength: 'advises' }]);
});
