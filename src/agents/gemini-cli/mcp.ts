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
import { orderOf, priorities } from './order.ts';
import { write } from './writer.ts';

/**
 * MCP servers with what the settings say about them: excluded ones, and those that a list of allowed ones leaves out, are not started; trusted ones and
 * those of that list run their tools unasked.
 * @see https://github.com/google-gemini/gemini-cli/blob/main/docs/tools/mcp-server.md (read 2026-11-21)
 */
export function serverFacts(
  layers: readonly Layer[],
  agent: EntityKey,
  knowledge: Knowledge,
): readonly Fact[] {
  const excluded = scalars(listOf(layers, 'excluded'));
  const allowed = listOf(layers, 'allowed');
  const isAllowed = (name: string): boolean =>
    allowed === undefined ||
    scalars(allowed).some((item) => /^\*$/.test(item.text) || item.text === name);
  const isRejected = (name: string): boolean =>
    !isAllowed(name) || excluded.some((item) => item.text === '*' || item.text === name);
  const effective = mergedEntries(layers, 'mcpServers');
  const servers = everywhere(layers, 'mcpServers').flatMap(({ node, layer }) => {
    const own = entries(node).filter((entry) =>
      effective.some((found) => found.layer === layer && found.entry.key === entry.key),
    );
    const config = {
      document: layer.document,
      servers: { type: 'map', entries: own, at: node.at } as const,
      agent,
      agentName: 'gemini-cli',
      collector: 'gemini-cli',
    };
    return mcpFacts({ ...config, isRejected }, knowledge);
  });
  const trusted = effective.flatMap(({ entry }) => {
    const trust = at(entry.value, 'trust');
    const isTrusted = trust?.type === 'scalar' && trust.value === true;
    if (!isTrusted || isRejected(entry.key) || mcpEntry(entry.value)?.isOff !== false) return [];
    return [{ server: entry.key, trust }];
  });
  return [
    ...servers,
    ...excluded.map((item, index) => ruleFor(agent, 'deny', item.text, item, index)),
    ...trusted.flatMap(({ server, trust }, index) => trustFacts(agent, server, trust, index)),
    ...scalars(allowed).flatMap((item, index) =>
      isRejected(item.text) ? [] : [ruleFor(agent, 'allow', item.text, item, index)],
    ),
  ];
}

/** The setting when it is a list: of two files the stronger one's. */
function listOf(layers: readonly Layer[], key: 'allowed' | 'excluded'): DataNode | undefined {
  const node = setting(layers, 'mcp', key)?.node;
  return node?.type === 'list' ? node : undefined;
}

function ruleFor(
  agent: EntityKey,
  effect: 'allow' | 'deny',
  server: string,
  node: DataNode,
  index: number,
): Fact {
  const priority = effect === 'deny' ? priorities.excludedServer : priorities.allowedServer;
  return write.rule({
    agent,
    effect,
    tool: 'mcp',
    pattern: server === '*' ? { type: 'any' } : { type: 'glob', text: `${server}:*` },
    order: orderOf(priority, index),
    at: node.at,
    name: `mcp.${effect === 'deny' ? 'excluded' : 'allowed'}: ${server.slice(0, 80)}`,
  });
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
      order: orderOf(priorities.trustedServer, index),
      at: trust.at,
      name,
    }),
    write.weakness(agent, name, trust.at, {
      control: 'approval',
      because: 'every tool of this server runs without asking, tools it gains later included',
      remedy: 'Remove trust, and name the tools that only read in includeTools.',
    }),
  ];
}
