import type { AgentRule } from '../../model/fact.ts';
import type { RulePattern } from '../../model/permission.ts';

/** A rule as far as it is understood. */
export type GrokRule =
  | { readonly type: 'rule'; readonly tool: AgentRule['tool']; readonly pattern: RulePattern }
  /** About a tool that cannot destroy data, nor show what a file holds. */
  | { readonly type: 'other' }
  /** Grok skips it. */
  | { readonly type: 'unknown' };

const any: RulePattern = { type: 'any' };

/**
 * `Tool` or `Tool(pattern)`, and MCP tools as Claude Code writes them.
 * @see https://github.com/xai-org/grok-build/blob/main/crates/codegen/xai-grok-pager/docs/user-guide/22-permissions-and-safety.md (read 2026-11-21)
 */
export function parseToken(text: string, folder: string): GrokRule {
  const bare = text.trim();
  if (bare === '*') return rule('any', any);
  if (bare.startsWith('mcp__')) return rule('mcp', mcpPattern(bare.slice('mcp__'.length)));
  const [, tool = '', , inner = ''] = /^(\w+)(\((.*)\))?$/s.exec(bare) ?? [];
  switch (tool) {
    case 'Bash':
      return rule('shell', shellPattern(inner));
    case 'Read':
      return rule('read', pathPattern(inner, folder));
    case 'Edit':
    case 'Write':
      return rule('write', pathPattern(inner, folder));
    case 'WebFetch':
      return rule('network', hostPattern(inner));
    case 'MCPTool':
      return rule('mcp', mcpPattern(inner));
    case 'Grep':
    case 'Glob':
    case 'WebSearch':
      return { type: 'other' };
    default:
      return { type: 'unknown' };
  }
}

const names: ReadonlyMap<string, string> = new Map([
  ['bash', 'Bash'],
  ['read', 'Read'],
  ['edit', 'Edit'],
  ['write', 'Edit'],
  ['grep', 'Grep'],
  ['mcp', 'MCPTool'],
  ['mcptool', 'MCPTool'],
  ['webfetch', 'WebFetch'],
  ['web_fetch', 'WebFetch'],
  ['websearch', 'WebSearch'],
]);

/** A rule that has its tool and its pattern under keys of their own, as one text. */
export function tokenOf(tool: string, pattern: string | null): string {
  const name = names.get(tool.toLowerCase()) ?? tool;
  return pattern === null ? name : `${name}(${pattern})`;
}

function rule(tool: AgentRule['tool'], pattern: RulePattern): GrokRule {
  return { type: 'rule', tool, pattern };
}

/** Without a star, or with `:*` at its end, a text that the command starts with, wherever its words end. */
function shellPattern(text: string): RulePattern {
  const bare = text.trim();
  if (/^(?:|\*+|:\*)$/.test(bare)) return any;
  const stem = bare.endsWith(':*') ? bare.slice(0, -2) : bare;
  if (!stem.includes('*')) return { type: 'prefix', text: stem, boundary: 'none' };
  return { type: 'glob', text: bare };
}

/** A name alone is a file of the folder itself. */
function pathPattern(text: string, folder: string): RulePattern {
  const bare = text.trim().replace(/^\.\//, '');
  if (/^(?:|\*|\*\*|\*\*\/\*{1,2})$/.test(bare)) return any;
  const isName = !/[/*?[]/.test(bare);
  return { type: 'path', text: isName ? `/${bare}` : bare, folder };
}

/** `domain:` and a host stand for its subdomains too; anything else is compared with the whole address. */
function hostPattern(text: string): RulePattern {
  const bare = text.trim().toLowerCase();
  if (/^(?:|\*+|domain:\*|https?:\/\/\*+)$/.test(bare)) return any;
  const host = bare
    .replace(/^domain:(?:www\.)?/, '')
    .replace(/^https?:\/\//, '')
    .replace(/\/.*$/, '');
  if (host.includes('*')) return { type: 'glob', text: host };
  if (!bare.startsWith('domain:')) return { type: 'exact', text: host };
  const source = host.replace(/[.+?^$(){}|[\]\\]/g, '\\$&');
  return { type: 'regex', text: `(?:^|\\.)${source}$`, ignoreCase: true };
}

/** `server__tool`, with `*` anywhere. */
function mcpPattern(text: string): RulePattern {
  const bare = text.trim();
  if (bare === '*' || bare === '') return any;
  const name = bare.includes('__') ? bare.replace('__', ':') : `${bare.replace(/\*$/, '')}:*`;
  return { type: name.includes('*') ? 'glob' : 'exact', text: name };
}
