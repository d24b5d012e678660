import { at, type DataDocument, entries } from '../../model/document.ts';
import type { AgentRule, EntityKey } from '../../model/fact.ts';
import type { AgentWriter } from './agent-facts.ts';
import { mcpEntry, scalars } from './mcp-entry.ts';

/**
 * Tools that an MCP server's entry approves in advance.
 * @see https://kiro.dev/docs/mcp/configuration/ (read 2026-11-21)
 */
export function autoApproved(
  document: DataDocument,
  agent: EntityKey,
  write: AgentWriter,
): readonly AgentRule[] {
  return entries(at(document.roots[0], 'mcpServers')).flatMap((server) => {
    if (mcpEntry(server.value)?.isOff !== false) return [];
    return scalars(at(server.value, 'autoApprove')).map((tool, index) => {
      const text = `${server.key}:${tool.text}`;
      return write.rule({
        agent,
        effect: 'allow',
        tool: 'mcp',
        pattern: text.includes('*') ? { type: 'glob', text } : { type: 'exact', text },
        order: 20_000 + index,
        at: tool.at,
        name: `autoApprove of ${server.key}: ${tool.text}`,
      });
    });
  });
}
