import { describe, expect, it } from 'vitest';
import { acmeKnowledge, acmeToken as token } from '../../../test/acme-knowledge.ts';
import { agentFacts, agentIn } from '../../../test/agent-facts.ts';
import { ofKind } from '../../../test/facts-of-kind.ts';
import { textAt } from '../../../test/text-at.ts';
import type { Agent, Fact } from '../../model/fact.ts';
import { collect } from './collect.ts';

function run(files: Readonly<Record<string, string>>): readonly Fact[] {
  return agentFacts(collect, acmeKnowledge, files);
}

function settings(value: unknown): readonly Fact[] {
  return run({ '.claude/settings.json': JSON.stringify(value, null, 2) });
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
    expect(ofKind(facts, 'InertSetting')).toEqual([]);
  });

  it.each(['bypassPermissions', 'auto', 'allowEdits'])('ignores %s in a repository', (mode) => {
    const facts = settings({ permissions: { defaultMode: mode } });
    expect(agentIn(facts).shell).toMatchObject({ state: 'default', value: 'asks' });
    expect(ofKind(facts, 'InertSetting')).toMatchObject([{ looksProtective: false }]);
  });

  it('reports a mode outside permissions', () => {
    const [inert] = ofKind(settings({ defaultMode: 'plan' }), 'InertSetting');
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
    const rules = ofKind(settings({ permissions: { defaultMode: 'acceptEdits' } }), 'AgentRule');
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
    const rules = ofKind(facts, 'AgentRule').map(({ effect, tool, pattern }) => [
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
    const npx = ofKind(facts, 'AgentRule').find((rule) => rule.name === 'Bash(npx *)');
    expect(npx && textAt(text, npx.at)).toBe('"Bash(npx *)"');
  });

  it.each([
    ['deny', 'Write(.env)', true],
    ['deny', 'Bash(command:rm *)', true],
    ['deny', 'bash(rm *)', true],
  ] as const)('says that %s %s has no effect', (effect, name, looksProtective) => {
    const facts = settings({ permissions: { [effect]: [name] } });
    expect(ofKind(facts, 'InertSetting')).toMatchObject([{ looksProtective }]);
    expect(ofKind(facts, 'AgentRule')[0]?.inert).not.toBeNull();
  });

  it.each(['mcp__*', '*'])('skips a dead allow %s without a word', (name) => {
    const facts = settings({ permissions: { allow: [name] } });
    expect(ofKind(facts, 'InertSetting')).toEqual([]);
    expect(ofKind(facts, 'AgentRule')[0]?.inert).not.toBeNull();
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
    expect(ofKind(facts, 'Credential').map((found) => [found.provider, found.form])).toContainEqual(
      ['acme', 'literal'],
    );
    const relations = facts.filter((fact) => fact.kind === 'Relation' && fact.rel === 'holds');
    expect(relations.length).toBeGreaterThan(0);
  });

  it('reads what stands before broken JSON', () => {
    const facts = run({
      '.claude/settings.json': '{"permissions":{"allow":["Bash(npx *)"],"deny":[',
    });
    expect(ofKind(facts, 'AgentRule').map((rule) => rule.name)).toEqual(['Bash(npx *)']);
    for (const text of [
      '',
      '[]',
      '"x"',
      '{"permissions":7}',
      '{"permissions":{"allow":{"a":1}}}',
    ]) {
      expect(ofKind(run({ '.claude/settings.json': text }), 'AgentRule')).toEqual([]);
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
    expect(ofKind(facts, 'AgentRule')).toMatchObject([{ effect: 'deny', tool: 'network' }]);
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
    expect(
      ofKind(facts, 'InertSetting').map((found) => [found.name, found.looksProtective]),
    ).toEqual([
      ['autoMode.hard_deny', true],
      ['sandbox.network.strictAllowlist', true],
      ['sandbox.filesystem.disabled', false],
      ['skipDangerousModePermissionPrompt', false],
    ]);
  });
});

describe('reading outside the tree', () => {
  const allow = ['Read(~/.aws/**)', 'Read(//)', 'Read(src/**)'];

  it('is a hole where a rule opens it', () => {
    expect(ofKind(settings({ permissions: { allow } }), 'Weakness')).toMatchObject([
      { name: 'Read(~/.aws/**)', control: 'secrets' },
      { name: 'Read(//)', control: 'secrets' },
    ]);
  });

  it('is closed by one setting, whatever the rules say', () => {
    const facts = settings({
      permissions: { allow, blockReadsOutsideWorkingDirectories: true },
    });
    expect(ofKind(facts, 'Weakness')).toEqual([]);
    expect(ofKind(facts, 'AgentRule').map(({ name, inert }) => [name, inert === null])).toEqual([
      ['Read(~/.aws/**)', false],
      ['Read(//)', false],
      ['Read(src/**)', true],
    ]);
  });

  it('is closed for what the sandbox denies', () => {
    const credentials = { files: [{ path: './deploy/.env', mode: 'deny' }] };
    const [rule] = ofKind(settings({ sandbox: { enabled: true, credentials } }), 'AgentRule');
    expect(rule).toMatchObject({
      effect: 'deny',
      tool: 'read',
      name: 'sandbox credentials: ./deploy/.env',
    });
  });
});
