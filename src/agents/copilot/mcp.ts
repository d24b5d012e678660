import {
  at,
  type DataDocument,
  type DataNode,
  type Document,
  entries,
} from '../../model/document.ts';
import type { Agent, Fact } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { AgentWriter } from '../../recognize/agent/agent-facts.ts';
import { mcpEntry, scalars } from '../../recognize/agent/mcp-entry.ts';
import { mcpFacts } from '../../recognize/agent/mcp-servers.ts';

/**
 * Servers of one map. `tools` is Copilot's name for the list that limits a server; the ones left out are no longer named as destructive.
 * @see https://docs.github.com/copilot/how-tos/agents/copilot-coding-agent/extending-copilot-coding-agent-with-mcp (read 2026-11-21)
 */
export function serverFacts(
  document: DataDocument,
  servers: DataNode | undefined,
  agent: Agent,
  knowledge: Knowledge,
  rejected: readonly string[] = [],
): readonly Fact[] {
  const config = { document, servers, agent: agent.key, agentName: agent.name };
  const facts = mcpFacts(
    { ...config, collector: 'copilot', isRejected: (name) => rejected.includes(name) },
    knowledge,
  );
  return facts.map((fact) => {
    if (fact.kind !== 'McpServer') return fact;
    const tools = at(servers, fact.name, 'tools');
    const only = scalars(tools).map((item) => item.text);
    if (tools?.type !== 'list' || only.includes('*')) return fact;
    const destructiveTools = fact.destructiveTools.filter((tool) => only.includes(tool));
    return { ...fact, destructiveTools };
  });
}

/**
 * Servers of VS Code: `.vscode/mcp.json`, the former `mcp` setting, dev containers, and those of the user. A server with `sandboxEnabled` has its
 * tools approved without a question.
 * @see https://code.visualstudio.com/docs/agent-customization/mcp-servers (read 2026-11-21)
 */
export function editorServers(
  documents: readonly Document[],
  agent: Agent,
  write: AgentWriter,
  knowledge: Knowledge,
): readonly Fact[] {
  return documents.flatMap((document): readonly Fact[] => {
    const servers = document.shape === 'data' ? serversIn(document) : undefined;
    if (document.shape !== 'data' || servers === undefined) return [];
    return [
      ...serverFacts(document, servers, agent, knowledge),
      ...entries(servers).flatMap((server, order): readonly Fact[] => {
        const flag = at(server.value, 'sandboxEnabled');
        if (flag?.type !== 'scalar' || flag.value !== true) return [];
        if (mcpEntry(server.value)?.isOff !== false) return [];
        const rule = write.rule({
          agent: agent.key,
          effect: 'allow',
          tool: 'mcp',
          pattern: { type: 'glob', text: `${server.key}:*` },
          order,
          at: flag.at,
          name: `sandboxEnabled of ${server.key}`,
        });
        const weakness = write.weakness(agent.key, `sandboxEnabled of ${server.key}`, flag.at, {
          control: 'approval',
          because: `tools of the MCP server "${server.key}" run without a question`,
          remedy: 'Remove sandboxEnabled where the server works on something outside the machine.',
        });
        return [rule, weakness];
      }),
    ];
  });
}

function serversIn(document: DataDocument): DataNode | undefined {
  const [root] = document.roots;
  const { file } = document;
  if (/(?:\.vscode|\/User)\/mcp\.json$/.test(file)) return at(root, 'servers');
  if (/(?:\.vscode|\/User)\/settings\.json$/.test(file)) return at(root, 'mcp', 'servers');
  if (file.endsWith('.code-workspace')) return at(root, 'settings', 'mcp', 'servers');
  if (file.endsWith('devcontainer.json')) {
    return at(root, 'customizations', 'vscode', 'mcp', 'servers');
  }
  return undefined;
}

/**
 * Servers that custom agents bring in their front matter.
 * @see https://docs.github.com/copilot/reference/custom-agents-configuration (read 2026-11-21)
 */
export function customAgentServers(
  documents: readonly Document[],
  agent: Agent,
  knowledge: Knowledge,
): readonly Fact[] {
  return documents.flatMap((document) => {
    if (document.shape !== 'data' || !/\.agent\.md$/.test(document.file)) return [];
    return serverFacts(document, at(document.roots[0], 'mcp-servers'), agent, knowledge);
  });
}
