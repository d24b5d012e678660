import type { AgentRule } from '../../model/fact.ts';
import type { RulePattern } from '../../model/permission.ts';

/** What an entry such as `run_shell_command(git)` names. */
export interface ToolEntry {
  readonly tool: AgentRule['tool'];
  readonly pattern: RulePattern;
  /** Something stands in brackets. */
  readonly isNarrowed: boolean;
  /** The server of a qualified MCP tool name, as the agent splits it: at the first underscore. */
  readonly rest: string | null;
}

const any: RulePattern = { type: 'any' };

const kinds: Readonly<Record<string, AgentRule['tool']>> = {
  run_shell_command: 'shell',
  ShellTool: 'shell',
  read_file: 'read',
  ReadFileTool: 'read',
  read_many_files: 'read',
  ReadManyFilesTool: 'read',
  write_file: 'write',
  WriteFileTool: 'write',
  replace: 'write',
  EditTool: 'write',
  edit: 'write',
  web_fetch: 'network',
  WebFetchTool: 'network',
  '*': 'any',
};

/**
 * Reads an entry of a tool list; `null` for tools that neither run, read, write, fetch nor call a server. In brackets stands the start of a command.
 * @see https://github.com/google-gemini/gemini-cli/blob/main/docs/tools/shell.md (read 2026-11-21)
 */
export function toolEntry(text: string): ToolEntry | null {
  const [, bare = text.trim(), inner] = /^([A-Za-z0-9_-]+)\((.*)\)$/s.exec(text.trim()) ?? [];
  const tool = kinds[bare];
  if (tool === 'shell' && inner !== undefined) {
    const pattern: RulePattern = { type: 'prefix', text: inner, boundary: 'word' };
    return { tool, pattern, isNarrowed: true, rest: null };
  }
  // Brackets count for the shell only.
  if (tool !== undefined) return { tool, pattern: any, isNarrowed: false, rest: null };
  if (!bare.startsWith('mcp_')) return null;
  const rest = bare.slice('mcp_'.length).replace(/^_/, '');
  return { tool: 'mcp', pattern: serverPattern(rest), isNarrowed: false, rest };
}

/** `server_tool`, `server_*` and `*`, split at the first underscore as the agent does. */
function serverPattern(rest: string): RulePattern {
  if (rest === '*') return any;
  const split = rest.indexOf('_');
  const text = split < 0 ? `${rest}:*` : `${rest.slice(0, split)}:${rest.slice(split + 1)}`;
  return text.includes('*') ? { type: 'glob', text } : { type: 'exact', text };
}
