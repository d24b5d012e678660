import { describe, expect, it } from 'vitest';
import { acmeKnowledge, acmeToken } from '../../../test/acme-knowledge.ts';
import { agentFacts, agentIn } from '../../../test/agent-facts.ts';
import { ofKind, relationsOf } from '../../../test/facts-of-kind.ts';
import type { Fact } from '../../model/fact.ts';
import { filePath } from '../../model/source.ts';
import { collect } from './collect.ts';
import { groupByFolder } from './group.ts';

const file = '.qwen/settings.json';
const home = '~/.qwen/settings.json';

function run(files: Readonly<Record<string, string>>): readonly Fact[] {
  return agentFacts(collect, acmeKnowledge, files);
}

const settings = (value: object): readonly Fact[] => run({ [file]: JSON.stringify(value) });
const weak = (facts: readonly Fact[]) => ofKind(facts, 'Weakness').map((fact) => fact.name);
const inert = (facts: readonly Fact[]) =>
  ofKind(facts, 'InertSetting').map((fact) => [fact.name, fact.looksProtective]);

describe('modes', () => {
  it.each([
    [{}, 'default', 'unknown'],
    [{ tools: { approvalMode: 'yolo' } }, 'set', 'runs'],
    [{ tools: { approvalMode: 'plan' } }, 'set', 'asks'],
    [{ tools: { approvalMode: 'auto' } }, 'set', 'unknown'],
    [{ tools: { approvalMode: '$MODE' } }, 'unknown', undefined],
    [{ tools: { approvalMode: 'careful' } }, 'unknown', undefined],
    [{ general: { defaultPermissionMode: 'bypass_permissions' } }, 'unknown', undefined],
  ])('%j → %s %s', (value, state, verdict) => {
    const { shell } = agentIn(settings(value));
    expect(shell.state).toBe(state);
    expect('value' in shell ? shell.value : undefined).toBe(verdict);
  });

  it.each([
    ['bypass_permissions', 'runs'],
    ['dont_ask', 'blocks'],
    ['accept_edits', 'asks'],
  ])('of the second generation count in the home: %s → %s', (mode, value) => {
    const facts = run({ [home]: JSON.stringify({ general: { defaultPermissionMode: mode } }) });
    expect(agentIn(facts).shell).toMatchObject({ state: 'set', value });
  });

  it('with a model that answers are a weakness; invented ones have no effect', () => {
    expect(weak(settings({ tools: { approvalMode: 'auto' } }))).toEqual(['tools.approvalMode']);
    const invented = settings({ tools: { approvalMode: 'careful' } });
    expect(inert(invented)).toEqual([['tools.approvalMode careful', true]]);
  });
});

it.each([
  [{}, 'default', 'off', 'open'],
  [{ tools: { sandbox: 'docker' } }, 'set', 'on', undefined],
  [{ tools: { sandbox: false } }, 'set', 'off', 'open'],
])('sandbox of %j → %s %s %s', (value, state, sandbox, network) => {
  const agent = agentIn(settings(value));
  expect(agent.sandbox).toMatchObject({ state, value: sandbox });
  expect('value' in agent.network ? agent.network.value : undefined).toBe(network);
});

it('names what it opens and what has no effect', () => {
  const facts = settings({
    general: { chatRecording: false },
    security: { allowPrivateNetworkHooks: true },
    mcpServers: { a: { command: 'x', trust: true }, b: { command: 'x', trust: true } },
    mcp: { excluded: ['b'] },
  });
  expect(weak(facts)).toEqual(['mcpServers.a.trust', 'general.chatRecording']);
  expect(inert(facts)).toEqual([['security.allowPrivateNetworkHooks', false]]);
  expect(ofKind(facts, 'McpServer').map((server) => server.name)).toEqual(['a']);
  expect(agentIn(facts).transcriptDays).toMatchObject({ state: 'set', value: 0 });
});

it('hides secrets in rules and variables, and says who holds them', () => {
  const facts = settings({
    permissions: { allow: [`Bash(acme --token ${acmeToken})`] },
    env: { ACME_ACCESS_TOKEN: acmeToken },
  });
  expect(JSON.stringify(facts)).not.toContain(acmeToken);
  expect(relationsOf(facts, 'holds')).toHaveLength(2);
});

describe('hooks', () => {
  const hooks = (event: string, more: object = {}) =>
    run({
      [file]: JSON.stringify({
        hooks: { [event]: [{ matcher: 'Bash', hooks: [{ command: '.qwen/hooks/g.sh' }] }] },
        ...more,
      }),
      '.qwen/hooks/g.sh': 'grep -q "terraform destroy" && exit 2',
    });

  it('guard before the tool only, unless they are switched off', () => {
    expect(ofKind(hooks('PreToolUse'), 'Guard')).toMatchObject([{ strength: 'asks' }]);
    expect(inert(hooks('PostToolUse'))).toEqual([['PostToolUse hook g.sh', true]]);
    const off = hooks('PreToolUse', { disableAllHooks: true });
    expect(ofKind(off, 'Guard')).toEqual([]);
    expect(weak(off)).toEqual(['disableAllHooks']);
  });
});

it('takes English as advice', () => {
  const facts = run({
    [file]: '{"permissions":{"autoMode":{"hints":{"hardDeny":["Deleting production volumes"]}}}}',
    'QWEN.md': 'Never drop a production table.',
    'AGENTS.md': 'Be kind.',
  });
  expect(ofKind(facts, 'Guard').map((guard) => [guard.name, guard.strength])).toEqual([
    ['permissions.autoMode.hints', 'advises'],
    ['prose in QWEN.md', 'advises'],
  ]);
});

it('reads the ignore file unless nothing respects it', () => {
  const ignore = { '.qwenignore': '.env\n' };
  expect(ofKind(run(ignore), 'AgentRule')).toMatchObject([{ effect: 'deny', tool: 'read' }]);
  const off = run({
    [file]: '{"context":{"fileFiltering":{"respectQwenIgnore":false}}}',
    ...ignore,
  });
  expect(ofKind(off, 'AgentRule')).toEqual([]);
  expect(inert(off)).toEqual([['.qwenignore', true]]);
});

it('groups by folder; foreign prose is no sign of it', () => {
  const group = (...files: readonly string[]) => groupByFolder(files.map(filePath));
  expect(group('AGENTS.md')).toEqual([]);
  expect(group('QWEN.md', 'AGENTS.md')).toEqual([['QWEN.md', 'AGENTS.md']]);
  expect(group('api/.qwen/settings.json', home)).toEqual([['api/.qwen/settings.json', home]]);
});

it('survives broken files', () => {
  const facts = run({ [file]: '{"permissions": {"allow": "Bash", "deny": [1, null]}, "tools": [' });
  expect(ofKind(facts, 'AgentRule')).toEqual([]);
  expect(agentIn(facts).shell.state).toBe('default');
});
