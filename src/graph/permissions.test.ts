import { describe, expect, it } from 'vitest';
import { claude, claudeRules, cursor, cursorRules } from '../../test/permission-rules.ts';
import type { Agent, AgentRule, Verdict } from '../model/fact.ts';
import { filePath } from '../model/source.ts';
import { byDefault, unknown, written } from '../model/value.ts';
import { mcpPattern } from '../recognize/agent/cli-tokens.ts';
import { agentOf, at, ruleOf } from './permission-sample.ts';
import { executors, networkReach, permission } from './permissions.ts';

describe('files', () => {
  const read = (agent: Agent, rules: readonly AgentRule[], path: string): Verdict =>
    permission(agent, rules, { tool: 'read', path: filePath(path) }).verdict;

  it.each([
    ['Read(.env)', '.env', 'blocks'],
    ['Read(.env)', 'apps/web/.env', 'blocks'],
    ['Read(./.env)', '.env', 'blocks'],
    ['Read(.env)', '.env.production', 'runs'],
    ['Read(./.env.*)', '.env.production', 'blocks'],
    ['Read(**/*.pem)', 'certs/a/server.pem', 'blocks'],
    ['Read(secrets/**)', 'secrets/a/b.txt', 'blocks'],
    ['Read(secrets/**)', 'apps/secrets/b.txt', 'blocks'],
    ['Read(/secrets/**)', 'apps/secrets/b.txt', 'runs'],
    ['Read(~/.aws/**)', '.aws/credentials', 'runs'],
    ['Read(//etc/passwd)', 'etc/passwd', 'runs'],
    ['Read', 'anything.txt', 'blocks'],
    ['Glob(.env)', '.env', 'runs'],
    ['Bash(cat .env)', '.env', 'runs'],
  ] as const)('deny %s: %s → %s', (rule, path, verdict) => {
    expect(read(claude, claudeRules({ deny: [rule] }), path)).toBe(verdict);
  });

  it('takes back what a later line of one ignore file excepts', () => {
    const ignore = (lines: readonly string[], file = '.cursorignore') =>
      lines.map((text, order) => {
        const pattern = { type: 'path', text, folder: '' } as const;
        return ruleOf(
          { effect: 'deny', tool: 'read', pattern, name: text, order },
          null,
          filePath(file),
        );
      });
    const rules = ignore(['.env', '.env.*', '!.env.example', 'env/']);
    expect(read(cursor, rules, '.env.example')).toBe('runs');
    expect(read(cursor, rules, '.env.production')).toBe('blocks');
    expect(read(cursor, rules, 'env/production.env')).toBe('blocks');
    expect(read(cursor, rules, 'environment.md')).toBe('runs');
    expect(read(cursor, ignore(['!.env.example', '.env.*']), '.env.example')).toBe('blocks');
    const others = [...ignore(['.env.*']), ...ignore(['a', '!.env.example'], 'b/.cursorignore')];
    expect(read(cursor, others, '.env.example')).toBe('blocks');
  });

  it('judges edits by their own rules', () => {
    const write = (rules: readonly AgentRule[], path: string): Verdict =>
      permission(claude, rules, { tool: 'write', path: filePath(path) }).verdict;
    expect(write(claudeRules({ allow: ['Edit(src/**)'] }), 'src/a.ts')).toBe('runs');
    expect(write(claudeRules({ allow: ['Edit(src/**)'] }), 'apps/src/a.ts')).toBe('asks');
    expect(write(claudeRules({ allow: ['Write(src/**)'] }), 'src/a.ts')).toBe('asks');
  });
});

describe('MCP tools and hosts', () => {
  const mcp = (agent: Agent, rules: readonly AgentRule[], server: string, name: string): Verdict =>
    permission(agent, rules, { tool: 'mcp', server, name }).verdict;

  it.each([
    [{ allow: ['mcp__railway'] }, 'railway', 'remove_volume', 'runs'],
    [{ allow: ['mcp__railway__*'] }, 'railway', 'remove_volume', 'runs'],
    [{ allow: ['mcp__supabase__execute_sql'] }, 'supabase', 'execute_sql', 'runs'],
    [{ allow: ['mcp__supabase__execute_sql'] }, 'supabase', 'delete_branch', 'asks'],
    [{ allow: ['mcp__rail'] }, 'railway', 'remove_volume', 'asks'],
    [{ allow: ['mcp__*'] }, 'railway', 'remove_volume', 'asks'],
    [{ allow: ['mcp__a'], deny: ['mcp__*'] }, 'a', 'b', 'blocks'],
    [{ allow: ['mcp__postgres__*'], deny: ['mcp__postgres__drop_*'] }, 'postgres', 'query', 'runs'],
    [{ allow: ['Bash'] }, 'railway', 'remove_volume', 'asks'],
  ] as const)('Claude Code %j %s %s → %s', (lists, server, name, verdict) => {
    expect(mcp(claude, claudeRules(lists), server, name)).toBe(verdict);
  });

  it('knows the allowlist of Cursor', () => {
    const rules = (name: string) => [
      ruleOf({ effect: 'allow', tool: 'mcp', pattern: mcpPattern(name), name, order: 0 }),
    ];
    expect(mcp(cursor, rules('*:*'), 'a', 'b')).toBe('runs');
    expect(mcp(cursor, rules('Supabase:*'), 'supabase', 'execute_sql')).toBe('runs');
    expect(mcp(cursor, rules('*:list_tables'), 'supabase', 'execute_sql')).toBe('unknown');
  });

  it('says which hosts sandboxed commands reach', () => {
    const boxed = agentOf('cursor', {
      sandbox: written('on', at),
      network: written('allowlist', at),
    });
    const rules = claudeRules({
      allow: ['WebFetch(domain:*.example.com)'],
      deny: ['WebFetch(domain:b.example.com)'],
    });
    expect(networkReach(boxed, 'a.example.com', rules)).toBe('open');
    expect(networkReach(boxed, 'b.example.com', rules)).toBe('closed');
    expect(networkReach(boxed, 'backboard.railway.app', rules)).toBe('closed');
    expect(networkReach(boxed, 'a.example.com', claudeRules({ allow: ['WebFetch'] }))).toBe(
      'closed',
    );
    const builtIn = byDefault<'open' | 'allowlist' | 'closed'>('allowlist', at, 'https://e.com');
    expect(networkReach({ ...boxed, network: builtIn }, 'a.example.com')).toBe('unknown');
    expect(networkReach({ ...boxed, network: builtIn }, 'a.example.com', rules)).toBe('open');
    expect(networkReach({ ...boxed, network: builtIn }, 'b.example.com', rules)).toBe('closed');
    // Other rules do not make a default list complete.
    expect(networkReach({ ...boxed, network: builtIn }, 'x', rules)).toBe('unknown');
    expect(networkReach({ ...boxed, network: unknown('external', at) }, 'x')).toBe('unknown');
    expect(networkReach({ ...boxed, sandbox: written('off', at) }, 'x', rules)).toBe('open');
    expect(networkReach({ ...boxed, network: written('open', at) }, 'x')).toBe('open');
  });
});

describe('executors', () => {
  const names = (agent: Agent, rules: readonly AgentRule[]): readonly string[] =>
    executors(agent, rules).map((executor) => executor.command);

  it('names what runs unasked, the most direct first', () => {
    const rules = cursorRules(['npm', 'npx', 'node', 'git', 'curl', 'railway']);
    expect(names(cursor, rules)).toEqual(['curl', 'node', 'npx', 'npm exec', 'npm run', 'npm']);
  });

  it('stays silent about commands that are tied down', () => {
    const rules = claudeRules({
      allow: [
        'Bash(npm test)',
        'Bash(npm run lint)',
        'Bash(uv run pytest *)',
        'Bash(docker compose -f compose.dev.yml up *)',
        'Bash(curl http://localhost:3000/health)',
        'Bash(curl http://localhost:*)',
        'Bash(terraform fmt *)',
        'Bash(git:*)',
      ],
    });
    expect(names(claude, rules)).toEqual([]);
  });

  it('sees open ends behind flags, folders, hosts and assignments', () => {
    const rules = claudeRules({
      allow: [
        'Bash(python -c ":*)',
        'Bash(bash scripts/*)',
        'Bash(ssh root@prod *)',
        'Bash(FOO=1 npx -y *)',
        'Bash(curl -s -X POST *)',
      ],
    });
    expect(names(claude, rules)).toEqual(['curl', 'python', 'bash', 'npx', 'ssh']);
  });

  it('counts neither denied nor inert ones, and sums up a rule for everything', () => {
    expect(names(claude, claudeRules({ allow: ['Bash(curl *)'], deny: ['Bash(curl *)'] }))).toEqual(
      [],
    );
    expect(names(claude, claudeRules({ allow: ['*'] }))).toEqual([]);
    expect(names(claude, claudeRules({ allow: ['Bash'] }))).toEqual([
      'curl',
      'node',
      'python3',
      'bash',
    ]);
    expect(names(claude, claudeRules({ allow: ['Bash'], deny: ['Bash(curl *)'] }))).not.toContain(
      'curl',
    );
    expect(names(claude, [])).toEqual([]);
  });

  it('points at the rule', () => {
    const [first] = executors(cursor, cursorRules(['curl']));
    expect(first?.rule?.name).toBe('curl');
    expect(structuredClone(first)).toEqual(first);
  });
});
