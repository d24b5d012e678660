import { at, type DataNode, entries } from '../../model/document.ts';
import type { EntityKey, Fact } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import { mcpEntry, scalars } from '../../recognize/agent/mcp-entry.ts';
import { mcpFacts } from '../../recognize/agent/mcp-servers.ts';
import {
  everywhere,
  type Layer,
  mergedEntries,
  setting,
} from '../../recognize/agent/setting-layers.ts';
import { write } from './writer.ts';

/**
 * MCP servers with their trust. Lists of allowed and excluded servers decide which are started, not which ask.
 * @see https://github.com/QwenLM/qwen-code/blob/main/docs/users/features/mcp.md (read 2026-11-21)
 */
export function serverFacts(
  layers: readonly Layer[],
  agent: EntityKey,
  knowledge: Knowledge,
): readonly Fact[] {
  const names = (key: string): readonly string[] | null => {
    const node: DataNode | undefined = setting(layers, 'mcp', key)?.node;
    return node?.type === 'list' ? scalars(node).map((item) => item.text) : null;
  };
  const allowed = names('allowed');
  const excluded = names('excluded') ?? [];
  const isRejected = (name: string): boolean =>
    allowed?.includes(name) === false || excluded.includes(name);
  const effective = mergedEntries(layers, 'mcpServers');
  const servers = everywhere(layers, 'mcpServers').flatMap(({ node, layer }) => {
    const own = entries(node).filter((entry) =>
      effective.some((found) => found.layer === layer && found.entry.key === entry.key),
    );
    const config = {
      document: layer.document,
      servers: { type: 'map', entries: own, at: node.at } as const,
      agent,
      agentName: 'qwen',
      collector: 'qwen',
    };
    return mcpFacts({ ...config, isRejected }, knowledge);
  });
  const trusted = effective.flatMap(({ entry }, index) => {
    const trust = at(entry.value, 'trust');
    if (trust?.type !== 'scalar' || trust.value !== true || isRejected(entry.key)) return [];
    if (mcpEntry(entry.value)?.isOff !== false) return [];
    return trustFacts(agent, entry.key, trust, index);
  });
  return [...servers, ...trusted];
}

function trustFacts(
  agent: EntityKey,
  server: string,
  trust: DataNode,
  index: number,
): readonly Fact[] {
  const name = `mcpServers.${server}.trust`;
  return [
    write.rule({
      agent,
      effect: 'allow',
      tool: 'mcp',
      pattern: { type: 'glob', text: `${server}:*` },
      order: 80_000 + index,
      at: trust.at,
      name,
    }),
    write.weakness(agent, name, trust.at, {
      control: 'approval',
      because: 'every tool of this server runs without asking, tools it gains later included',
      remedy: 'Remove trust, and allow single tools that only read.',
    }),
  ];
}
