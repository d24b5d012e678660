import type { AgentRule } from '../../model/fact.ts';
import type { RulePattern } from '../../model/permission.ts';

/** A token's tool and pattern. */
export interface TokenRule {
  readonly tool: AgentRule['tool'];
  readonly pattern: RulePattern;
}

const any: RulePattern = { type: 'any' };

/**
 * An entry of `terminalAllowlist`: a prefix that ends at a word boundary, or `cmd:argglob`. A colon behind a space belongs to the command, as in
 * `npm run db:push`.
 * @see https://cursor.com/docs/reference/permissions (read 2026-11-21)
 */
export function terminalPattern(text: string): RulePattern {
  const bare = text.trim();
  if (/^\*{1,2}$/.test(bare)) return any;
  const colon = /^([^\s:]+):(.*)$/s.exec(bare);
  const [, command = '', args = ''] = colon ?? [];
  if (colon === null) {
    return bare.includes('*') ? { type: 'glob', text: bare } : prefix(bare.replace(/\s+\*$/, ''));
  }
  if (/^\*{0,2}$/.test(args)) return command === '*' ? any : prefix(command);
  const line = `${command} ${args}`;
  return line.includes('*') ? { type: 'glob', text: line } : { type: 'exact', text: line };
}

function prefix(text: string): RulePattern {
  return { type: 'prefix', text, boundary: 'word' };
}

/** `server:tool`, with `*` on either side. */
export function mcpPattern(text: string): RulePattern {
  const bare = text.trim();
  if (bare === '*' || bare === '*:*') return any;
  const full = bare.includes(':') ? bare : `${bare}:*`;
  return full.includes('*') ? { type: 'glob', text: full } : { type: 'exact', text: full };
}

/** A host name, or `*.` and a domain. */
export function hostPattern(text: string): RulePattern {
  const host = text
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/\/.*$/, '');
  if (host === '*') return any;
  return host.includes('*') ? { type: 'glob', text: host } : { type: 'exact', text: host };
}

/** A token of `cli.json`; `null` for one that the CLI does not know. */
export function parseToken(text: string, folder: string): TokenRule | null {
  const token = /^\s*([A-Za-z]+)\s*\((.*)\)\s*$/s.exec(text);
  const [, name = '', inner = ''] = token ?? [];
  switch (name) {
    case 'Shell':
      return { tool: 'shell', pattern: terminalPattern(inner) };
    case 'Read':
      return { tool: 'read', pattern: pathPattern(inner, folder) };
    case 'Write':
      return { tool: 'write', pattern: pathPattern(inner, folder) };
    case 'WebFetch':
      return { tool: 'network', pattern: hostPattern(inner.replace(/^domain:/, '')) };
    case 'Mcp':
      return { tool: 'mcp', pattern: mcpPattern(inner) };
    default:
      return null;
  }
}

function pathPattern(text: string, folder: string): RulePattern {
  const bare = text.trim();
  return /^(?:|\*|\*\*|\*\*\/\*)$/.test(bare) ? any : { type: 'path', text: bare, folder };
}
