import type { Agent, AgentRule, Credential, Target } from '../model/fact.ts';
import type { DestructiveAct, RiskGraph } from '../model/graph.ts';
import type { HardenRequest, Stop } from '../model/hardening.ts';
import { type FilePath, isHome } from '../model/source.ts';
import { known } from '../model/value.ts';

/** What one agent's settings must hold, as far as the graph says; the texts of its files come from the caller. */
export function requestFor(
  graph: RiskGraph,
  agent: Agent,
  texts: ReadonlyMap<string, string>,
): HardenRequest {
  return {
    texts,
    stops: stopsOf(graph),
    loose: looseRules(graph, agent),
    secrets: secretFiles(graph, agent),
    tools: destructiveTools(graph, agent),
  };
}

/** Acts after which nothing is left to go back to. */
const final: ReadonlySet<Target> = new Set([
  'database',
  'volume',
  'bucket',
  'backup',
  'project',
  'account',
  'environment',
  'anything',
]);

function stopsOf(graph: RiskGraph): readonly Stop[] {
  const stops = new Map<string, Stop>();
  for (const act of graph.acts()) {
    for (const prefix of act.prefixes) {
      const stop: Stop = { prefix, flags: act.flags, effect: effectOf(act) };
      const before = stops.get(prefix);
      // One prefix of two acts: whichever needs no flag covers the other.
      if (before === undefined || before.flags.length > 0) stops.set(prefix, stop);
    }
  }
  const all = [...stops.values()];
  return all.filter(
    (stop) =>
      !all.some(
        (other) =>
          other !== stop &&
          other.flags.length === 0 &&
          other.effect === 'deny' &&
          stop.prefix.startsWith(`${other.prefix} `),
      ),
  );
}

function effectOf(act: DestructiveAct): Stop['effect'] {
  return final.has(act.destroys) ? 'deny' : 'ask';
}

function looseRules(graph: RiskGraph, agent: Agent): readonly AgentRule[] {
  const found = new Map<string, AgentRule>();
  for (const { rule } of graph.executors(agent)) if (rule !== null) found.set(rule.key, rule);
  for (const act of graph.acts()) {
    const { verdict, rule } = graph.permission(agent, { tool: 'shell', command: act.command });
    if (verdict === 'runs' && rule !== null) found.set(rule.key, rule);
  }
  return [...found.values()];
}

/** Files below the agent's folder with credentials that could destroy something. */
function secretFiles(graph: RiskGraph, agent: Agent): readonly string[] {
  const files = new Set<string>();
  for (const credential of graph.all('Credential')) {
    if (!isWorthHiding(credential)) continue;
    for (const place of graph.places(credential)) {
      const path = relative(agent.folder, place.file);
      // The agent's own settings must stay readable to the agent's program.
      if (path !== undefined && place.file !== agent.at.file) files.add(path);
    }
  }
  return [...files].filter((file) => !/\.(?:[cm]?[jt]sx?|py|rb|go|sh|md)$/.test(file)).sort();
}

function isWorthHiding(credential: Credential): boolean {
  return credential.form === 'literal' && credential.plane !== 'comms';
}

function relative(folder: string, file: FilePath): string | undefined {
  if (isHome(file)) return undefined;
  if (folder === '') return file;
  return file.startsWith(`${folder}/`) ? file.slice(folder.length + 1) : undefined;
}

function destructiveTools(graph: RiskGraph, agent: Agent): HardenRequest['tools'] {
  return graph
    .all('McpServer')
    .filter((server) => server.agent === agent.key && known(server.readOnly) === false)
    .flatMap((server) => server.destructiveTools.map((name) => ({ server: server.name, name })));
}
