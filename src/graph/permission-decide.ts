import type { Agent, AgentRule, Verdict } from '../model/fact.ts';
import type { Permission } from '../model/graph.ts';
import { baseName } from '../model/source.ts';
import type { Value } from '../model/value.ts';
import { isUndecidable, matchesPath } from './permission-match.ts';

/** Whether the rule is about this kind of tool. */
export function concerns(rule: AgentRule, tool: AgentRule['tool']): boolean {
  return rule.tool === tool || rule.tool === 'any';
}

/** What the rules say about touching a file of the tree with the agent's own tool. */
export function pathPermission(
  agent: Agent,
  rules: readonly AgentRule[],
  tool: 'read' | 'write',
  path: string,
): Permission {
  const candidates = rules.filter((rule) => concerns(rule, tool));
  const matching = candidates.filter(
    (rule) =>
      !isException(rule) && matchesPath(rule.pattern, path) && !isExcepted(rule, candidates, path),
  );
  return decide(agent, matching) ?? unmatched(agent, tool === 'read' ? agent.read : agent.shell);
}

function isException(rule: AgentRule): boolean {
  return rule.pattern.type === 'path' && rule.pattern.text.startsWith('!');
}

/** In one ignore file, a later `!pattern` takes back what an earlier pattern matched. */
function isExcepted(rule: AgentRule, candidates: readonly AgentRule[], path: string): boolean {
  return candidates.some(
    (other) =>
      isException(other) &&
      other.effect === rule.effect &&
      other.at.file === rule.at.file &&
      other.order > rule.order &&
      matchesPath(other.pattern, path),
  );
}

const severityOfEffect = { deny: 2, ask: 1, allow: 0 } as const;
const verdictOfEffect = { deny: 'blocks', ask: 'asks', allow: 'runs' } as const;
const deedOfEffect = { deny: 'denies', ask: 'asks before', allow: 'allows' } as const;

/** What the matching rules say together, in the agent's order; `undefined` when there are none. */
export function decide(agent: Agent, matching: readonly AgentRule[]): Permission | undefined {
  let best: AgentRule | undefined;
  for (const rule of matching) if (best === undefined || beats(agent, rule, best)) best = rule;
  if (best === undefined) return undefined;
  if (isUndecidable(best.pattern)) {
    return {
      verdict: 'unknown',
      rule: best,
      because: `"${best.name}" in ${baseName(best.at.file)} is an expression that cannot be evaluated here`,
      at: best.at,
    };
  }
  return {
    verdict: verdictOfEffect[best.effect],
    rule: best,
    because: `"${best.name}" in ${baseName(best.at.file)} ${deedOfEffect[best.effect]} it`,
    at: best.at,
  };
}

function beats(agent: Agent, rule: AgentRule, best: AgentRule): boolean {
  const stricter = severityOfEffect[rule.effect] - severityOfEffect[best.effect];
  switch (agent.ruleOrder) {
    case 'deny-first':
    case 'strictest':
      return stricter > 0 || (stricter === 0 && rule.order < best.order);
    case 'first-match':
      return rule.order < best.order;
    case 'last-match':
      return rule.order > best.order;
    case 'longest-prefix': {
      const longer = lengthOf(rule) - lengthOf(best);
      return longer > 0 || (longer === 0 && stricter > 0);
    }
  }
}

function lengthOf(rule: AgentRule): number {
  return 'text' in rule.pattern ? rule.pattern.text.length : 0;
}

/** What happens when no rule matches. */
export function unmatched(agent: Agent, fallback: Value<Verdict>): Permission {
  const at = fallback.at;
  if (fallback.state === 'unknown') {
    return {
      verdict: 'unknown',
      rule: null,
      because: `no rule matches, and what ${agent.name} does then is set outside the repository`,
      at,
    };
  }
  const does = { runs: 'runs', asks: 'asks before', blocks: 'blocks', unknown: 'may run' }[
    fallback.value
  ];
  const why =
    fallback.state === 'default'
      ? `${agent.name} by default ${does} what no rule matches`
      : `${agent.name} is set to a mode that ${does} what no rule matches`;
  return { verdict: fallback.value, rule: null, because: why, at };
}

const strictness: Readonly<Record<Verdict, number>> = { blocks: 3, asks: 2, unknown: 1, runs: 0 };

/** The first of the strictest answers; for a line whose parts all run, the part that a rule let through. */
export function strictest(answers: readonly Permission[]): Permission {
  const [first, ...rest] = answers;
  let best = first as Permission; // callers always pass at least one answer
  for (const answer of rest) {
    const stricter = strictness[answer.verdict] - strictness[best.verdict];
    if (stricter > 0 || (stricter === 0 && best.rule === null && answer.rule !== null)) {
      best = answer;
    }
  }
  return best;
}
