import { at, type DataDocument, type DataNode, entries } from '../../model/document.ts';
import type { AgentRule, EntityKey, Fact, Verdict } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { SourceRange } from '../../model/source.ts';
import { unknown, type Value, written } from '../../model/value.ts';
import type { AgentWriter } from '../../recognize/agent/agent-facts.ts';
import { scalars } from '../../recognize/agent/mcp-entry.ts';
import { maskSecrets } from '../../recognize/credential/inline-secrets.ts';

/** The profile that a session starts with; `undefined` where several could. */
export function profileIn(document: DataDocument): DataNode | undefined {
  const profiles = entries(at(document.roots[0], 'agents', 'execution_profiles'));
  const named = profiles.find(({ key }) => key === 'default');
  return (named ?? (profiles.length === 1 ? profiles[0] : undefined))?.value;
}

/**
 * One permission of a profile. By default the agent decides by itself what it asks about.
 * @see https://docs.warp.dev/agents/cli/permissions-and-profiles (read 2026-11-21)
 */
export function permissionOf(
  profile: DataNode | undefined,
  key: string,
  place: SourceRange,
): Value<Verdict> {
  const node = at(profile, key);
  if (node?.type !== 'scalar') return unknown('external', place);
  switch (node.text) {
    case 'always_allow':
      return written('runs', node.at);
    case 'always_ask':
      return written('asks', node.at);
    default:
      return unknown('external', node.at);
  }
}

const lists = [
  ['command_denylist', 'ask', 'shell'],
  ['command_allowlist', 'allow', 'shell'],
  ['mcp_denylist', 'ask', 'mcp'],
  ['mcp_allowlist', 'allow', 'mcp'],
] as const;

/** Lists of a profile: what a denylist names is always asked about, whatever else is allowed. Commands are whole-line expressions. */
export function listRules(
  document: DataDocument,
  profile: DataNode | undefined,
  agent: EntityKey,
  write: AgentWriter,
  knowledge: Knowledge,
): readonly Fact[] {
  return lists.flatMap(([list, effect, tool], rank) =>
    scalars(at(profile, list)).flatMap((item, index): readonly Fact[] => {
      const masked = maskSecrets(item, document, 'warp', knowledge);
      const name = masked.text;
      const pattern: AgentRule['pattern'] =
        tool === 'mcp'
          ? { type: 'glob', text: `${name}:*` }
          : { type: 'regex', text: `^(?:${name})$`, ignoreCase: false };
      const order = rank * 100_000 + index;
      return [
        ...masked.facts,
        write.rule({
          agent,
          effect,
          tool,
          pattern,
          order,
          at: item.at,
          name: `${name} in ${list}`,
        }),
      ];
    }),
  );
}

/** A denylist of one's own takes the place of the one that Warp brings. */
export function weaknesses(
  profile: DataNode | undefined,
  agent: EntityKey,
  write: AgentWriter,
): readonly Fact[] {
  const denied = at(profile, 'command_denylist');
  if (denied?.type !== 'list') return [];
  return [
    write.weakness(agent, 'command_denylist', denied.at, {
      control: 'approval',
      because: 'this list takes the place of the one that Warp brings, and asks about nothing else',
      remedy: "Repeat the entries of Warp's own denylist in it.",
    }),
  ];
}
