import type { AgentRule, EntityKey, Fact } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { RulePattern } from '../../model/permission.ts';
import { maskSecrets } from '../credential/inline-secrets.ts';
import type { AgentWriter } from './agent-facts.ts';
import type { PermissionLine } from './permission-map.ts';

/** The agent whose rules are written, and how the product calls itself. */
export interface PermissionOwner {
  readonly agent: EntityKey;
  readonly write: AgentWriter;
  readonly collector: string;
  /** `OpenCode`, as sentences name it. */
  readonly title: string;
}

interface Half {
  readonly tool: AgentRule['tool'];
  readonly pattern: RulePattern;
}

const any: RulePattern = { type: 'any' };

const builtIn: Readonly<Record<string, AgentRule['tool']>> = {
  bash: 'shell',
  read: 'read',
  edit: 'write',
  webfetch: 'network',
};

/** Keys that do not destroy data by themselves. */
const harmless =
  /^(?:glob|grep|list|task|skill|lsp|question|websearch|codesearch|browser|todoread|todowrite|external_directory|doom_loop|plan_enter|plan_exit|agent_manager|repo_clone|repo_overview|notebook_\w+|recall|semantic_search|codebase_search|suggest)$/;

const misspelt: Readonly<Record<string, string>> = {
  write: 'edit',
  patch: 'edit',
  multiedit: 'edit',
  mcp: 'the name of the server and `_*`',
  shell: 'bash',
  terminal: 'bash',
  execute: 'bash',
  command: 'bash',
  commands: 'bash',
  run: 'bash',
  Bash: 'bash',
  Shell: 'bash',
  Read: 'read',
  Edit: 'edit',
  Write: 'edit',
};

/**
 * Rules in the order they are tried, and keys that match no tool.
 * @see https://opencode.ai/docs/permissions/ (read 2026-11-21)
 */
export function permissionFacts(
  lines: readonly PermissionLine[],
  owner: PermissionOwner,
  firstOrder: number,
  knowledge: Knowledge,
): readonly Fact[] {
  return lines.flatMap((line, index): readonly Fact[] => {
    const masked = maskSecrets(line.text, line.document, owner.collector, knowledge);
    const pattern = line.pattern === '*' ? '*' : masked.text;
    const name = pattern === '*' ? line.tool : `${line.tool}: ${pattern}`;
    const { action, at } = line;
    if (action === 'computed') return [];
    if (action === 'unknown') return [unknownAction(line, name, owner)];
    const better = misspelt[line.tool];
    if (better !== undefined) return [deadKey(line, name, better, owner), ...masked.facts];
    const order = firstOrder + index;
    const { agent } = owner;
    const rules = halvesOf(line.tool, pattern).map((half) =>
      owner.write.rule({ agent, effect: action, ...half, order, at, name }),
    );
    return [...rules, ...openFolders(line, name, owner), ...masked.facts];
  });
}

/** What one key and pattern mean for each kind of tool. */
function halvesOf(tool: string, pattern: string): readonly Half[] {
  if (tool === '*') {
    return pattern === '*'
      ? [{ tool: 'any', pattern: any }]
      : [{ tool: 'shell', pattern: wildcard(pattern) }];
  }
  const own = builtIn[tool];
  if (own !== undefined) return half(own, pattern);
  if (harmless.test(tool)) return [];
  const isOpen = /[*?]/.test(tool);
  const covered = isOpen
    ? Object.entries(builtIn).filter(([name]) => simpleRegex(tool).test(name))
    : [];
  const found = covered.flatMap(([, kind]) => half(kind, pattern));
  return pattern === '*' ? [...found, { tool: 'mcp', pattern: serverTool(tool) }] : found;
}

function half(tool: AgentRule['tool'], pattern: string): readonly Half[] {
  if (tool !== 'network') return [{ tool, pattern: wildcard(pattern) }];
  if (/^\*+$/.test(pattern)) return [{ tool, pattern: any }];
  const host = /^https?:\/\/([^/:]+)/i.exec(pattern)?.[1]?.toLowerCase();
  return host === undefined ? [] : [{ tool, pattern: wildcard(host) }];
}

/** `*` stands for anything, slashes included, and `?` for one character. */
function wildcard(text: string): RulePattern {
  if (/^\*+$/.test(text.trim())) return any;
  if (text.includes('?')) {
    return { type: 'regex', text: simpleRegex(text).source, ignoreCase: false };
  }
  return text.includes('*') ? { type: 'glob', text } : { type: 'exact', text };
}

function simpleRegex(text: string): RegExp {
  const escaped = text.replace(/[.+^${}()|[\]\\/]/g, '\\$&');
  return new RegExp(`^${escaped.replace(/\*+/g, '.*').replace(/\?/g, '.')}$`);
}

/** Tools of servers are called `<server>_<tool>`, and either part may hold underscores itself. */
function serverTool(text: string): RulePattern {
  const escaped = text.replace(/[.+^${}()|[\]\\/]/g, '\\$&');
  const source = escaped.replace(/\*+/g, '.*').replace(/\?/g, '.').replace(/_/g, '[_:]');
  return { type: 'regex', text: `^${source}$`, ignoreCase: true };
}

function unknownAction(line: PermissionLine, name: string, owner: PermissionOwner): Fact {
  return owner.write.inert(owner.agent, name, line.at, {
    because: `${owner.title} knows only allow, ask and deny`,
    remedy: 'Write allow, ask or deny.',
    looksProtective: true,
  });
}

function deadKey(line: PermissionLine, name: string, better: string, owner: PermissionOwner): Fact {
  return owner.write.inert(owner.agent, name, line.at, {
    because: `${owner.title} has no permission named "${line.tool}"`,
    remedy: `Use ${better} instead.`,
    looksProtective: line.action !== 'allow',
  });
}

function openFolders(line: PermissionLine, name: string, owner: PermissionOwner): readonly Fact[] {
  const isWide = /^(?:\*+|~|~\/\*+|\/\*+|\$HOME(?:\/\*+)?)$/.test(line.pattern);
  if (line.tool !== 'external_directory' || line.action !== 'allow' || !isWide) return [];
  return [
    owner.write.weakness(owner.agent, name, line.at, {
      control: 'secrets',
      because: 'files outside the project, those with credentials too, are opened without asking',
      remedy: 'Set external_directory to ask, or allow single folders.',
    }),
  ];
}
