import { at, type DataDocument, items } from '../../model/document.ts';
import type { AgentRule, EntityKey, Fact } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { RulePattern } from '../../model/permission.ts';
import type { AgentWriter } from '../../recognize/agent/agent-facts.ts';
import { maskSecrets } from '../../recognize/credential/inline-secrets.ts';

/** A rule's tool and pattern. */
export interface ParsedRule {
  readonly tool: AgentRule['tool'];
  readonly pattern: RulePattern;
}

const lists = [
  ['exclude', 'deny'],
  ['ask', 'ask'],
  ['allow', 'allow'],
] as const;

/**
 * The user's permissions: excluded tools first, then those that ask, then those that run; the first match decides.
 * @see https://docs.continue.dev/cli/tool-permissions (read 2026-11-21)
 */
export function permissionRules(
  document: DataDocument,
  agent: EntityKey,
  write: AgentWriter,
  knowledge: Knowledge,
): readonly Fact[] {
  return lists.flatMap(([list, effect], rank) =>
    items(at(document.roots[0], list)).flatMap((item, index): readonly Fact[] => {
      if (item.type !== 'scalar' || typeof item.value !== 'string') return [];
      const masked = maskSecrets(item, document, 'continue', knowledge);
      const parsed = parseRule(masked.text);
      if (parsed === null) return masked.facts;
      const order = rank * 10_000 + index;
      const name = masked.text;
      const rule = write.rule({ agent, effect, ...parsed, order, at: item.at, name });
      return [rule, ...masked.facts];
    }),
  );
}

/**
 * `Tool` or `Tool(glob)`. The glob of `Bash` covers the whole line, operators included: `Bash(npm *)` lets `npm test && anything` run. `null` for
 * tools that touch nothing.
 * @see https://docs.continue.dev/cli/tool-permissions (read 2026-11-21)
 */
export function parseRule(text: string): ParsedRule | null {
  const [, name = '', inner] = /^\s*([^\s(]+)\s*(?:\((.*)\))?\s*$/s.exec(text) ?? [];
  if (name === '*') return { tool: 'any', pattern: { type: 'any' } };
  switch (name) {
    case '':
      return null;
    case 'Bash':
      return { tool: 'shell', pattern: glob(inner) };
    case 'Read':
    case 'List':
    case 'Search':
      return { tool: 'read', pattern: path(inner) };
    case 'Write':
    case 'Edit':
    case 'MultiEdit':
      return { tool: 'write', pattern: path(inner) };
    case 'Fetch':
      return { tool: 'network', pattern: glob(inner) };
    case 'Checklist':
    case 'Diff':
    case 'Exit':
    case 'Status':
    case 'AskQuestion':
      return null;
    default:
      return { tool: 'mcp', pattern: toolName(name) };
  }
}

function glob(inner: string | undefined): RulePattern {
  if (inner === undefined || /^\*+$/.test(inner.trim())) return { type: 'any' };
  if (inner.includes('?')) return { type: 'regex', text: expression(inner), ignoreCase: false };
  return inner.includes('*') ? { type: 'glob', text: inner } : { type: 'exact', text: inner };
}

function expression(inner: string): string {
  const source = inner
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*+/g, '.*')
    .replace(/\?/g, '.');
  return `^(?:${source})$`;
}

function path(inner: string | undefined): RulePattern {
  return inner === undefined || /^(?:\*|\*\*|\*\*\/\*)$/.test(inner.trim())
    ? { type: 'any' }
    : { type: 'path', text: inner.trim(), folder: '' };
}

/** Tools of servers go by their own name, whichever server has them, or by `mcp__server__tool`. */
function toolName(name: string): RulePattern {
  const text = name.startsWith('mcp__') ? name : `*:${name}`;
  return text.includes('*') ? { type: 'glob', text } : { type: 'exact', text };
}
