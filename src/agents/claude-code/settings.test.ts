import { describe, expect, it } from 'vitest';
import { createKnowledge } from '../../engine/knowledge.ts';
import { parse as parseJson } from '../../formats/json/parse.ts';
import { parse as parseMarkdown } from '../../formats/markdown/parse.ts';
import { parse as parseText } from '../../formats/text/parse.ts';
import type { Agent, EntityKind, EntityOf, Fact } from '../../model/fact.ts';
import type { ProviderFacts } from '../../model/knowledge.ts';
import { filePath, type SourceRange } from '../../model/source.ts';
import { collect } from './collect.ts';

const sourced = { source: 'https://example.com/docs', checkedOn: '2026-11-21' };
const pack: ProviderFacts = {
  id: 'acme',
  title: 'Acme',
  credentials: [
    {
      ...sourced,
      id: 'account-token',
      title: 'Acme account token',
      env: ['ACME_ACCESS_TOKEN'],
      headers: [],
      prefixes: ['acme_'],
      shape: /acme_[a-z0-9]{24}/,
      scope: 'account',
      actions: ['admin'],
      plane: 'control',
      expires: 'never',
      narrower: 'use a project token',
      isPublic: false,
    },
  ],
  commands: [],
  api: null,
  mcp: [
    {
      ...sourced,
      id: 'acme-mcp',
      packages: ['@acme/mcp-server'],
      hosts: ['mcp.acme.example'],
      destructiveTools: ['execute_sql'],
      readOnlyFlag: '--read-only',
    },
  ],
  variables: [],
  hosts: [],
  stores: [],
};
const knowledge = createKnowledge([pack], new Uint8Array(32));
const token = `acme${'_'}${'k3v9x1q7z5m2'.repeat(2)}`;

function run(files: Readonly<Record<string, string>>): readonly Fact[] {
  const documents = Object.entries(files).map(([file, text]) => {
    const parse = file.endsWith('.json')
      ? parseJson
      : file.endsWith('.md')
        ? parseMarkdown
        : parseText;
    return parse(filePath(file), text);
  });
  const facts = collect({ id: documents[0]?.file ?? '', documents }, knowledge);
  expect(structuredClone(facts)).toEqual(facts);
  return facts;
}

function settings(value: unknown): readonly Fact[] {
  return run({ '.claude/settings.json': JSON.stringify(value, null, 2) });
}

function all<K extends EntityKind>(facts: readonly Fact[], kind: K): readonly EntityOf<K>[] {
  return facts.filter((fact): fact is EntityOf<K> => fact.kind === kind);
}

function agentIn(facts: readonly Fact[]): Agent {
  const [agent, ...others] = all(facts, 'Agent');
  if (agent === undefined || others.length > 0) throw new Error('expected one agent');
  return agent;
}

function slice(text: string, at: SourceRange): string {
  return text.slice(at.start, at.end);
}

describe('mode', () => {
  it('asks by default, with the page that says so', () => {
    const agent = agentIn(settings({ permissions: { allow: ['Bash(ls)'] } }));
    expect(agent.shell).toMatchObject({ state: 'default', value: 'asks' });
    expect(agent.read).toMatchObject({ state: 'default', value: 'runs' });
    expect(agent.sandbox).toMatchObject({ state: 'default', value: 'off' });
    expect(agent.network).toMatchObject({ state: 'default', value: 'open' });
  });

  it.each([
    ['default', 'asks'],
    ['manual', 'asks'],
    ['plan', 'asks'],
    ['acceptEdits', 'asks'],
    ['dontAsk', 'blocks'],
  ])('%s → %s', (defaultMode, verdict) => {
    const facts = settings({ permissions: { defaultMode } });
    expect(agentIn(facts).shell).toMatchObject({ state: 'set', value: verdict });
    expect(all(facts, 'InertSetting')).toEqual([]);
  });

  it.each(['bypassPermissions', 'auto', 'allowEdits'])('ignores %s in a repository', (mode) => {
    const facts = settings({ permissions: { defaultMode: mode } });
    expect(agentIn(facts).shell).toMatchObject({ state: 'default', value: 'asks' });
    expect(all(facts, 'InertSetting')).toMatchObject([{ looksProtective: false }]);
  });

  it('reports a mode outside permissions', () => {
    const [inert] = all(settings({ defaultMode: 'plan' }), 'InertSetting');
    expect(inert).toMatchObject({ looksProtective: true, remedy: 'Move it into permissions.' });
  });

  it('lets the local file win', () => {
    const facts = run({
      '.claude/settings.json': '{"permissions":{"defaultMode":"dontAsk"}}',
      '.claude/settings.local.json': '{"permissions":{"defaultMode":"default"}}',
    });
    expect(agentIn(facts).shell).toMatchObject({
      value: 'asks',
      at: { file: '.claude/settings.local.json' },
    });
  });

  it('gives acceptEdits its file commands', () => {
    const rules = all(settings({ permissions: { defaultMode: 'acceptEdits' } }), 'AgentRule');
    expect(rules.map((rule) => rule.name)).toContain('acceptEdits: rm');
    expect(rules.every((rule) => rule.implied && rule.effect === 'allow')).toBe(true);
  });
});

describe('rules', () => {
  it('merges lists of both files and keeps their places', () => {
    const text = '{"permissions":{"allow":["Bash(npx *)"],"deny":["Read(.env)"]}}';
    const facts = run({
      '.claude/settings.json': text,
      '.claude/settings.local.json': '{"permissions":{"allow":["mcp__acme"],"ask":["Bash"]}}',
    });
    const rules = all(facts, 'AgentRule').map(({ effect, tool, pattern }) => [
      effect,
      tool,
      pattern,
    ]);
    expect(rules).toEqual([
      ['deny', 'read', { type: 'path', text: '.env', folder: '' }],
      ['ask', 'shell', { type: 'any' }],
      ['allow', 'mcp', { type: 'glob', text: 'acme:*' }],
      ['allow', 'shell', { type: 'prefix', text: 'npx', boundary: 'word' }],
    ]);
    const npx = all(facts, 'AgentRule').find((rule) => rule.name === 'Bash(npx *)');
    expect(npx && slice(text, npx.at)).toBe('"Bash(npx *)"');
  });

  it.each([
    ['allow', 'mcp__*', false],
    ['allow', '*', false],
    ['deny', 'Write(.env)', true],
    ['deny', 'Bash(command:rm *)', true],
    ['deny', 'bash(rm *)', true],
  ] as const)('says that %s %s has no effect', (effect, name, looksProtective) => {
    const facts = settings({ permissions: { [effect]: [name] } });
    expect(all(facts, 'InertSetting')).toMatchObject([{ looksProtective }]);
    expect(all(facts, 'AgentRule')[0]?.inert).not.toBeNull();
  });

  it('never lets a secret out of a rule', () => {
    const password = ['hunter', '2x', 'Qz81'].join('');
    const facts = settings({
      permissions: {
        allow: [
          `Bash(PGPASSWORD=${password} psql *)`,
          `Bash(curl -H "Authorization: Bearer ${token}" https://api.acme.example)`,
          `Bash(psql postgres://app:${password}@db.acme.example:5432/app *)`,
          `Bash(ACME_ACCESS_TOKEN=${token} acme:*)`,
          'Bash(AWS_PROFILE=prod aws *)',
        ],
      },
    });
    const printed = JSON.stringify(facts);
    expect(printed).not.toContain(password);
    expect(printed).not.toContain(token);
    expect(printed).toContain('AWS_PROFILE=prod aws');
    expect(all(facts, 'Credential').map((found) => [found.provider, found.form])).toContainEqual([
      'acme',
      'literal',
    ]);
    const relations = facts.filter((fact) => fact.kind === 'Relation' && fact.rel === 'holds');
    expect(relations.length).toBeGreaterThan(0);
  });

  it('reads what stands before broken JSON', () => {
    const facts = run({
      '.claude/settings.json': '{"permissions":{"allow":["Bash(npx *)"],"deny":[',
    });
    expect(all(facts, 'AgentRule').map((rule) => rule.name)).toEqual(['Bash(npx *)']);
    for (const text of [
      '',
      '[]',
      '"x"',
      '{"permissions":7}',
      '{"permissions":{"allow":{"a":1}}}',
    ]) {
      expect(all(run({ '.claude/settings.json': text }), 'AgentRule')).toEqual([]);
    }
  });
});

describe('sandbox', () => {
  const sandbox = (value: unknown, permissions: unknown = {}): Agent =>
    agentIn(settings({ permissions, sandbox: value }));

  it('is escapable unless the retry outside is forbidden', () => {
    expect(sandbox({ enabled: true }).sandbox).toMatchObject({
      state: 'default',
      value: 'escapable',
    });
    expect(sandbox({ enabled: true, allowUnsandboxedCommands: false }).sandbox).toMatchObject({
      state: 'set',
      value: 'on',
    });
    const deny = ['Bash(dangerouslyDisableSandbox:true)'];
    expect(sandbox({ enabled: true }, { deny }).sandbox).toMatchObject({ value: 'on' });
    expect(sandbox({ enabled: false }).sandbox).toMatchObject({ state: 'set', value: 'off' });
  });

  it('is escapable through an excluded command or a container socket', () => {
    const closed = { enabled: true, allowUnsandboxedCommands: false };
    expect(sandbox({ ...closed, excludedCommands: ['docker *'] }).sandbox).toMatchObject({
      value: 'escapable',
    });
    const network = { allowUnixSockets: ['/var/run/docker.sock'] };
    expect(sandbox({ ...closed, network }).sandbox).toMatchObject({ value: 'escapable' });
    expect(sandbox({ ...closed, excludedCommands: [] }).sandbox).toMatchObject({ value: 'on' });
  });

  it('reads the network list', () => {
    const network = (allowedDomains: readonly string[]) =>
      sandbox({ enabled: true, network: { allowedDomains } }).network;
    expect(network(['npm.example.com'])).toMatchObject({ state: 'set', value: 'allowlist' });
    expect(network(['*'])).toMatchObject({ state: 'set', value: 'open' });
    expect(sandbox({ enabled: true }).network).toMatchObject({
      state: 'default',
      value: 'allowlist',
    });
    const facts = settings({
      sandbox: { enabled: true, network: { deniedDomains: ['a.example'] } },
    });
    expect(all(facts, 'AgentRule')).toMatchObject([{ effect: 'deny', tool: 'network' }]);
  });

  it('runs sandboxed commands unasked only where that is written', () => {
    expect(sandbox({ enabled: true, autoAllowBashIfSandboxed: true }).shell).toMatchObject({
      state: 'set',
      value: 'runs',
    });
    expect(sandbox({ enabled: true, autoAllowBashIfSandboxed: false }).shell).toMatchObject({
      value: 'asks',
    });
    expect(sandbox({ enabled: true }).shell).toMatchObject({ state: 'unknown', why: 'external' });
  });

  it('says what only the user settings can do', () => {
    const facts = settings({
      sandbox: { network: { strictAllowlist: true }, filesystem: { disabled: true } },
      autoMode: { hard_deny: ['no production'] },
      skipDangerousModePermissionPrompt: true,
    });
    expect(all(facts, 'InertSetting').map((found) => [found.name, found.looksProtective])).toEqual([
      ['autoMode.hard_deny', true],
      ['sandbox.network.strictAllowlist', true],
      ['sandbox.filesystem.disabled', false],
      ['skipDangerousModePermissionPrompt', false],
    ]);
  });
});
