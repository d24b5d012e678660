import type { AgentRule } from '../../model/fact.ts';
import type { RulePattern } from '../../model/permission.ts';

/** A rule's tool and pattern. */
export interface ParsedRule {
  readonly tool: AgentRule['tool'];
  readonly pattern: RulePattern;
}

const any: RulePattern = { type: 'any' };

/** Scopes and tools without parentheses, which stand for all that they can do. */
const whole: ReadonlyMap<string, AgentRule['tool']> = new Map([
  ['Exec', 'shell'],
  ['exec', 'shell'],
  ['Read', 'read'],
  ['read', 'read'],
  ['Write', 'write'],
  ['write', 'write'],
  ['Fetch', 'network'],
]);

/**
 * `Exec(prefix)`, `Read(glob)`, `Write(glob)`, `Fetch(domain)`, `mcp__server__tool`, and names alone; `null` for what Devin has no such rule for.
 * @see https://docs.devin.ai/cli/reference/permissions (read 2026-11-21)
 */
export function parseRule(text: string, folder: string): ParsedRule | null {
  const bare = text.trim();
  if (bare.startsWith('mcp__')) return mcpRule(bare);
  const everything = whole.get(bare);
  if (everything !== undefined) return { tool: everything, pattern: any };
  const [, tool = '', inner = ''] = /^(Exec|Read|Write|Fetch)\((.*)\)$/s.exec(bare) ?? [];
  switch (tool) {
    case 'Exec':
      return { tool: 'shell', pattern: execPattern(inner) };
    case 'Read':
    case 'Write':
      return { tool: tool === 'Read' ? 'read' : 'write', pattern: pathPattern(inner, folder) };
    case 'Fetch':
      return { tool: 'network', pattern: hostPattern(inner) };
    default:
      return null;
  }
}

function execPattern(text: string): RulePattern {
  const bare = text.trim().replace(/(?:\s+|:)\*+$/, '');
  if (/^\*{0,2}$/.test(bare)) return any;
  if (bare.includes('*')) return { type: 'glob', text: bare };
  return { type: 'prefix', text: bare, boundary: 'word' };
}

function pathPattern(text: string, folder: string): RulePattern {
  const bare = text.trim();
  return /^(?:|\*|\*\*|\*\*\/\*)$/.test(bare) ? any : { type: 'path', text: bare, folder };
}

function hostPattern(text: string): RulePattern {
  const host = text
    .trim()
    .toLowerCase()
    .replace(/^(?:domain:|https?:\/\/)/, '')
    .replace(/\/.*$/, '');
  if (host === '*' || host === '') return any;
  return host.includes('*') ? { type: 'glob', text: host } : { type: 'exact', text: host };
}

function mcpRule(text: string): ParsedRule {
  const [server = '', ...rest] = text.slice('mcp__'.length).split('__');
  const name = `${server || '*'}:${rest.join('__') || '*'}`;
  if (name === '*:*') return { tool: 'mcp', pattern: any };
  return { tool: 'mcp', pattern: { type: name.includes('*') ? 'glob' : 'exact', text: name } };
}
