import type {
  Agent,
  AgentRule,
  Confidence,
  Credential,
  DestructiveCommand,
  Guard,
  McpServer,
  Relation,
} from '../model/fact.ts';
import { entityKey } from '../model/fact.ts';
import { weaker } from '../model/finding.ts';
import type { Executor, Permission } from '../model/graph.ts';
import { type FilePath, isHome, type SourceRange } from '../model/source.ts';
import { known } from '../model/value.ts';
import type { ActorEdge } from './actor-edge.ts';
import type { LinkIndex } from './link-index.ts';
import { executors, networkReach, permission } from './permissions.ts';

/** An agent with what its rules come to, worked out once for all it may touch. */
interface ArmedAgent {
  readonly agent: Agent;
  readonly rules: readonly AgentRule[];
  readonly free: readonly Executor[];
}

/** What an agent reaches: credentials it can read and use, commands it can run, servers it can ask. Blocked ways are left out. */
export function agentEdges(index: LinkIndex, agent: Agent): readonly ActorEdge[] {
  const rules = index.rules(agent.key);
  const armed: ArmedAgent = { agent, rules, free: executors(agent, rules) };
  const advice = adviceFor(index, agent);
  const edges: ActorEdge[] = [];
  for (const credential of index.all('Credential')) {
    if (credential.form === 'reference' || credential.form === 'injected') continue;
    const edge = readEdge(index, armed, credential);
    if (edge !== undefined) edges.push({ ...edge, guards: [...edge.guards, ...advice] });
  }
  for (const command of index.all('DestructiveCommand')) {
    const edge = runEdge(index, armed, command);
    if (edge !== undefined) edges.push({ ...edge, guards: [...edge.guards, ...advice] });
  }
  for (const declared of [...index.out(agent.key, 'holds'), ...index.out(agent.key, 'runs')]) {
    const edge = declaredEdge(index, armed, declared);
    if (edge !== undefined) edges.push({ ...edge, guards: [...edge.guards, ...advice] });
  }
  // Of an agent that is only a sample nothing is sure.
  return edges.map(({ edge, guards }) => ({
    edge: { ...edge, confidence: weaker(edge.confidence, agent.confidence) },
    guards,
  }));
}

/** What the agent's own settings give it: variables of its commands, and MCP servers with their tools. */
function declaredEdge(index: LinkIndex, armed: ArmedAgent, edge: Relation): ActorEdge | undefined {
  const target = index.entity(edge.to);
  if (target?.kind === 'McpServer') {
    return serverEdge(armed, target, edge, index.out(target.key, 'holds').length > 0);
  }
  if (target?.kind !== 'Credential' || target.form === 'reference') return undefined;
  const use = useOf(index, armed, target);
  if (use === undefined) return undefined;
  return {
    edge: {
      ...edge,
      because: `${edge.because}, and ${use.because}`,
      confidence: weaker(edge.confidence, use.confidence),
    },
    guards: use.guards,
  };
}

/** The freest of the server's destructive tools decides; a server that only reads is on no path. */
function serverEdge(
  { agent, rules }: ArmedAgent,
  server: McpServer,
  edge: Relation,
  hasCredential: boolean,
): ActorEdge | undefined {
  if (known(server.readOnly) === true) return undefined;
  const answers = server.destructiveTools.map((name) => ({
    name,
    answer: permission(agent, rules, { tool: 'mcp', server: server.name, name }),
  }));
  // A switch that is set elsewhere may be on.
  const confidence = weaker(
    edge.confidence,
    known(server.readOnly) === undefined ? 'medium' : 'high',
  );
  const free = answers.find(({ answer }) => answer.verdict === 'runs');
  if (free !== undefined) {
    const because = `its tool ${free.name} runs without asking`;
    return { edge: { ...edge, because, at: free.answer.at, confidence }, guards: [] };
  }
  // That it asks is enough where no file shows a login.
  if (!hasCredential) return undefined;
  const asked = answers.find(({ answer }) => answer.verdict !== 'blocks');
  if (asked === undefined) return undefined;
  const isUnsure = asked.answer.verdict === 'unknown';
  return {
    edge: {
      ...edge,
      because: `its tool ${asked.name} runs after asking`,
      confidence: weaker(confidence, isUnsure ? 'medium' : 'high'),
    },
    guards: [asking(asked.answer)],
  };
}

/** Prose that forbids destruction: shown on the path because it did not hold. */
function adviceFor(index: LinkIndex, agent: Agent): readonly Guard[] {
  return index
    .out(agent.key, 'guarded-by')
    .map((edge) => index.entity(edge.to))
    .filter((guard): guard is Guard => guard?.kind === 'Guard');
}

/** Reading a credential is only a hop when the agent can also use it: run something that reaches the provider. */
function readEdge(
  index: LinkIndex,
  armed: ArmedAgent,
  credential: Credential,
): ActorEdge | undefined {
  const { agent } = armed;
  // A fresh checkout holds what git tracks and nothing else.
  if (agent.runsIn === 'pipeline' && credential.tracked === false) return undefined;
  const places = index.places(credential.key).filter((place) => inside(agent, place.file));
  const use = useOf(index, armed, credential);
  if (use === undefined) return undefined;
  for (const place of places) {
    const read = readOf(armed, place);
    if (read === undefined) continue;
    return {
      edge: {
        kind: 'Relation',
        rel: 'reads',
        from: agent.key,
        to: credential.key,
        actions: ['read'],
        because: `${read.because}, and ${use.because}`,
        at: place,
        confidence: weaker(read.confidence, use.confidence),
      },
      guards: [...read.guards, ...use.guards],
    };
  }
  return undefined;
}

interface Means {
  readonly because: string;
  readonly confidence: Confidence;
  readonly guards: readonly Guard[];
}

function readOf({ agent, rules, free }: ArmedAgent, place: SourceRange): Means | undefined {
  const answer = permission(agent, rules, { tool: 'read', path: place.file });
  switch (answer.verdict) {
    case 'runs':
      return {
        because: `nothing keeps it from reading ${place.file}`,
        confidence: 'high',
        guards: [],
      };
    case 'unknown':
      return {
        because: `nothing in the files keeps it from reading ${place.file}`,
        confidence: 'high',
        guards: [],
      };
    case 'asks':
      return {
        because: `it may read ${place.file} after asking`,
        confidence: 'high',
        guards: [asking(answer)],
      };
    case 'blocks': {
      const [executor] = free;
      if (executor === undefined || known(agent.sandbox) === 'on') return undefined;
      return {
        because: `reading ${place.file} is denied but \`${executor.command}\` runs unasked and can open it`,
        confidence: 'medium',
        guards: [],
      };
    }
  }
}

function useOf(
  index: LinkIndex,
  { agent, rules, free }: ArmedAgent,
  credential: Credential,
): Means | undefined {
  const [executor] = free;
  if (isCutOff(index, agent, rules, credential.provider)) return undefined;
  if (executor !== undefined) {
    const names = [...new Set(free.map((candidate) => candidate.command))];
    const shown = names.slice(0, 3).map((name) => `\`${name}\``);
    const more = names.length > shown.length ? ` and ${names.length - shown.length} more` : '';
    const sandbox = known(agent.sandbox) === 'off' ? ' outside any sandbox' : '';
    return {
      because: `it runs ${shown.join(', ')}${more} without asking${sandbox}`,
      confidence: 'high',
      guards: [],
    };
  }
  const answer = permission(agent, rules, {
    tool: 'shell',
    command: `curl https://${hostsOf(index, credential.provider)[0] ?? 'example.com'}/`,
  });
  if (answer.verdict === 'blocks') return undefined;
  return {
    because:
      answer.verdict === 'runs'
        ? 'it runs commands without asking'
        : 'it runs commands after asking',
    confidence: answer.verdict === 'unknown' ? 'medium' : 'high',
    guards: answer.verdict === 'runs' ? [] : [asking(answer)],
  };
}

/** Whether a sandbox that commands cannot leave keeps them from every host of the provider's API. */
function isCutOff(
  index: LinkIndex,
  agent: Agent,
  rules: readonly AgentRule[],
  provider: string | null,
): boolean {
  if (known(agent.sandbox) !== 'on') return false;
  const hosts = hostsOf(index, provider);
  return hosts.length > 0 && hosts.every((host) => networkReach(agent, host, rules) === 'closed');
}

function hostsOf(index: LinkIndex, provider: string | null): readonly string[] {
  return provider === null ? [] : (index.knowledge.provider(provider)?.api?.hosts ?? []);
}

function runEdge(
  index: LinkIndex,
  { agent, rules }: ArmedAgent,
  command: DestructiveCommand,
): ActorEdge | undefined {
  const isHeld = isCutOff(index, agent, rules, command.provider);
  let best: { answer: Permission; line: string } | undefined;
  for (const line of command.invocations) {
    const answer = permission(agent, rules, { tool: 'shell', command: line });
    if (answer.verdict === 'blocks') continue;
    // Whatever a command line can do, an agent can ask for: only what somebody has let run is a way.
    if (command.implied && answer.verdict !== 'runs') continue;
    // What asks may be asking to leave the sandbox; what runs unasked stays in it.
    if (answer.verdict === 'runs' && isHeld) continue;
    if (best === undefined || (answer.verdict === 'runs' && best.answer.verdict !== 'runs')) {
      best = { answer, line };
    }
  }
  if (best === undefined || !inside(agent, command.at.file)) return undefined;
  const free = best.answer.verdict === 'runs';
  return {
    edge: {
      kind: 'Relation',
      rel: 'runs',
      from: agent.key,
      to: command.key,
      actions: ['delete'],
      because: free ? `\`${best.line}\` runs without asking` : `\`${best.line}\` runs after asking`,
      at: free && best.answer.rule !== null ? best.answer.at : command.at,
      confidence: best.answer.verdict === 'unknown' ? 'medium' : 'high',
    },
    guards: free ? [] : [asking(best.answer)],
  };
}

function inside(agent: Agent, file: FilePath): boolean {
  return agent.folder === '' || isHome(file) || file.startsWith(`${agent.folder}/`);
}

function asking(answer: Permission): Guard {
  return {
    kind: 'Guard',
    key: entityKey(`guard:${answer.at.file}#${answer.rule?.key ?? 'default'}`),
    aliases: [],
    name: answer.because,
    at: answer.at,
    collector: 'graph',
    implied: true,
    confidence: 'high',
    strength: 'asks',
  };
}
