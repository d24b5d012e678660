import { describe, expect, it } from 'vitest';
import { acmeKnowledge, acmeToken } from '../../../test/acme-knowledge.ts';
import { agentFacts } from '../../../test/agent-facts.ts';
import { ofKind, relationsOf } from '../../../test/facts-of-kind.ts';
import type { Agent, Fact } from '../../model/fact.ts';
import { filePath } from '../../model/source.ts';
import { collect } from './collect.ts';
import { groupByFolder } from './group.ts';

const file = '.antigravity/settings.json';
const user = '~/.gemini/antigravity-cli/settings.json';

function run(files: Readonly<Record<string, string>>): readonly Fact[] {
  return agentFacts(collect, acmeKnowledge, files);
}

const agents = (facts: readonly Fact[]): readonly string[] =>
  ofKind(facts, 'Agent').map((agent) => agent.product);
const weak = (facts: readonly Fact[]) => ofKind(facts, 'Weakness').map((fact) => fact.name);
const inert = (facts: readonly Fact[]) =>
  ofKind(facts, 'InertSetting').map((fact) => [fact.name, fact.looksProtective]);
const first = (facts: readonly Fact[]): Agent => {
  const [agent] = ofKind(facts, 'Agent');
  if (agent === undefined) throw new Error('expected an agent');
  return agent;
};

it('tells the editor from the command line by their files', () => {
  expect(agents(run({ [file]: '{}' }))).toEqual(['antigravity']);
  expect(agents(run({ [user]: '{}' }))).toEqual(['antigravity-cli']);
  expect(agents(run({ '.agents/mcp_config.json': '{}' }))).toEqual([
    'antigravity',
    'antigravity-cli',
  ]);
  expect(agents(run({ 'AGENTS.md': 'Never delete production.' }))).toEqual([]);
});

it('knows nothing of what the app keeps to itself', () => {
  const unknown = { state: 'unknown', why: 'external' };
  const agent = first(run({ [file]: '{"permissions":{"deny":["command(rm)"]}}' }));
  expect(agent).toMatchObject({ shell: unknown, mcp: unknown, sandbox: unknown, network: unknown });
});

it('sees the ways out of the sandbox', () => {
  const facts = run({
    [file]: '{"permissions":{"allow":["unsandboxed(*)"],"deny":["unsandboxed(x)"]}}',
  });
  expect(first(facts).sandbox).toMatchObject({ state: 'set', value: 'escapable' });
  expect(weak(facts)).toEqual(['unsandboxed(*)']);
});

it('names what has no effect', () => {
  const facts = run({
    [file]: JSON.stringify({
      toolPermission: 'strict',
      agentMode: 'accept-edits',
      enableTerminalSandbox: true,
      permissions: { deny: ['Bash(rm *)', 'command(rm)'], allow: ['Bash(ls)'] },
    }),
  });
  expect(inert(facts)).toEqual([
    ['permissions.deny: Bash(rm *)', true],
    ['toolPermission', true],
    ['enableTerminalSandbox', true],
    ['agentMode', false],
  ]);
});

describe('the file of the user', () => {
  it.each([
    [{}, 'off', 'open'],
    [{ enableTerminalSandbox: true }, 'on', undefined],
    [
      { enableTerminalSandbox: true, permissions: { allow: ['unsandboxed(npm)'] } },
      'escapable',
      undefined,
    ],
  ])('%j → sandbox %s, network %s', (value, sandbox, network) => {
    const agent = first(run({ [user]: JSON.stringify(value) }));
    expect(agent.sandbox).toMatchObject({ value: sandbox });
    expect('value' in agent.network ? agent.network.value : undefined).toBe(network);
  });

  it('may open more, or mean nothing', () => {
    const facts = run({
      [user]:
        '{"allowNonWorkspaceAccess":true,"toolPermission":"turbo","agentMode":"accept-edits"}',
    });
    expect(weak(facts)).toEqual(['allowNonWorkspaceAccess']);
    expect(inert(facts)).toEqual([['toolPermission turbo', false]]);
    expect(first(facts).shell.state).toBe('unknown');
    expect(ofKind(facts, 'AgentRule')).toMatchObject([{ tool: 'write', effect: 'allow' }]);
  });
});

it('gives both agents the servers of the project, each server once', () => {
  const server = {
    command: 'npx',
    args: ['@acme/mcp-server'],
    env: { ACME_ACCESS_TOKEN: acmeToken },
  };
  const facts = run({
    '.agents/mcp_config.json': JSON.stringify({ mcpServers: { acme: server } }),
  });
  expect(JSON.stringify(facts)).not.toContain(acmeToken);
  expect(ofKind(facts, 'McpServer')).toHaveLength(1);
  expect(relationsOf(facts, 'runs').map((edge) => edge.from)).toEqual([
    'antigravity:agent/.',
    'antigravity-cli:agent/.',
  ]);
  expect(relationsOf(facts, 'holds')).toHaveLength(1);
});

it('hides secrets in lists', () => {
  const facts = run({
    [file]: JSON.stringify({ permissions: { allow: [`command(acme --token ${acmeToken})`] } }),
  });
  expect(JSON.stringify(facts)).not.toContain(acmeToken);
});

describe('hooks', () => {
  const hooks = (event: string, script: string) =>
    run({
      '.agents/hooks.json': JSON.stringify({
        guard: {
          [event]: [{ matcher: 'run_command', hooks: [{ command: '.agents/hooks/g.sh' }] }],
        },
      }),
      '.agents/hooks/g.sh': script,
    });

  it('block where they deny, ask where they only ask, and come too late afterwards', () => {
    const strength = (facts: readonly Fact[]) =>
      ofKind(facts, 'Guard').map((guard) => guard.strength);
    const deny = 'grep -q "terraform destroy" && echo \'{"decision":"deny"}\'';
    expect(strength(hooks('PreToolUse', deny))).toEqual(['blocks']);
    expect(strength(hooks('PreToolUse', deny.replace('deny', 'ask')))).toEqual(['asks']);
    expect(strength(hooks('Stop', deny))).toEqual([]);
    expect(inert(hooks('PostToolUse', deny))).toEqual([['PostToolUse hook g.sh', true]]);
  });
});

it('groups by folder; rules of other agents in .agents are no sign of it', () => {
  const group = (...files: readonly string[]) => groupByFolder(files.map(filePath));
  expect(group('.agents/rules/a.md', 'AGENTS.md')).toEqual([]);
  expect(group('.agents/hooks.json', '.agents/rules/a.md', 'AGENTS.md', user)).toEqual([
    ['.agents/hooks.json', '.agents/rules/a.md', 'AGENTS.md', user],
  ]);
});

it('survives broken files and takes prose as advice', () => {
  const facts = run({
    [file]: '{"permissions": {"allow": "command(*)", "deny": [3, {}]',
    '.agents/hooks.json': '[',
    '.agents/rules/data.md': 'Do not reset the database.',
  });
  expect(ofKind(facts, 'AgentRule')).toEqual([]);
  expect(relationsOf(facts, 'guarded-by')).toHaveLength(2);
});
