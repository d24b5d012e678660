import { at, type DataEntry, type DataNode, entries } from '../../model/document.ts';
import type { EntityKey, Fact } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import { mcpEntry } from '../../recognize/agent/mcp-entry.ts';
import { mcpFacts } from '../../recognize/agent/mcp-servers.ts';
import { everywhere, type Layer, mergedEntries } from '../../recognize/agent/setting-layers.ts';
import { write } from './writer.ts';

/**
 * MCP servers with their approvals. A table of the project replaces the user's table of the same name.
 * @see https://developers.openai.com/codex/mcp (read 2026-11-21)
 */
export function serverFacts(
  layers: readonly Layer[],
  agent: EntityKey,
  knowledge: Knowledge,
): readonly Fact[] {
  const effective = mergedEntries(layers, 'mcp_servers');
  const facts = everywhere(layers, 'mcp_servers').flatMap(({ node, layer }) => {
    const own = entries(node).filter((entry) =>
      effective.some((found) => found.layer === layer && found.entry.key === entry.key),
    );
    const servers = { type: 'map', entries: own, at: node.at } as const;
    const { document } = layer;
    const config = { document, servers, agent, agentName: 'codex', collector: 'codex' };
    return mcpFacts({ ...config, isRejected: () => false }, knowledge);
  });
  return [...facts, ...effective.flatMap(({ entry }) => approvals(entry, agent))];
}

function approvals(server: DataEntry, agent: EntityKey): readonly Fact[] {
  if (mcpEntry(server.value)?.isOff !== false) return [];
  const tools = entries(at(server.value, 'tools')).flatMap((tool) => {
    const mode = at(tool.value, 'approval_mode');
    const effect = effectOf(mode);
    return effect === null || mode === undefined ? [] : [{ name: tool.key, effect, mode }];
  });
  const facts: Fact[] = tools.map(({ name, effect, mode }, order) =>
    write.rule({
      agent,
      effect,
      tool: 'mcp',
      pattern: { type: 'exact', text: `${server.key}:${name}` },
      order,
      at: mode.at,
      name: `${server.key}: ${name} = ${effect === 'allow' ? 'approve' : 'prompt'}`,
    }),
  );
  const fallback = at(server.value, 'default_tools_approval_mode');
  const effect = effectOf(fallback);
  // The strictest rule wins among rules, but a tool's own mode beats the server's.
  const isUndercut = effect === 'ask' && tools.some((tool) => tool.effect === 'allow');
  if (effect === null || fallback === undefined || isUndercut) return facts;
  facts.push(
    write.rule({
      agent,
      effect,
      tool: 'mcp',
      pattern: { type: 'glob', text: `${server.key}:*` },
      order: 10_000,
      at: fallback.at,
      name: `${server.key}: default_tools_approval_mode`,
    }),
  );
  if (effect === 'ask') return facts;
  const name = `mcp_servers.${server.key}.default_tools_approval_mode`;
  return [...facts, trusted(agent, name, fallback)];
}

function trusted(agent: EntityKey, name: string, node: DataNode): Fact {
  return write.weakness(agent, name, node.at, {
    control: 'approval',
    because: 'every tool of this server runs without asking, tools it gains later included',
    remedy: 'Set it to "prompt", and approve single tools that only read.',
  });
}

/** `writes` asks before every tool that does not say it only reads, which a destructive one does not. */
function effectOf(mode: DataNode | undefined): 'allow' | 'ask' | null {
  if (mode?.type !== 'scalar') return null;
  if (mode.text === 'approve') return 'allow';
  return mode.text === 'prompt' || mode.text === 'writes' ? 'ask' : null;
}

/**
 * Connectors that may destroy, or that are approved as a whole.
 * @see https://developers.openai.com/codex/config-reference (read 2026-11-21)
 */
export function appFacts(layers: readonly Layer[], agent: EntityKey): readonly Fact[] {
  return mergedEntries(layers, 'apps').flatMap(({ entry }) => {
    const facts: Fact[] = [];
    const destructive = at(entry.value, 'destructive_enabled');
    if (destructive?.type === 'scalar' && destructive.value === true) {
      facts.push(
        write.weakness(agent, `apps.${entry.key}.destructive_enabled`, destructive.at, {
          control: 'approval',
          because: 'the connector may use tools that say they destroy',
          remedy: 'Set destructive_enabled to false.',
        }),
      );
    }
    const mode = at(entry.value, 'default_tools_approval_mode');
    if (mode !== undefined && effectOf(mode) === 'allow') {
      facts.push(trusted(agent, `apps.${entry.key}.default_tools_approval_mode`, mode));
    }
    return facts;
  });
}
