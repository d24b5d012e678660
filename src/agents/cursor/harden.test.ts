import { describe, expect, it } from 'vitest';
import { cursorCliRules } from '../../../test/permission-rules.ts';
import { agentOf, ruleOf } from '../../graph/permission-sample.ts';
import { permission } from '../../graph/permissions.ts';
import type { AgentRule } from '../../model/fact.ts';
import type { HardenRequest, Stop } from '../../model/hardening.ts';
import { filePath } from '../../model/source.ts';
import { cliFile, harden, hooksFile, ignoreFile, permissionsFile, sandboxFile } from './harden.ts';

const stops: readonly Stop[] = [
  { prefix: 'railway volume delete', flags: [], effect: 'deny' },
  { prefix: 'railway down', flags: [], effect: 'ask' },
  { prefix: 'terraform apply', flags: ['-destroy'], effect: 'deny' },
  { prefix: 'dropdb', flags: [], effect: 'deny' },
  { prefix: 'doctl apps d', flags: [], effect: 'deny' },
];

function run(
  texts: Readonly<Record<string, string>>,
  more: Partial<HardenRequest> = {},
): Readonly<Record<string, string>> {
  const request: HardenRequest = {
    texts: new Map(Object.entries(texts)),
    stops,
    loose: [],
    secrets: ['deploy/.env'],
    tools: [{ server: 'db', name: 'execute_sql' }],
    ...more,
  };
  return Object.fromEntries(harden(request).map(({ file, text }) => [file, text]));
}

function loose(text: string, name: string, file: string, shown = name): AgentRule {
  const start = text.indexOf(JSON.stringify(name));
  const pattern = { type: 'any' } as const;
  const rule = ruleOf({ effect: 'allow', tool: 'shell', pattern, name: shown, order: 0 }, null);
  return { ...rule, at: { file: filePath(file), start, end: start + name.length + 2 } };
}

const closed = {
  type: 'workspace_readwrite',
  networkPolicy: { default: 'deny' },
  networkPolicyStrict: true,
};

describe('harden', () => {
  it('writes the files that are not there', () => {
    const files = run({});
    expect(Object.keys(files)).toEqual([permissionsFile, sandboxFile, ignoreFile]);
    expect(JSON.parse(files[permissionsFile] ?? '')).toEqual({
      terminalAllowlist: [],
      mcpAllowlist: [],
    });
    expect(JSON.parse(files[sandboxFile] ?? '')).toEqual(closed);
    expect(files[ignoreFile]).toBe('/deploy/.env\n');
  });

  it('narrows both allowlists and keeps the rest', () => {
    const text = `{
  // agreed in June
  "terminalAllowlist": ["npm test", "npx", "git  log"],
  "mcpAllowlist": ["*:*", "db:*", "db:list_tables", "docs:search"],
  "autoRun": { "allow_instructions": ["Allow every shell command.", "Allow npm test"] }
}
`;
    const after = run(
      { [permissionsFile]: text },
      { loose: [loose(text, 'npx', permissionsFile)] },
    )[permissionsFile];
    expect(after).toContain('// agreed in June');
    expect(after).toContain('"terminalAllowlist": ["npm test", "git  log"]');
    expect(after).toContain('"mcpAllowlist": ["db:list_tables", "docs:search"]');
    expect(after).toContain('"allow_instructions": ["Allow npm test"]');
  });

  it('moves tokens to the file that honours them', () => {
    const tokens = { allow: ['Shell(npm)'], deny: ['Shell(railway)', 'Read(.env*)'] };
    const files = run({ [permissionsFile]: JSON.stringify({ permissions: tokens }) });
    expect(files[permissionsFile]).not.toContain('Shell');
    expect(JSON.parse(files[cliFile] ?? '').permissions.deny.slice(0, 2)).toEqual(tokens.deny);
    expect(JSON.parse(files[cliFile] ?? '').permissions.allow).toBeUndefined();
  });

  it('denies in cli.json what cannot be undone', () => {
    const text = JSON.stringify({
      permissions: { allow: ['Shell(**)', 'Shell(git)', 'Mcp(db:*)', 'Mcp(docs:search)'] },
    });
    const files = run({ [cliFile]: text }, { loose: [loose(text, 'Shell(**)', cliFile)] });
    expect(Object.keys(files)).toEqual([cliFile, sandboxFile, ignoreFile]);
    const { allow, deny } = JSON.parse(files[cliFile] ?? '').permissions;
    expect(allow).toEqual(['Shell(git)', 'Mcp(docs:search)']);
    expect(deny).toEqual([
      'Shell(railway:volume delete*)',
      'Shell(terraform:apply *-destroy*)',
      'Shell(dropdb)',
      'Shell(doctl:apps d *)',
      'Mcp(db:execute_sql)',
      'Read(deploy/.env)',
    ]);
    const rules = cursorCliRules({
      allow: ['Shell(railway)', 'Shell(terraform)', 'Shell(doctl)'],
      deny,
    });
    const cli = agentOf('cursor-cli', {});
    const verdict = (command: string) => permission(cli, rules, { tool: 'shell', command }).verdict;
    for (const line of ['railway volume delete', 'railway volume delete -v x', 'dropdb app']) {
      expect(verdict(line)).toBe('blocks');
    }
    expect(verdict('terraform apply -auto-approve -destroy')).toBe('blocks');
    expect(verdict('terraform plan')).toBe('runs');
    expect(verdict('doctl apps d app')).toBe('blocks');
    expect(verdict('doctl apps describe app')).toBe('runs');
  });

  it('finds masked entries by their place and copies none', () => {
    const password = ['hunter', '2x', 'Qz81'].join('');
    const secret = `Shell(psql:postgres://app:${password}@db.example/app*)`;
    const text = JSON.stringify({ permissions: { allow: [secret, 'Shell(psql)'] } });
    const rule = loose(text, secret, cliFile, 'Shell(psql:postgres://app:…@db.example/app*)');
    const after = run({ [cliFile]: text }, { loose: [rule] })[cliFile] ?? '';
    expect(after).not.toContain(password);
    expect(JSON.parse(after).permissions.allow).toEqual(['Shell(psql)']);
  });

  it('closes the sandbox', () => {
    const open = {
      type: 'insecure_none',
      additionalReadwritePaths: ['~', '/var/run/docker.sock', './out'],
      additionalReadonlyPaths: ['~/.aws', '../docs'],
      networkPolicy: { default: 'allow', allow: ['*', 'a.example'] },
    };
    const after = run({ [sandboxFile]: JSON.stringify(open) })[sandboxFile] ?? '';
    expect(JSON.parse(after)).toEqual({
      ...closed,
      additionalReadwritePaths: ['./out'],
      additionalReadonlyPaths: ['../docs'],
      networkPolicy: { default: 'deny', allow: ['a.example'] },
    });
    const readonly = JSON.stringify({ ...closed, type: 'workspace_readonly' });
    expect(run({ [sandboxFile]: readonly })[sandboxFile]).toBeUndefined();
  });

  it('lets hooks stop what they cannot judge', () => {
    const hooks = {
      beforeShellExecution: [{ command: './check.sh' }],
      preToolUse: [{ command: './log.sh' }, { command: './guard.sh' }],
      afterFileEdit: [{ command: 'prettier' }],
    };
    const after = run({ [hooksFile]: JSON.stringify({ version: 1, hooks }) })[hooksFile] ?? '';
    expect(JSON.parse(after).hooks).toEqual({
      beforeShellExecution: [{ command: './check.sh', failClosed: true }],
      preToolUse: [{ command: './log.sh' }, { command: './guard.sh', failClosed: true }],
      afterFileEdit: [{ command: 'prettier' }],
    });
  });

  it.each([
    ['', '/deploy/.env\n'],
    ['dist\r\n', 'dist\r\n/deploy/.env\r\n'],
    ['# .env', '# .env\n/deploy/.env\n'],
    ['.env*\n!.env\n', '.env*\n!.env\n/deploy/.env\n'],
    ['.env*\n', undefined],
    ['*.env', undefined],
    ['deploy/.env\n', undefined],
    ['/deploy/.env', undefined],
  ])('adds to the ignore file %j', (before, after) => {
    expect(run({ [ignoreFile]: before })[ignoreFile]).toBe(after);
  });

  it('has nothing left to do, and leaves broken files alone', () => {
    const text = '{ "permissions": { "deny": ["Shell(railway)"] } }';
    const once = run({ [permissionsFile]: text, [hooksFile]: '{"hooks":{}}' });
    expect(run({ ...once, [hooksFile]: '{"hooks":{}}' })).toEqual({});
    const broken = { [permissionsFile]: '{"terminalAllowlist": [', [sandboxFile]: '[]' };
    expect(Object.keys(run(broken))).toEqual([ignoreFile]);
  });
});
