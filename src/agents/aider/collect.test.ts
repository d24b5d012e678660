import { describe, expect, it } from 'vitest';
import { acmeKnowledge, acmeToken } from '../../../test/acme-knowledge.ts';
import { agentFacts } from '../../../test/agent-facts.ts';
import { ofKind } from '../../../test/facts-of-kind.ts';
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

const conf = (yaml: string) => ({ '.aider.conf.yml': yaml });

describe('which agents there are', () => {
  it.each([
    [conf('model: sonnet\n'), [['aider', '']]],
    [{ 'a/.aiderignore': '.env\n' }, [['aider', 'a']]],
    [{ '~/.aider.conf.yml': 'model: sonnet\n' }, [['aider', '']]],
    [{ 'CONVENTIONS.md': 'Be brief.' }, []],
    [{ '.env': 'PORT=3000\n' }, []],
  ])('%j → %j', (files, products) => {
    expect(productsIn(run(files))).toEqual(products);
  });

  it('groups by folder', () => {
    const files = ['.aider.conf.yml', 'CONVENTIONS.md', 'docs/CONVENTIONS.md', 'a/.aiderignore'];
    expect(groupFiles(files.map(filePath))).toEqual([
      ['.aider.conf.yml', 'CONVENTIONS.md', 'docs/CONVENTIONS.md'],
      ['a/.aiderignore'],
    ]);
  });

  it('survives broken files', () => {
    expect(() => run(conf('lint-cmd: [\n'))).not.toThrow();
    expect(() => run(conf('- a\n- b\n'))).not.toThrow();
    const [agent] = ofKind(run(conf('yes-always: perhaps\n')), 'Agent');
    expect(agent).toMatchObject({ shell: { state: 'unknown' }, read: { state: 'unknown' } });
  });
});

it('lets the project beat the home', () => {
  const facts = run({
    '~/.aider.conf.yml': 'yes-always: true\nauto-test: true\n',
    ...conf('yes-always: false\ntest-cmd: npm test\n'),
  });
  expect(ofKind(facts, 'Agent')[0]?.shell).toMatchObject({ state: 'default', value: 'asks' });
  expect(weakIn(facts)).toEqual([]);
  expect(ofKind(facts, 'AgentRule').map((rule) => rule.name)).toEqual(['test-cmd: npm test']);
});

it('says what it leaves open and what it does not keep', () => {
  const facts = run(conf('yes-always: true\nchat-history-file: /dev/null\n'));
  expect(weakIn(facts)).toEqual([
    ['yes-always', 'approval'],
    ['chat-history-file', 'log'],
  ]);
  expect(ofKind(facts, 'Agent')[0]).toMatchObject({
    shell: { state: 'set', value: 'blocks' },
    read: { state: 'set', value: 'runs' },
    transcriptDays: { state: 'set', value: 0 },
    sandbox: { state: 'default', value: 'off' },
  });
});

it('says what does nothing', () => {
  const text =
    'yes: true\nauto-lint: false\nlint-cmd: eslint\nmcp-servers: {}\nread: [a.md]\nallowed-commands: [ls]\n';
  expect(inertIn(run(conf(text)))).toEqual([
    ['yes', false],
    ['lint-cmd', false],
    ['mcp-servers', false],
    ['allowed-commands', false],
  ]);
});

it('reads the ignore file that the options name', () => {
  const rules = (files: Readonly<Record<string, string>>) =>
    ofKind(run(files), 'AgentRule').map((rule) => rule.name);
  expect(rules({ ...conf('model: x\n'), '.aiderignore': '.env\n' })).toEqual(['.env']);
  expect(rules({ ...conf('aiderignore: .other\n'), '.aiderignore': '.env\n' })).toEqual([]);
});

it('hides secrets', () => {
  const facts = run(conf(`lint-cmd: ACME_ACCESS_TOKEN=${acmeToken} acme lint\n`));
  expect(JSON.stringify(facts)).not.toContain(acmeToken);
  expect(ofKind(facts, 'Credential')).toHaveLength(1);
});
