import { at, type DataDocument, type DataNode, entries, items } from '../../model/document.ts';
import type { Agent, Fact, Verdict } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { SourceRange } from '../../model/source.ts';
import { unknown, type Value, written } from '../../model/value.ts';
import type { AgentWriter } from '../../recognize/agent/agent-facts.ts';
import { mcpEntry } from '../../recognize/agent/mcp-entry.ts';
import { mcpFacts } from '../../recognize/agent/mcp-servers.ts';

/**
 * Approvals of the extension, which live with the user alone. Which commands are safe, the model says itself, so a switch for safe commands only
 * tells nothing.
 * @see https://docs.cline.bot/features/auto-approve (read 2026-11-21)
 */
export function approvalsOf(
  user: DataDocument | undefined,
  place: SourceRange,
): Pick<Agent, 'shell' | 'mcp' | 'read'> {
  const actions = at(user?.roots[0], 'autoApprovalSettings', 'actions');
  if (actions === undefined) {
    const external = unknown<Verdict>('external', place);
    return { shell: external, mcp: external, read: external };
  }
  return {
    shell: shellOf(actions),
    // Each tool needs an approval of its own beside the switch.
    mcp: written('asks', at(actions, 'useMcp')?.at ?? actions.at),
    read: onOff(at(actions, 'readFiles'), actions),
  };
}

function shellOf(actions: DataNode): Value<Verdict> {
  const all = at(actions, 'executeAllCommands');
  if (all !== undefined && isTrue(all)) return written('runs', all.at);
  const safe = at(actions, 'executeSafeCommands');
  if (safe !== undefined && isTrue(safe)) return unknown('external', safe.at);
  return written('asks', actions.at);
}

function onOff(node: DataNode | undefined, actions: DataNode): Value<Verdict> {
  return node === undefined
    ? unknown('external', actions.at)
    : written(isTrue(node) ? 'runs' : 'asks', node.at);
}

/** Switches with which the model decides for itself, or nobody does. */
export function approvalHoles(
  user: DataDocument | undefined,
  agent: Agent,
  write: AgentWriter,
): readonly Fact[] {
  const actions = at(user?.roots[0], 'autoApprovalSettings', 'actions');
  const holes = [
    ['executeAllCommands', 'every command runs without a question'],
    ['executeSafeCommands', 'the model itself says which commands need no question'],
  ] as const;
  return holes.flatMap(([key, because]) => {
    const found = at(actions, key);
    if (found === undefined || !isTrue(found)) return [];
    const remedy = `Switch ${key} off in the settings for auto-approval.`;
    return [write.weakness(agent.key, key, found.at, { control: 'approval', because, remedy })];
  });
}

/**
 * The user's MCP servers and the tools of them that run unasked; the older name of the list is read too. They do so only while MCP tools are
 * approved at all, which `global-settings.json` says.
 */
export function serverFacts(
  document: DataDocument,
  user: DataDocument | undefined,
  agent: Agent,
  write: AgentWriter,
  knowledge: Knowledge,
): readonly Fact[] {
  const servers = at(document.roots[0], 'mcpServers');
  const config = { document, servers, agent: agent.key, agentName: agent.name };
  const facts = mcpFacts({ ...config, collector: 'cline', isRejected: () => false }, knowledge);
  const useMcp = at(user?.roots[0], 'autoApprovalSettings', 'actions', 'useMcp');
  if (useMcp !== undefined && !isTrue(useMcp)) return facts;
  const rules = entries(servers).flatMap((server) => {
    if (mcpEntry(server.value)?.isOff !== false) return [];
    const lists = ['autoApprove', 'alwaysAllow'].flatMap((key) => items(at(server.value, key)));
    return lists.flatMap((tool, order) => {
      if (tool.type !== 'scalar') return [];
      const text = `${server.key}:${tool.text}`;
      return [
        write.rule({
          agent: agent.key,
          effect: 'allow',
          tool: 'mcp',
          pattern: { type: 'exact', text },
          order,
          at: tool.at,
          name: `autoApprove of ${text}`,
          confidence: useMcp === undefined ? 'medium' : 'high',
        }),
      ];
    });
  });
  return [...facts, ...rules];
}

function isTrue(node: DataNode): boolean {
  return node.type === 'scalar' && node.value === true;
}
