import { describe, expect, it } from 'vitest';
import { claude, claudeRules } from '../../../test/permission-rules.ts';
import { ruleOf } from '../../graph/permission-sample.ts';
import { permission } from '../../graph/permissions.ts';
import type { AgentRule } from '../../model/fact.ts';
import type { HardenRequest, Stop } from '../../model/hardening.ts';
import { filePath } from '../../model/source.ts';
import { jsonValue } from '../../recognize/edit/json-edit.ts';
import { harden, localFile, settingsFile } from './harden.ts';

const stops: readonly Stop[] = [
  { prefix: 'railway volume delete', flags: [], effect: 'deny' },
  { prefix: 'railway down', flags: [], effect: 'ask' },
  { prefix: 'terraform apply', flags: ['-destroy', '-auto-approve'], effect: 'deny' },
];

function run(texts: Readonly<Record<string, string>>, more: Partial<HardenRequest> = {}) {
  const request: HardenRequest = {
    texts: new Map(Object.entries(texts)),
    stops,
    loose: [],
    secrets: ['deploy/.env'],
    tools: [{ server: 'my db', name: 'execute_sql' }],
    ...more,
  };
  return new Map(harden(request).map(({ file, text }) => [file, text]));
}

/** The text of the settings after hardening one settings file. */
function hardened(text: string, more: Partial<HardenRequest> = {}): string {
  return run({ [settingsFile]: text }, more).get(settingsFile) ?? '';
}

function loose(text: string, name: string, file = settingsFile): AgentRule {
  const start = text.indexOf(JSON.stringify(name));
  const rule = ruleOf(
    { effect: 'allow', tool: 'shell', pattern: { type: 'any' }, name, order: 0 },
    null,
  );
  return { ...rule, at: { file: filePath(file), start, end: start + name.length + 2 } };
}

describe('harden', () => {
  it('writes the file where there is none', () => {
    const text = run({}).get(settingsFile) ?? '';
    expect(JSON.parse(text)).toEqual({
      permissions: {
        deny: [
          'Bash(railway volume delete *)',
          'Bash(terraform apply *-destroy*)',
          'Bash(terraform apply *-auto-approve*)',
          'mcp__my_db__execute_sql',
          'Read(./deploy/.env)',
        ],
        disableBypassPermissionsMode: 'disable',
      },
      sandbox: {
        enabled: true,
        allowUnsandboxedCommands: false,
        filesystem: { denyRead: ['./deploy/.env'] },
      },
    });
  });

  it('moves what can run anything to the list that asks, and never a secret', () => {
    const password = ['hunter', '2x', 'Qz81'].join('');
    const secret = `Bash(PGPASSWORD=${password} psql *)`;
    const text = JSON.stringify({
      permissions: { allow: ['Bash(npm test)', 'Bash(npx *)', secret, 'Bash', 'Read(~/.aws/**)'] },
    });
    const rules = ['Bash(npx *)', secret, 'Bash'].map((name) => loose(text, name));
    const result = hardened(text, { loose: rules });
    expect(jsonValue(result, ['permissions', 'allow'])).toEqual(['Bash(npm test)']);
    expect(jsonValue(result, ['permissions', 'ask'])).toEqual(['Bash(npx *)']);
    expect(result).not.toContain(password);
  });

  it('lets what a skill grants ask', () => {
    const names = ['Bash(python3:*)', 'Bash(curl -H …x *)', 'mcp__db'];
    const file = '.claude/skills/x/SKILL.md';
    const rules = names.map((name) => loose(names.join(' '), name, file));
    expect(jsonValue(hardened('{}', { loose: rules }), ['permissions', 'ask'])).toEqual([
      'Bash(python3:*)',
    ]);
  });

  it('closes the holes of both files', () => {
    const open = {
      enableAllProjectMcpServers: true,
      disableAllHooks: true,
      cleanupPeriodDays: 1,
      env: { BASH_ENV: './x.sh', NODE_OPTIONS: '--max-old-space-size=4096' },
      permissions: { defaultMode: 'bypassPermissions', additionalDirectories: ['~', '../docs'] },
      sandbox: {
        enabled: false,
        excludedCommands: ['docker *'],
        enableWeakerNestedSandbox: true,
        network: { allowedDomains: ['*', 'a.example'], allowUnixSockets: ['/run/docker.sock'] },
        filesystem: { allowWrite: ['~', './out'] },
      },
      hooks: {
        PreToolUse: [
          { matcher: 'Bash', hooks: [{ command: './check.sh' }] },
          { matcher: 'Edit', hooks: [{ command: 'prettier' }] },
          { hooks: [{ command: './log.sh' }] },
        ],
      },
    };
    const text = JSON.stringify(open, null, 2);
    const files = run({ [settingsFile]: text, [localFile]: text });
    for (const result of files.values()) {
      expect(JSON.parse(result)).toMatchObject({
        cleanupPeriodDays: 30,
        env: { NODE_OPTIONS: '--max-old-space-size=4096' },
        permissions: { defaultMode: 'default', additionalDirectories: ['../docs'] },
        sandbox: {
          excludedCommands: [],
          enabled: true,
          network: { allowedDomains: ['a.example'], allowUnixSockets: [] },
          filesystem: { allowWrite: ['./out'] },
        },
        hooks: {
          PreToolUse: [
            { hooks: [{ command: './check.sh', onFailure: 'block' }] },
            { hooks: [{ command: 'prettier' }] },
            { hooks: [{ command: './log.sh' }] },
          ],
        },
      });
      expect(result).not.toMatch(/enableAll|disableAllHooks|WeakerNested|BASH_ENV/);
      expect(result.match(/onFailure/g)).toHaveLength(1);
    }
  });

  it('keeps comments and formatting, and has nothing left to do', () => {
    const text = `{
    // agreed in June
    "permissions": {
        "allow": ["Bash(npm test)"], // harmless
        "deny": [
            "Read(.env)"
        ]
    }
}
`;
    const once = hardened(text);
    expect(once).toContain('    // agreed in June');
    expect(once).toContain('"allow": ["Bash(npm test)"], // harmless');
    expect(hardened(once)).toBe(once);
  });

  it('leaves broken files alone', () => {
    expect(run({ [settingsFile]: '{"permissions": {' }).size).toBe(0);
    expect(run({ [settingsFile]: '[]' }).size).toBe(0);
    expect([...run({ [settingsFile]: '{}', [localFile]: '{"a":' }).keys()]).toEqual([settingsFile]);
  });

  it('blocks every stop of a program with many, and no command that is allowed', () => {
    const things = ['volume', 'volumes', 'project', 'environment', 'env', 'bucket', 'database'];
    const many = things.flatMap((thing) =>
      ['delete', 'rm', 'remove'].map(
        (verb): Stop => ({
          prefix: `railway ${thing} ${verb}`,
          flags: [],
          effect: 'deny',
        }),
      ),
    );
    const allow = ['Bash(railway cache rm *)'];
    const text = hardened(JSON.stringify({ permissions: { allow } }), { stops: many });
    const deny = jsonValue(text, ['permissions', 'deny']);
    const rules = claudeRules({ allow, deny: Array.isArray(deny) ? deny : [] });
    const verdict = (command: string) =>
      permission(claude, rules, { tool: 'shell', command }).verdict;
    for (const { prefix } of many) {
      expect(verdict(prefix)).toBe('blocks');
      expect(verdict(`TIER=prod ${prefix} x --yes`)).toBe('blocks');
    }
    expect(verdict('railway cache rm x')).toBe('runs');
    expect(verdict('railway volume list')).toBe('asks');
    expect(Array.isArray(deny) && deny.length).toBeLessThan(many.length);
  });
});
