import type { AgentRule } from '../../model/fact.ts';
import type { RulePattern } from '../../model/permission.ts';

/** A rule's tool and pattern. */
export interface ParsedRule {
  readonly tool: AgentRule['tool'];
  readonly pattern: RulePattern;
}

const any: RulePattern = { type: 'any' };

const shells = /^(?:run_shell_command|Shell|ShellTool|Bash)$/;
const readers = /^(?:read_file|ReadFile|ReadFileTool|Read)$/;
const writers =
  /^(?:edit|Edit|EditFile|EditTool|replace|write_file|WriteFile|WriteFileTool|Write|notebook_edit|NotebookEdit)$/;
const fetchers = /^(?:web_fetch|WebFetch|WebFetchTool)$/;

/**
 * Reads a rule such as `Bash(git *)`; `null` for tools that neither run, read, write, fetch nor call a server. Without a star, what stands in the brackets
 * is the start of a command, up to a word's end.
 * @see https://github.com/QwenLM/qwen-code/blob/main/docs/users/configuration/settings.md (read 2026-11-21)
 */
export function parseRule(text: string, folder: string): ParsedRule | null {
  const rule = text.trim().replace(/:\*/, ' *');
  const open = rule.indexOf('(');
  const name = open < 0 ? rule : rule.slice(0, open).trim();
  // An open bracket that is not closed names the whole tool.
  const inner = open >= 0 && rule.endsWith(')') ? rule.slice(open + 1, -1) : '';
  if (shells.test(name)) return { tool: 'shell', pattern: commandPattern(inner) };
  if (readers.test(name)) return { tool: 'read', pattern: pathPattern(inner, folder) };
  if (writers.test(name)) return { tool: 'write', pattern: pathPattern(inner, folder) };
  if (fetchers.test(name)) return { tool: 'network', pattern: hostPattern(inner) };
  return name.startsWith('mcp__') ? { tool: 'mcp', pattern: toolPattern(name) } : null;
}

function commandPattern(text: string): RulePattern {
  if (text === '' || text === '*') return any;
  return text.includes('*') ? { type: 'glob', text } : { type: 'prefix', text, boundary: 'word' };
}

/** Paths start at the project; two slashes and a tilde lead out of it. */
function pathPattern(text: string, folder: string): RulePattern {
  if (/^(?:|\*\*|\.\/\*\*|\/\*\*)$/.test(text)) return any;
  if (/^(?:\/\/|~)/.test(text)) return { type: 'path', text, folder };
  return { type: 'path', text: `/${text.replace(/^(?:\.\/|\/)/, '')}`, folder };
}

/** A host and all below it. */
function hostPattern(text: string): RulePattern {
  const host = text
    .replace(/^domain:/, '')
    .trim()
    .toLowerCase();
  if (host === '' || host === '*') return any;
  const escaped = host.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  return { type: 'regex', text: `^(?:.*\\.)?${escaped}$`, ignoreCase: true };
}

function toolPattern(name: string): RulePattern {
  if (name.endsWith('*')) return { type: 'glob', text: name };
  const isServer = name.split('__').length === 2;
  return isServer ? { type: 'glob', text: `${name}__*` } : { type: 'exact', text: name };
}

/** Interpreters whose wildcards the classifier's mode sets aside. */
const interpreters =
  /^(?:python[\d.]*|node|deno|bun|ruby|perl|php|bash|sh|zsh|fish|pwsh|powershell)(?:[ *]|$)/;

/**
 * Whether the rule lets commands through that nobody can foresee; such rules do not count while a classifier decides.
 * @see https://github.com/QwenLM/qwen-code/blob/main/docs/users/features/auto-mode.md (read 2026-11-21)
 */
export function isBroad({ tool, pattern }: ParsedRule): boolean {
  if (tool !== 'shell') return false;
  return pattern.type === 'any' || (pattern.type === 'glob' && interpreters.test(pattern.text));
}
