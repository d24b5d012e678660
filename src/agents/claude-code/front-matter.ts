import { at, type DataDocument, items, type ScalarNode } from '../../model/document.ts';
import type { EntityKey, Fact } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import { baseName, folderOf } from '../../model/source.ts';
import { mcpFacts } from '../../recognize/agent/mcp-servers.ts';
import { parseToolRule } from '../../recognize/agent/tool-rules.ts';
import { maskSecrets, sliceScalar } from '../../recognize/credential/inline-secrets.ts';
import { type RuleOwner, ruleFacts } from './permission-lists.ts';

/**
 * Rules that a skill or command grants while it is active. They need no trust and are honoured in `-p` runs too.
 * @see https://code.claude.com/docs/en/skills (read 2026-11-21)
 */
export function allowedTools(
  document: DataDocument,
  owner: RuleOwner,
  knowledge: Knowledge,
): readonly Fact[] {
  const node = at(document.roots[0], 'allowed-tools');
  const scalars =
    node?.type === 'scalar'
      ? [node]
      : items(node).filter((item): item is ScalarNode => item.type === 'scalar');
  const facts: Fact[] = [];
  for (const tool of scalars.flatMap((scalar) => splitTools(document, scalar))) {
    const masked = maskSecrets(tool, document, 'claude-code', knowledge);
    const parsed = parseToolRule(masked.text, 'allow', owner.folder);
    const text = {
      effect: 'allow',
      order: 70_000 + facts.length,
      name: masked.text,
      at: tool.at,
    } as const;
    facts.push(...masked.facts, ...ruleFacts(owner, parsed, text));
  }
  return facts;
}

/** `Bash(a *), Read` and `Bash(a *) Read` are two rules each: separators inside parentheses belong to the rule. */
function splitTools(document: DataDocument, scalar: ScalarNode): readonly ScalarNode[] {
  const found: ScalarNode[] = [];
  let depth = 0;
  let start = -1;
  for (let index = 0; index <= scalar.text.length; index += 1) {
    const char = scalar.text[index] ?? ',';
    if (char === '(') depth += 1;
    if (char === ')') depth = Math.max(0, depth - 1);
    const isEnd = index === scalar.text.length || (depth === 0 && /[\s,]/.test(char));
    if (isEnd && start >= 0) {
      found.push(sliceScalar(document.file, scalar, start, index));
      start = -1;
    } else if (!isEnd && start < 0) start = index;
  }
  return found;
}

/**
 * A subagent that starts in `bypassPermissions`: as if everything were allowed, unless the settings forbid that mode.
 * @see https://code.claude.com/docs/en/sub-agents (read 2026-11-21)
 */
export function subagentMode(
  document: DataDocument,
  owner: RuleOwner,
  isBypassDisabled: boolean,
): readonly Fact[] {
  const node = at(document.roots[0], 'permissionMode');
  if (node?.type !== 'scalar' || node.text !== 'bypassPermissions') return [];
  const name = `permissionMode of ${baseName(document.file)}`;
  const inert = isBypassDisabled
    ? {
        because: 'disableBypassPermissionsMode in the settings switches this mode off',
        remedy: 'Remove permissionMode.',
      }
    : null;
  return ruleFacts(
    owner,
    { type: 'rule', tool: 'any', pattern: { type: 'any' }, inert },
    { effect: 'allow', order: 80_000, name, at: node.at },
  );
}

/**
 * Servers that only this subagent starts, written into its front matter.
 * @see https://code.claude.com/docs/en/sub-agents (read 2026-11-21)
 */
export function subagentServers(
  document: DataDocument,
  agent: EntityKey,
  knowledge: Knowledge,
): readonly Fact[] {
  const node = at(document.roots[0], 'mcpServers');
  const maps = node?.type === 'list' ? node.items : [node];
  const base = { document, agent, agentName: 'claude-code', collector: 'claude-code' };
  return maps.flatMap((servers) =>
    mcpFacts({ ...base, servers, isRejected: () => false }, knowledge),
  );
}

/** Whether the file is what the collector reads front matter of. */
export function frontMatterKind(file: string): 'skill' | 'subagent' | null {
  if (/(?:^|\/)\.claude\/(?:skills|commands)\//.test(`${folderOf(file)}/`)) return 'skill';
  return /(?:^|\/)\.claude\/agents\//.test(`${folderOf(file)}/`) ? 'subagent' : null;
}
