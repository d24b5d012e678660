import { at, type DataDocument, type DataNode, type ScalarNode } from '../../model/document.ts';
import type { AgentRule, EntityKey, Fact } from '../../model/fact.ts';
import type { RulePattern } from '../../model/permission.ts';
import type { AgentFileDialect } from './agent-file-dialect.ts';
import { scalars } from './mcp-entry.ts';

/** Tools that come with the product, as far as they matter here. */
export type NativeTool = 'shell' | 'aws' | 'read' | 'write' | 'web';

const names: Readonly<Record<NativeTool, readonly string[]>> = {
  shell: ['shell', 'execute_bash', 'execute_cmd', 'execute_command'],
  aws: ['aws', 'use_aws'],
  read: ['read', 'fs_read'],
  write: ['write', 'fs_write'],
  web: ['web_fetch'],
};

const natives: readonly NativeTool[] = ['shell', 'aws', 'read', 'write', 'web'];
const any: RulePattern = { type: 'any' };

/** Names under which `toolsSettings` may speak of a tool, the current one first. */
export function settingNames(tool: NativeTool): readonly string[] {
  return names[tool];
}

/**
 * Tools that a file gives its agent: `null` where it does not say, so that any may be there.
 * @see https://kiro.dev/docs/cli/custom-agents/configuration-reference (read 2026-11-21)
 */
export function toolsOf(document: DataDocument): readonly ScalarNode[] | null {
  const node = at(document.roots[0], 'tools');
  return node === undefined ? null : scalars(node);
}

/** Whether one of these entries stands for the tool. */
export function namesTool(entries: readonly ScalarNode[] | null, tool: NativeTool): boolean {
  if (entries === null) return true;
  return entries.some(({ text }) => text === '*' || coversNative(text, tool));
}

/** Whether one of these entries stands for a tool of the server; without a tool, for any of its tools. */
export function namesServer(entries: readonly ScalarNode[] | null, server: string): boolean {
  if (entries === null) return true;
  return entries.some(({ text }) => {
    if (text === '*') return true;
    if (!text.startsWith('@') || text.startsWith('@builtin')) return false;
    const [wanted = ''] = text.slice(1).split('/');
    return wildcardCovers(wanted, server);
  });
}

function coversNative(text: string, tool: NativeTool): boolean {
  if (text === '@builtin') return true;
  const bare = text.replace(/^@builtin\//, '');
  return names[tool].some((name) => wildcardCovers(bare, name));
}

/** Whether a pattern with `*` and `?` covers a name. Walks both texts once per star, so that no expression is built from the scanned tree. */
export function wildcardCovers(pattern: string, text: string): boolean {
  let reachable = new Set([0]);
  for (const char of pattern.slice(0, 200)) {
    const next = new Set<number>();
    for (const start of reachable) {
      if (char === '*') for (let end = start; end <= text.length; end += 1) next.add(end);
      else if (start < text.length && (char === '?' || char === text[start])) next.add(start + 1);
    }
    reachable = next;
  }
  return reachable.has(text.length);
}

/**
 * `allowedTools`: tools that run without a question, whatever `toolsSettings` would have let through. Calls of the AWS tool are what `aws …` does in a
 * shell, and are written as that.
 */
export function allowedToolFacts(
  document: DataDocument,
  agent: EntityKey,
  dialect: AgentFileDialect,
): readonly Fact[] {
  const tools = toolsOf(document);
  return allowedOf(document).flatMap((item, order): readonly Fact[] => {
    const name = `allowedTools: ${item.text.slice(0, 120)}`;
    const base = { agent, effect: 'allow', order: 10_000 + order, at: item.at, name } as const;
    const rule = (tool: AgentRule['tool'], pattern: RulePattern): AgentRule =>
      dialect.write.rule({ ...base, tool, pattern });
    if (item.text === '*') {
      return dialect.allowsStar ? [rule('any', any)] : [deadStar(item, name, agent, dialect)];
    }
    if (item.text.startsWith('@') && !item.text.startsWith('@builtin')) {
      return [rule('mcp', serverPattern(item.text.slice(1)))];
    }
    return natives
      .filter((tool) => coversNative(item.text, tool) && namesTool(tools, tool))
      .map((tool) => {
        if (tool === 'aws') return rule('shell', { type: 'prefix', text: 'aws', boundary: 'word' });
        return rule(tool === 'web' ? 'network' : tool, any);
      });
  });
}

/** Entries of `allowedTools`. */
function allowedOf(document: DataDocument): readonly ScalarNode[] {
  const node: DataNode | undefined = at(document.roots[0], 'allowedTools');
  return node === undefined ? [] : scalars(node).filter(({ text }) => text !== '');
}

/** Whether `allowedTools` trusts this tool as a whole. */
export function isTrusted(
  document: DataDocument,
  tool: NativeTool,
  dialect: AgentFileDialect,
): boolean {
  return allowedOf(document).some(({ text }) =>
    text === '*' ? dialect.allowsStar : coversNative(text, tool),
  );
}

/** `server`, `server/tool`, with stars in either part. */
function serverPattern(text: string): RulePattern {
  const [server = '', ...rest] = text.split('/');
  const tool = rest.length === 0 ? '*' : rest.join('/');
  if (server === '*' && tool === '*') return any;
  const full = `${server}:${tool}`;
  if (full.includes('?')) {
    const source = full.replace(/[.+^${}()|[\]\\/]/g, '\\$&').replace(/\*+/g, '.*');
    return { type: 'regex', text: `^${source.replace(/\?/g, '.')}$`, ignoreCase: true };
  }
  return full.includes('*') ? { type: 'glob', text: full } : { type: 'exact', text: full };
}

function deadStar(
  item: ScalarNode,
  name: string,
  agent: EntityKey,
  dialect: AgentFileDialect,
): Fact {
  return dialect.write.inert(agent, name, item.at, {
    because: `${dialect.title} takes no bare "*" in allowedTools`,
    remedy: 'Remove it, or name the tools that need no question.',
    looksProtective: false,
  });
}
