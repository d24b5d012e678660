import { at, type DataDocument, entries } from '../../model/document.ts';
import { type EntityKey, type Fact, type McpServer, variableKey } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import { mcpFacts } from '../../recognize/agent/mcp-servers.ts';

/**
 * Servers of one `mcp.json`. One with an `envFile` is handed whatever that file sets, so it holds the credentials that its vendor's variables have.
 * @see https://cursor.com/docs/context/mcp (read 2026-11-21)
 */
export function serverFacts(
  document: DataDocument,
  agent: EntityKey,
  agentName: string,
  knowledge: Knowledge,
): readonly Fact[] {
  const servers = at(document.roots[0], 'mcpServers');
  const facts = mcpFacts(
    { document, servers, agent, agentName, collector: 'cursor', isRejected: () => false },
    knowledge,
  );
  const started = new Map<string, McpServer>();
  for (const fact of facts) if (fact.kind === 'McpServer') started.set(fact.name, fact);
  const handed = entries(servers).flatMap((entry): readonly Fact[] => {
    const file = at(entry.value, 'envFile');
    const server = started.get(entry.key);
    if (file?.type !== 'scalar' || file.text === '' || server === undefined) return [];
    const provider = knowledge.provider(server.provider ?? '');
    const names = provider?.credentials.flatMap((spec) => spec.env) ?? [];
    return [...new Set(names)].map((name) => ({
      kind: 'Relation',
      rel: 'holds',
      from: server.key,
      to: variableKey(name),
      actions: [],
      because: `the MCP server "${server.name}" is started with the variables of its envFile`,
      at: file.at,
      // Another file of the tree may be the one that sets it.
      confidence: 'medium',
    }));
  });
  return [...facts, ...handed];
}
