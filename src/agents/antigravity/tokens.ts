import type { AgentRule } from '../../model/fact.ts';
import type { RulePattern } from '../../model/permission.ts';

/** What `action(target)` is about. */
export type Token =
  | { readonly type: 'rule'; readonly tool: AgentRule['tool']; readonly pattern: RulePattern }
  /** Commands that may leave the sandbox. */
  | { readonly type: 'unsandboxed' };

const any: RulePattern = { type: 'any' };

/**
 * Reads an entry of a permission list; `null` for an action that does not exist.
 * @see https://antigravity.google/docs/permissions (read 2026-11-21)
 */
export function parseToken(text: string, folder: string): Token | null {
  const [, action = '', inner = ''] = /^\s*([a-z_]+)\s*\((.*)\)\s*$/s.exec(text) ?? [];
  const target = inner.trim();
  switch (action) {
    case 'command':
      return { type: 'rule', tool: 'shell', pattern: commandPattern(target) };
    case 'read_file':
      return { type: 'rule', tool: 'read', pattern: pathPattern(target, folder) };
    case 'write_file':
      return { type: 'rule', tool: 'write', pattern: pathPattern(target, folder) };
    case 'read_url':
    case 'execute_url':
      return { type: 'rule', tool: 'network', pattern: hostPattern(target) };
    case 'mcp':
      return { type: 'rule', tool: 'mcp', pattern: toolPattern(target) };
    case 'unsandboxed':
      return { type: 'unsandboxed' };
    default:
      return null;
  }
}

function isEverything(text: string): boolean {
  return /^(?:\*{1,2}|\*\*\/\*)$/.test(text);
}

/** The start of a command, up to a word's end; a star stands for anything. */
function commandPattern(text: string): RulePattern {
  if (isEverything(text)) return any;
  return text.includes('*') ? { type: 'glob', text } : { type: 'prefix', text, boundary: 'word' };
}

function pathPattern(text: string, folder: string): RulePattern {
  return isEverything(text) || text === '/' ? any : { type: 'path', text, folder };
}

function hostPattern(text: string): RulePattern {
  const host = text
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/\/.*$/, '');
  if (isEverything(host)) return any;
  return host.includes('*') ? { type: 'glob', text: host } : { type: 'exact', text: host };
}

/** `server/tool`, or all of one server. */
function toolPattern(text: string): RulePattern {
  if (isEverything(text) || /^\*[/:]\*$/.test(text)) return any;
  const full = /[/:]/.test(text) ? text : `${text}/*`;
  return full.includes('*') ? { type: 'glob', text: full } : { type: 'exact', text: full };
}
