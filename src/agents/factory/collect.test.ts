import { describe, expect, it } from 'vitest';
import { acmeKnowledge, acmeToken } from '../../../test/acme-knowledge.ts';
import { agentFacts, agentIn } from '../../../test/agent-facts.ts';
import { ofKind } from '../../../test/facts-of-kind.ts';
import { filePath } from '../../model/source.ts';
import { known } from '../../model/value.ts';
import { collect } from './collect.ts';
import { collector } from './collector.ts';

const facts = (files: Readonly<Record<string, string>>) =>
  agentFacts(collect, acmeKnowledge, files);
const settings = (value: object) => facts({ '.factory/settings.json': JSON.stringify(value) });

describe('the sandbox', () => {
  const stateOf = (sandbox: object) => {
    const agent = agentIn(settings({ sandbox }));
    return [known(agent.sandbox), known(agent.network)];
  };

  it.each([
    [{}, ['off', 'open']],
    [{ enabled: false }, ['off', 'open']],
    [{ enabled: true }, ['on', 'closed']],
    [{ enabled: true, network: { allowedDomains: ['*.npmjs.org'] } }, ['on', 'allowlist']],
    [{ enabled: true, network: { allowedDomains: ['*'] } }, ['on', 'open']],
    [{ enabled: true, filesystem: { allowWrite: ['~'] } }, ['escapable', 'closed']],
  ])('of %j is %j', (sandbox, state) => {
    expect(stateOf(sandbox)).toEqual(state);
  });

  it('says what its lists give away', () => {
    const weak = ofKind(
      settings({
        sandbox: {
          enabled: true,
          filesystem: { allowWrite: ['~/.aws', '/var/run/docker.sock', '/tmp/out'] },
          network: { allowedDomains: ['*'] },
        },
      }),
      'Weakness',
    );
    expect(weak.map(({ name, control }) => [name, control])).toEqual([
      ['sandbox.network.allowedDomains', 'network'],
      ['sandbox allowWrite ~/.aws', 'secrets'],
      ['sandbox allowWrite /var/run/docker.sock', 'sandbox'],
    ]);
  });
});

it('lets the folder decide over the user, and its local file over the shared one', () => {
  const level = (autonomyLevel: string) =>
    JSON.stringify({ sessionDefaultSettings: { autonomyLevel } });
  const shellOf = (files: Readonly<Record<string, string>>) => known(agentIn(facts(files)).shell);
  const user = { '~/.factory/settings.json': level('high') };
  expect(shellOf(user)).toBe('runs');
  expect(shellOf({ '.factory/settings.json': level('off'), ...user })).toBe('asks');
  expect(
    shellOf({
      '.factory/settings.json': level('off'),
      '.factory/settings.local.json': level('high'),
    }),
  ).toBe('runs');
});

it('takes a level that does not exist for none', () => {
  const all = settings({ autonomyLevel: 'yolo' });
  expect(known(agentIn(all).shell)).toBe('asks');
  expect(ofKind(all, 'InertSetting').map(({ looksProtective }) => looksProtective)).toEqual([
    false,
  ]);
});

describe('hooks', () => {
  const files = (more: object) => ({
    '.factory/settings.json': JSON.stringify({
      hooks: {
        PreToolUse: [
          {
            matcher: 'Execute',
            hooks: [{ type: 'command', command: '"$FACTORY_PROJECT_DIR"/.factory/hooks/guard.py' }],
          },
        ],
      },
      ...more,
    }),
    '.factory/hooks/guard.py': 'import sys\nif "terraform destroy" in cmd:\n    sys.exit(2)\n',
  });

  it('stop tools', () => {
    expect(ofKind(facts(files({})), 'Guard').map(({ strength }) => strength)).toEqual(['blocks']);
  });

  it('stop nothing while they are switched off', () => {
    const all = facts(files({ hooksDisabled: true }));
    expect(ofKind(all, 'Guard')).toEqual([]);
    expect(ofKind(all, 'Weakness').map(({ name }) => name)).toEqual(['hooksDisabled']);
    expect(ofKind(settings({ hooksDisabled: true }), 'Weakness')).toEqual([]);
  });
});

it('reads servers and keeps secrets', () => {
  const all = facts({
    '.factory/settings.json': JSON.stringify({
      commandAllowlist: [`ACME_ACCESS_TOKEN=${acmeToken} acme`],
    }),
    '.factory/mcp.json': '{"mcpServers": {"acme": {"url": "https://mcp.acme.example"}}}',
  });
  expect(ofKind(all, 'McpServer').map(({ title }) => title)).toEqual(['Acme MCP server']);
  expect(ofKind(all, 'Credential')).toHaveLength(1);
  expect(JSON.stringify(all)).not.toContain(acmeToken);
});

it.each(['', '[]', '{', '{"sandbox": [], "hooks": 1, "commandAllowlist": {"a": 1}}'])(
  'survives %j',
  (text) => {
    expect(() => facts({ '.factory/settings.json': text })).not.toThrow();
  },
);

it('is not there because of prose', () => {
  expect(collector.group?.([filePath('AGENTS.md')])).toEqual([]);
});
