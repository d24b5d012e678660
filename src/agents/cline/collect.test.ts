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

const permissions = (value: string) => ({
  '.envrc': `export CLINE_COMMAND_PERMISSIONS=${value}\n`,
});

describe('which agents there are', () => {
  it.each([
    [{ '.clinerules': 'Be brief.' }, [['cline', '']]],
    [{ 'a/.clinerules/b.md': 'Be brief.' }, [['cline', 'a']]],
    [permissions(`'{"allow":[]}'`), [['cline-cli', '']]],
    [
      { '.clinerules': 'x', ...permissions(`'{}'`) },
      [
        ['cline', ''],
        ['cline-cli', ''],
      ],
    ],
    [{ '.envrc': 'use node\n' }, []],
    [{ '.devcontainer/devcontainer.json': '{"image":"x"}' }, []],
    [{ 'AGENTS.md': 'x' }, []],
    [{ '~/.cline/data/settings/global-settings.json': '{}' }, [['cline', '']]],
  ])('%j → %j', (files, products) => {
    expect(productsIn(run(files))).toEqual(products);
  });

  it('groups by folder', () => {
    const files = [
      'AGENTS.md',
      'a/.clinerules/b.md',
      'a/.clinerules/hooks/PreToolUse',
      'a/AGENTS.md',
    ];
    expect(groupFiles(files.map(filePath))).toEqual([
      ['a/.clinerules/b.md', 'a/.clinerules/hooks/PreToolUse', 'a/AGENTS.md'],
    ]);
  });
});

describe('the variable', () => {
  const names = (files: Readonly<Record<string, string>>) =>
    ofKind(run(files), 'AgentRule').map(({ effect, name }) => [effect, name]);
  it.each([[`'{"deny":["rm *"]}'`], [`"{\\"deny\\":[\\"rm *\\"]}"`]])(
    'is read in its quotes: %s',
    (value) => {
      expect(names(permissions(value))).toEqual([['deny', 'rm *']]);
    },
  );

  it('without JSON is passed over, so everything runs', () => {
    const facts = run(permissions(`'deny: rm'`));
    expect(inertIn(facts)).toEqual([['CLINE_COMMAND_PERMISSIONS', true]]);
    expect(ofKind(facts, 'Agent')[0]?.shell).toMatchObject({ state: 'default', value: 'runs' });
    expect(names(permissions(`'{"deny":"rm","allow":[1]}'`))).toEqual([]);
  });

  it('hides secrets', () => {
    const facts = run(permissions(`'{"allow":["ACME_ACCESS_TOKEN=${acmeToken} acme *"]}'`));
    expect(ofKind(facts, 'AgentRule')).toHaveLength(1);
    expect(JSON.stringify(facts)).not.toContain(acmeToken);
  });
});

describe('hooks', () => {
  const hook = (event: string, text: string) => run({ [`.clinerules/hooks/${event}`]: text });
  const refuses = `#!/bin/sh\ngrep -q 'terraform destroy' && echo '{"cancel": true}'\n`;
  it('refuse before a tool, too late after it', () => {
    const facts = hook('PreToolUse', refuses);
    expect(ofKind(facts, 'Guard')).toMatchObject([{ name: 'PreToolUse hook', strength: 'blocks' }]);
    expect(relationsOf(facts, 'guarded-by')).toHaveLength(1);
    expect(inertIn(hook('PostToolUse', refuses))).toEqual([['PostToolUse hook', true]]);
  });

  it('that refuse nothing destructive, or never cancel, are none', () => {
    expect(ofKind(hook('PreToolUse', 'echo \'{"cancel": true}\'\n'), 'Guard')).toEqual([]);
    expect(ofKind(hook('PreToolUse', 'grep -q "terraform destroy" && exit 2\n'), 'Guard')).toEqual(
      [],
    );
    expect(ofKind(hook('TaskStart', refuses), 'Guard')).toEqual([]);
  });
});

it('says what does nothing', () => {
  const facts = run({
    '.cline/command-permissions.json': '{"allow": ["*"]}',
    '.clineignore': '.env\n',
  });
  expect(inertIn(facts)).toEqual([
    ['command-permissions.json', false],
    ['.clineignore', true],
  ]);
  expect(ofKind(facts, 'AgentRule')).toEqual([]);
});

describe('the user', () => {
  const actions = (value: unknown) =>
    run({
      '~/.cline/data/settings/global-settings.json': JSON.stringify({
        autoApprovalSettings: { actions: value },
      }),
    });
  it.each([
    [
      { executeAllCommands: true, executeSafeCommands: true },
      { value: 'runs' },
      ['executeAllCommands', 'executeSafeCommands'],
    ],
    [{ executeSafeCommands: true }, { state: 'unknown' }, ['executeSafeCommands']],
    [{ executeSafeCommands: false }, { value: 'asks' }, []],
  ])('%j', (value, shell, weak) => {
    const facts = actions(value);
    expect(ofKind(facts, 'Agent')[0]?.shell).toMatchObject(shell);
    expect(weakIn(facts).map(([name]) => name)).toEqual(weak);
  });

  it('has servers, some of whose tools run; none where the switch is off', () => {
    const servers = JSON.stringify({
      mcpServers: {
        acme: {
          command: 'npx',
          args: ['@acme/mcp-server'],
          env: { ACME_ACCESS_TOKEN: acmeToken },
          alwaysAllow: ['a'],
        },
      },
    });
    const path = '~/.cline/data/settings/cline_mcp_settings.json';
    const facts = run({ [path]: servers });
    expect(ofKind(facts, 'McpServer')).toMatchObject([{ provider: 'acme' }]);
    expect(ofKind(facts, 'AgentRule')).toMatchObject([
      { name: 'autoApprove of acme:a', confidence: 'medium' },
    ]);
    expect(JSON.stringify(facts)).not.toContain(acmeToken);
    const off = '{"autoApprovalSettings":{"actions":{"useMcp":false}}}';
    const closed = run({ '~/.cline/data/settings/global-settings.json': off, [path]: servers });
    expect(ofKind(closed, 'AgentRule')).toEqual([]);
  });
});
