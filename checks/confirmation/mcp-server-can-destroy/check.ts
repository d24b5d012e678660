import { defineCheck, pathFacts } from '../../../src/model/check.ts';
import type { Agent, McpServer } from '../../../src/model/fact.ts';
import type { Severity } from '../../../src/model/finding.ts';
import type { Permission, RiskGraph } from '../../../src/model/graph.ts';
import { known } from '../../../src/model/value.ts';

export const check = defineCheck({
  id: 'mcp-server-can-destroy',
  title: 'MCP server hands an agent tools that destroy data',
  severity: 'high',
  since: '0.1.0',
  on: 'McpServer',
  needs: pathFacts,
  why: 'A tool call needs no shell, so neither command rules nor the sandbox see it.',
  fix: 'Start the server read-only and for one project, and let its destructive tools ask.',
  accept: 'When the server works on a local or throw-away store only.',
  references: [
    'https://modelcontextprotocol.io/specification/2025-06-18/server/tools',
    'https://supabase.com/docs/guides/getting-started/mcp',
  ],

  *run(server, graph) {
    const agent = graph.entity(server.agent);
    if (agent?.kind !== 'Agent' || known(server.readOnly) !== false) return;
    const tried = server.destructiveTools
      .map((name) => ({ name, answer: ask(graph, agent, server, name) }))
      .filter(({ answer }) => answer.verdict !== 'blocks');
    const free = tried.filter(({ answer }) => answer.verdict === 'runs');
    const shown = free.length > 0 ? free : tried;
    const [first] = shown;
    if (first === undefined) return;
    const isFree = free.length > 0;
    const names = shown.slice(0, 2).map(({ name }) => name);
    const more = shown.length > names.length ? ` and ${shown.length - names.length} more` : '';
    const reach = reachOf(server);
    const rule = isFree ? first.answer.rule : null;
    yield {
      at: rule === null ? server.at : { ...rule.at },
      label: rule === null ? 'the server' : 'the rule that lets its tools run',
      what: `Agent "${agent.name}" may call ${names.join(', ')}${more} of MCP server "${server.name}" (${server.title})${isFree ? ' without being asked' : ''}${reach}.`,
      ...(server.narrower === null ? {} : { fix: `${server.narrower} (${server.at.file}).` }),
      confidence: server.confidence,
      severity: severityOf(graph, server, isFree),
      subjects: [agent, server],
      related: rule === null ? [] : [{ ...server.at, label: 'the server' }],
    };
  },
});

function ask(graph: RiskGraph, agent: Agent, server: McpServer, name: string): Permission {
  return graph.permission(agent, { tool: 'mcp', server: server.name, name });
}

/** A server that only asks is a matter of its own settings, whatever else its path goes through. */
function severityOf(graph: RiskGraph, server: McpServer, isFree: boolean): Severity {
  const stake = graph.stake(server);
  return isFree || stake === 'low' ? stake : 'medium';
}

function reachOf(server: McpServer): string {
  if (known(server.narrowed) !== false || server.reach === null) return '';
  if (server.reach === 'account') return ', and nothing confines it to one project';
  return server.reach === 'organization' ? ', across the whole organization' : '';
}
