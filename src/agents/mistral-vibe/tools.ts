import { at, type DataDocument, type DataNode, entries } from '../../model/document.ts';
import type { AgentRule, EntityKey, Fact, Verdict } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { RulePattern } from '../../model/permission.ts';
import type { SourceRange } from '../../model/source.ts';
import { byDefault, unknown, type Value, written } from '../../model/value.ts';
import type { AgentWriter } from '../../recognize/agent/agent-facts.ts';
import { scalars } from '../../recognize/agent/mcp-entry.ts';
import { maskSecrets } from '../../recognize/credential/inline-secrets.ts';

const safetyPage = 'https://docs.mistral.ai/vibe/code/safety-approvals-permissions';

/**
 * What lets every tool run before any list is looked at: the switch itself, or the built-in profile that sets it.
 * @see https://github.com/mistralai/mistral-vibe/blob/main/vibe/core/agents/models.py (read 2026-11-21)
 */
export function bypassAt(root: DataNode | undefined): SourceRange | null {
  const profile = at(root, 'default_agent');
  if (profile?.type === 'scalar' && profile.text === 'auto-approve') return profile.at;
  const bypass = at(root, 'bypass_tool_permissions');
  return bypass?.type === 'scalar' && bypass.value === true ? bypass.at : null;
}

/**
 * `permission` of one tool, under the first of its names that has one: `always`, `ask` or `never`. An agent profile chosen as the default may decide
 * otherwise.
 * @see https://docs.mistral.ai/vibe/code/safety-approvals-permissions (read 2026-11-21)
 */
export function permissionOf(
  root: DataNode | undefined,
  tools: readonly string[],
  fallback: Verdict,
  place: SourceRange,
): Value<Verdict> {
  const bypass = bypassAt(root);
  if (bypass !== null) return written('runs', bypass);
  const profile = at(root, 'default_agent');
  if (profile?.type === 'scalar' && profile.text !== 'default') {
    return unknown('external', profile.at);
  }
  const node = tools
    .map((tool) => at(root, 'tools', tool, 'permission'))
    .find((found) => found !== undefined);
  if (node === undefined) return byDefault(fallback, place, safetyPage);
  switch (node.type === 'scalar' ? node.text.toLowerCase() : '') {
    case 'always':
      return written('runs', node.at);
    case 'ask':
      return written('asks', node.at);
    case 'never':
      return written('blocks', node.at);
    default:
      return unknown('unparsed', node.at);
  }
}

const lists = [
  ['denylist', 'deny'],
  ['sensitive_patterns', 'ask'],
  ['allowlist', 'allow'],
] as const;

/** Lists of `[tools.bash]`, tools that are switched off, and MCP tools by name: a deny goes before what asks, that before what allows. */
export function toolRules(
  document: DataDocument,
  agent: EntityKey,
  write: AgentWriter,
  knowledge: Knowledge,
): readonly Fact[] {
  const [root] = document.roots;
  const inert = bypassAt(root) === null ? null : bypassed;
  const listed = lists.flatMap(([list, effect], rank) =>
    scalars(at(root, 'tools', 'bash', list)).flatMap((item, index): readonly Fact[] => {
      const masked = maskSecrets(item, document, 'mistral-vibe', knowledge);
      const { text } = masked;
      const name = `${text} in ${list}`;
      if (effect === 'ask' && /\s/.test(text.trim())) {
        return [...masked.facts, write.inert(agent, name, item.at, firstWordOnly)];
      }
      const pattern = { type: 'prefix', text, boundary: 'word' } as const;
      const order = rank * 100_000 + index;
      const rule = { agent, effect, tool: 'shell', pattern, order, at: item.at, name } as const;
      return [...masked.facts, write.rule({ ...rule, inert: effect === 'allow' ? null : inert })];
    }),
  );
  return [...listed, ...missingTools(root, agent, write), ...serverTools(root, agent, write)];
}

const bypassed = 'Vibe looks at no list while it bypasses tool permissions';

/** @see https://github.com/mistralai/mistral-vibe/blob/main/vibe/core/tools/builtins/bash.py (read 2026-11-21) */
const firstWordOnly = {
  because: 'Vibe compares sensitive_patterns with the first word of a command only',
  remedy: 'Write the first word alone.',
  looksProtective: true,
};

/** `disabled_tools` takes tools away, `enabled_tools` leaves only those it names. */
function missingTools(
  root: DataNode | undefined,
  agent: EntityKey,
  write: AgentWriter,
): readonly AgentRule[] {
  const off = scalars(at(root, 'disabled_tools')).filter(({ text }) => covers(text, 'bash'));
  const enabled = at(root, 'enabled_tools');
  const on = scalars(enabled);
  const isLeftOut = on.length > 0 && !on.some(({ text }) => covers(text, 'bash'));
  const places = [
    ...off.map((item) => ({ at: item.at, name: `${item.text} in disabled_tools` })),
    ...(isLeftOut && enabled !== undefined
      ? [{ at: enabled.at, name: 'enabled_tools without bash' }]
      : []),
  ];
  return places.map((place, order) =>
    write.rule({ agent, effect: 'deny', tool: 'shell', pattern: { type: 'any' }, order, ...place }),
  );
}

/** A name, a glob, or an expression after `re:`, of which only the one for everything is understood. */
function covers(text: string, tool: string): boolean {
  const bare = text.trim();
  if (bare.startsWith('re:')) return /^re:\^?\.\*\$?$/.test(bare);
  const source = bare.replace(/[.+?^$(){}|[\]\\]/g, '\\$&').replace(/\*/g, '.*');
  return new RegExp(`^${source}$`).test(tool);
}

const builtIn = new Set(
  'bash read read_file write_file edit search_replace grep todo task'.split(' '),
);

/** Tools of MCP servers that have a permission of their own, or are switched off. */
function serverTools(
  root: DataNode | undefined,
  agent: EntityKey,
  write: AgentWriter,
): readonly AgentRule[] {
  const inert = bypassAt(root) === null ? null : bypassed;
  const permitted = entries(at(root, 'tools')).flatMap(({ key, value }, index) => {
    const permission = at(value, 'permission');
    if (builtIn.has(key) || permission?.type !== 'scalar') return [];
    const effect = effectOf(permission.text);
    const pattern = toolPattern(key);
    if (effect === null || pattern === null) return [];
    const rule = { agent, effect, tool: 'mcp', pattern, order: 400_000 + index } as const;
    return [
      write.rule({
        ...rule,
        at: permission.at,
        name: key,
        inert: effect === 'allow' ? null : inert,
      }),
    ];
  });
  const off = scalars(at(root, 'disabled_tools')).flatMap((item, order) => {
    const pattern =
      item.text.includes('_') && !builtIn.has(item.text) ? toolPattern(item.text) : null;
    if (pattern === null) return [];
    const rule = { agent, effect: 'deny', tool: 'mcp', pattern, order } as const;
    return [write.rule({ ...rule, at: item.at, name: `${item.text} in disabled_tools` })];
  });
  return [...off, ...permitted];
}

/** Tools of MCP servers are named `<server>_<tool>`; where one ends and the other starts, the name does not tell. */
function toolPattern(name: string): RulePattern | null {
  if (!/^[\w*-]+$/.test(name)) return null;
  const source = name.replace(/_/g, '[_:]').replace(/\*+/g, '.*');
  return { type: 'regex', text: `^${source}$`, ignoreCase: true };
}

function effectOf(text: string): AgentRule['effect'] | null {
  switch (text.toLowerCase()) {
    case 'always':
      return 'allow';
    case 'ask':
      return 'ask';
    case 'never':
      return 'deny';
    default:
      return null;
  }
}
