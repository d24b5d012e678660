import { describe, expect, it } from 'vitest';
import { acmeKnowledge, acmeToken } from '../../../test/acme-knowledge.ts';
import { agentFacts, agentIn } from '../../../test/agent-facts.ts';
import { ofKind, relationsOf } from '../../../test/facts-of-kind.ts';
import type { Fact } from '../../model/fact.ts';
import { filePath } from '../../model/source.ts';
import { collect } from './collect.ts';
import { groupByFolder } from './group.ts';

const file = '.gemini/settings.json';
const home = '~/.gemini/settings.json';

function run(files: Readonly<Record<string, string>>): readonly Fact[] {
  return agentFacts(collect, acmeKnowledge, files);
}

const settings = (value: object): readonly Fact[] => run({ [file]: JSON.stringify(value) });
const weak = (facts: readonly Fact[]) => ofKind(facts, 'Weakness').map((fact) => fact.name);
const inert = (facts: readonly Fact[]) =>
  ofKind(facts, 'InertSetting').map((fact) => [fact.name, fact.looksProtective]);

describe('sandbox', () => {
  it.each([
    [{}, 'default', 'off', 'open'],
    [{ tools: { sandbox: false } }, 'set', 'off', 'open'],
    [{ tools: { sandbox: 'docker' } }, 'set', 'on', undefined],
    [{ tools: { sandbox: true, sandboxNetworkAccess: true } }, 'set', 'on', 'open'],
    [{ tools: { sandbox: { enabled: true, command: 'podman' } } }, 'set', 'on', undefined],
    [{ tools: { sandbox: true, sandboxAllowedPaths: ['~'] } }, 'set', 'escapable', undefined],
    [{ security: { toolSandboxing: true } }, 'set', 'on', undefined],
    [{ tools: { sandbox: 'strict' } }, 'unknown', undefined, undefined],
  ])('%j → %s %s %s', (value, state, sandbox, network) => {
    const agent = agentIn(settings(value));
    expect(agent.sandbox.state).toBe(state);
    expect('value' in agent.sandbox ? agent.sandbox.value : undefined).toBe(sandbox);
    expect('value' in agent.network ? agent.network.value : undefined).toBe(network);
  });

  it('is weakened by what opens it, and only where it is on', () => {
    const opened = { sandboxNetworkAccess: true, sandboxAllowedPaths: ['/var/run/docker.sock'] };
    expect(weak(settings({ tools: { sandbox: 'docker', ...opened } }))).toEqual([
      'tools.sandboxNetworkAccess',
      'tools.sandboxAllowedPaths',
    ]);
    expect(weak(settings({ tools: opened }))).toEqual([]);
  });
});

describe('modes', () => {
  it('cannot be yolo in a file', () => {
    const facts = settings({ general: { defaultApprovalMode: 'yolo' } });
    expect(agentIn(facts).shell).toMatchObject({ state: 'default', value: 'asks' });
    expect(inert(facts)).toEqual([['general.defaultApprovalMode yolo', false]]);
  });

  it('are unknown where they do not exist; the old place still counts', () => {
    const facts = settings({ tools: { approvalMode: 'cautious' } });
    expect(agentIn(facts).shell.state).toBe('unknown');
    expect(inert(facts)).toEqual([['tools.approvalMode cautious', true]]);
  });
});

describe('settings without effect', () => {
  it('are flat keys that say something', () => {
    const facts = settings({
      excludeTools: ['run_shell_command(rm)'],
      coreTools: [],
      autoAccept: true,
      sandbox: 'docker',
      checkpointing: { enabled: true },
      folderTrust: false,
    });
    expect(inert(facts)).toEqual([
      ['excludeTools', true],
      ['autoAccept', false],
      ['sandbox', true],
      ['checkpointing', true],
    ]);
    expect(agentIn(facts).sandbox).toMatchObject({ state: 'default', value: 'off' });
  });

  it('are commands where only tool names count, and names that are split elsewhere', () => {
    const facts = settings({
      tools: {
        exclude: ['run_shell_command(rm)', 'mcp_my_db_drop'],
        confirmationRequired: ['run_shell_command(git push)'],
      },
      mcpServers: { my_db: { command: 'x' } },
    });
    expect(inert(facts)).toEqual([
      ['tools.exclude: run_shell_command(rm)', true],
      ['tools.exclude: mcp_my_db_drop', true],
      ['tools.confirmationRequired: run_shell_command(git push)', true],
    ]);
    expect(ofKind(facts, 'AgentRule')).toEqual([]);
  });

  it('are policies of the project, its own trust, and anchored expressions', () => {
    const rule = (decision: string) => `[[rule]]\ntoolName = "*"\ndecision = "${decision}"\n`;
    const facts = run({
      [file]: '{"security": {"folderTrust": {"enabled": true}}}',
      '.gemini/policies/a.toml': rule('allow') + rule('deny'),
      '.gemini/policies/b.toml': rule('allow'),
      '~/.gemini/policies/c.toml':
        '[[rule]]\ncommandRegex = "^rm"\ndecision = "deny"\npriority = 5',
    });
    expect(inert(facts)).toEqual([
      ['.gemini/policies/a.toml', true],
      ['.gemini/policies/b.toml', false],
      ['commandRegex with ^', true],
      ['security.folderTrust.enabled', true],
    ]);
    expect(ofKind(facts, 'AgentRule')).toEqual([]);
  });

  it('is an ignore file that nothing respects', () => {
    const facts = run({
      [file]: '{"context":{"fileFiltering":{"respectGeminiIgnore":false}}}',
      '.geminiignore': '.env',
    });
    expect(inert(facts)).toEqual([['.geminiignore', true]]);
    expect(ofKind(facts, 'AgentRule')).toEqual([]);
  });
});

describe('servers', () => {
  it('hold their credentials; rejected ones are not started', () => {
    const server = {
      command: 'npx',
      args: ['@acme/mcp-server'],
      env: { ACME_ACCESS_TOKEN: acmeToken },
    };
    const facts = settings({
      mcpServers: { acme: { ...server, trust: true }, other: { ...server, trust: true } },
      mcp: { allowed: ['acme'] },
    });
    expect(JSON.stringify(facts)).not.toContain(acmeToken);
    expect(ofKind(facts, 'McpServer').map((found) => found.name)).toEqual(['acme']);
    expect(relationsOf(facts, 'holds')).toHaveLength(1);
    expect(weak(facts)).toEqual(['mcpServers.acme.trust']);
  });
});

it('hides secrets in lists', () => {
  const facts = settings({ tools: { allowed: [`run_shell_command(acme --token ${acmeToken})`] } });
  expect(JSON.stringify(facts)).not.toContain(acmeToken);
  expect(relationsOf(facts, 'holds')).toHaveLength(1);
});

describe('sessions', () => {
  it.each([
    [{}, 30],
    [{ sessionRetention: { maxAge: '90d' } }, 90],
    [{ sessionRetention: { maxAge: '2w' } }, 14],
    [{ sessionRetention: { enabled: false } }, undefined],
    [{ sessionRetention: { maxAge: 'long' } }, undefined],
    [{ sessionRetention: { maxCount: 3 } }, undefined],
  ])('%j → %s', (general, days) => {
    const facts = settings({ general });
    const found = agentIn(facts).transcriptDays;
    expect('value' in found ? found.value : undefined).toBe(days);
    expect(weak(facts)).toEqual([]);
  });

  it('are a weakness where they are short', () => {
    const facts = settings({ general: { sessionRetention: { maxAge: '24h' } } });
    expect(agentIn(facts).transcriptDays).toMatchObject({ value: 1 });
    expect(weak(facts)).toEqual(['general.sessionRetention.maxAge']);
  });
});

describe('hooks', () => {
  const hooks = (event: string, more: object = {}) =>
    run({
      [file]: JSON.stringify({
        hooks: {
          [event]: [
            {
              matcher: 'run_shell_command',
              hooks: [{ type: 'command', name: 'guard', command: 'sh .gemini/hooks/g.sh' }],
            },
          ],
        },
        ...more,
      }),
      '.gemini/hooks/g.sh': 'grep -q "terraform destroy" && exit 2',
    });

  it('guard before the tool only', () => {
    expect(ofKind(hooks('BeforeTool'), 'Guard')).toMatchObject([{ strength: 'asks' }]);
    expect(inert(hooks('AfterTool'))).toEqual([['AfterTool hook g.sh', true]]);
    expect(inert(hooks('PreToolUse'))).toEqual([['PreToolUse hook g.sh', true]]);
  });

  it('can be switched off, all or by name', () => {
    for (const [key, value] of [
      ['enabled', false],
      ['disabled', ['guard']],
    ] as const) {
      const facts = hooks('BeforeTool', { hooksConfig: { [key]: value } });
      expect(ofKind(facts, 'Guard')).toEqual([]);
      expect(weak(facts)).toEqual([`hooksConfig.${key}`]);
    }
  });
});

describe('files of the home', () => {
  it('count where the project says nothing; exclusions of both count', () => {
    const facts = run({
      [file]: '{"tools":{"exclude":["write_file"],"allowed":["run_shell_command(git)"]}}',
      [home]:
        '{"tools":{"exclude":["web_fetch"],"allowed":["run_shell_command"],"sandbox":"docker"},"security":{"folderTrust":{"enabled":false},"autoAddToPolicyByDefault":true}}',
    });
    expect(ofKind(facts, 'AgentRule').map((rule) => rule.name)).toEqual([
      'tools.exclude: write_file',
      'tools.exclude: web_fetch',
      'tools.allowed: run_shell_command(git)',
    ]);
    expect(agentIn(facts).sandbox).toMatchObject({ value: 'on' });
    expect(weak(facts)).toEqual([
      'security.autoAddToPolicyByDefault',
      'security.folderTrust.enabled',
    ]);
    expect(inert(facts)).toEqual([]);
  });
});

it('groups by folder', () => {
  const group = (...files: readonly string[]) => groupByFolder(files.map(filePath));
  expect(group('GEMINI.md', 'api/GEMINI.md')).toEqual([['GEMINI.md', 'api/GEMINI.md']]);
  expect(group('api/GEMINI.md')).toEqual([]);
  expect(group('api/.gemini/settings.json', 'api/GEMINI.md', home)).toEqual([
    ['api/.gemini/settings.json', 'api/GEMINI.md', home],
  ]);
});

it('survives broken files and takes prose as advice', () => {
  const facts = run({
    [file]: '{"tools": {"allowed": "git", "exclude": {"a": 1}}, "mcpServers": [1], "hooks": 3,',
    '.gemini/policies/a.toml': '[[rule',
    'GEMINI.md': 'Do not run terraform destroy.',
  });
  expect(agentIn(facts).shell).toMatchObject({ value: 'asks' });
  expect(ofKind(facts, 'Guard')).toMatchObject([{ strength: 'advises' }]);
});
