import type { Agent, AgentRule } from '../model/fact.ts';
import type { Executor, Permission, PermissionRequest } from '../model/graph.ts';
import { concerns, decide, pathPermission, unmatched } from './permission-decide.ts';
import { examplesOfAll, executorWords, leavesOpen, openEnd } from './permission-executors.ts';
import { matchesText } from './permission-match.ts';
import { shellPermission } from './permission-shell.ts';

/**
 * What happens when the agent tries this, and what decides it. Inert rules count for nothing. A command line is as free as its strictest part.
 * `runs` for a host means the agent's own fetch tool; whether its commands reach the host is `networkReach`'s question.
 */
export function permission(
  agent: Agent,
  rules: readonly AgentRule[],
  request: PermissionRequest,
): Permission {
  const honoured = rules.filter((rule) => rule.inert === null);
  switch (request.tool) {
    case 'shell':
      return shellPermission(agent, honoured, request.command);
    case 'read':
      return pathPermission(agent, honoured, 'read', request.path);
    case 'write':
      return pathPermission(agent, honoured, 'write', request.path);
    case 'mcp': {
      const names = toolNames(request.server, request.name);
      const matching = honoured.filter(
        (rule) => concerns(rule, 'mcp') && names.some((name) => matchesTool(rule, name)),
      );
      return decide(agent, matching) ?? unmatched(agent, agent.mcp);
    }
    case 'network': {
      const host = request.host.toLowerCase();
      const matching = honoured.filter(
        (rule) => concerns(rule, 'network') && matchesText(rule.pattern, host),
      );
      return decide(agent, matching) ?? unmatched(agent, agent.shell);
    }
  }
}

/**
 * The arbitrary-code executors that this agent runs unasked, the most direct way to a provider's API first. Each command once, with the rule that
 * decides; where a rule or mode lets everything through, a few stand for all.
 */
export function executors(agent: Agent, rules: readonly AgentRule[]): readonly Executor[] {
  const before = executorsOf.get(agent);
  const isSame =
    before !== undefined && (before.rules === rules || before.rules.length + rules.length === 0);
  if (isSame) return before.found;
  const found = findExecutors(agent, rules);
  executorsOf.set(agent, { rules, found });
  return found;
}

/** Asked by several checks and once per path: some sixty probes against every rule each time. */
const executorsOf = new WeakMap<
  Agent,
  { readonly rules: readonly AgentRule[]; readonly found: readonly Executor[] }
>();

function findExecutors(agent: Agent, rules: readonly AgentRule[]): readonly Executor[] {
  const found = new Map<string, Executor>();
  const tryOut = (command: string, sample: string): void => {
    if (found.has(command)) return;
    const answer = permission(agent, rules, { tool: 'shell', command: sample });
    if (answer.verdict !== 'runs') return;
    const runsAll = answer.rule === null || answer.rule.pattern.type === 'any';
    if (runsAll && !examplesOfAll.has(command)) return;
    found.set(command, { command, rule: answer.rule, because: answer.because, at: answer.at });
  };
  const ends = rules.flatMap((rule) => openEnd(rule) ?? []);
  for (const { command, sample } of executorWords) {
    tryOut(command, sample);
    for (const end of ends) if (leavesOpen(end, command)) tryOut(command, `${end} something`);
  }
  return [...found.values()];
}

/**
 * Whether sandboxed commands of this agent reach a host. Rules for hosts (allow and deny lists of the sandbox) are looked at when they are given;
 * a command that leaves the sandbox, or has none, reaches everything.
 */
export function networkReach(
  agent: Agent,
  host: string,
  rules: readonly AgentRule[] = [],
): 'open' | 'closed' | 'unknown' {
  if (agent.sandbox.state !== 'unknown' && agent.sandbox.value === 'off') return 'open';
  const name = host.toLowerCase();
  const named = rules.filter(
    (rule) =>
      rule.inert === null &&
      rule.tool === 'network' &&
      // A rule for every host is about the agent's fetch tool, not about the sandbox.
      rule.pattern.type !== 'any' &&
      matchesText(rule.pattern, name),
  );
  if (named.some((rule) => rule.effect === 'deny')) return 'closed';
  if (agent.network.state === 'unknown') return 'unknown';
  switch (agent.network.value) {
    case 'open':
      return 'open';
    case 'closed':
      return 'closed';
    case 'allowlist':
      if (named.some((rule) => rule.effect === 'allow')) return 'open';
      // What a vendor lists by default is known in part only.
      return agent.network.state === 'set' ? 'closed' : 'unknown';
  }
}

/** Agents write the same tool as `server:tool`, `mcp__server__tool` or `server/tool`; case never tells two tools apart. */
function toolNames(server: string, name: string): readonly string[] {
  const plain = server.replace(/[^\w-]/g, '_');
  return [
    `${server}:${name}`,
    `${plain}:${name}`,
    `mcp__${plain}__${name}`,
    `${server}/${name}`,
  ].map((text) => text.toLowerCase());
}

function matchesTool(rule: AgentRule, name: string): boolean {
  const { pattern } = rule;
  return matchesText(
    'text' in pattern ? { ...pattern, text: pattern.text.toLowerCase() } : pattern,
    name,
  );
}
