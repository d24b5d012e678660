import type { Agent, DestructiveCommand } from '../model/fact.ts';
import { entityKey } from '../model/fact.ts';
import type { DestructiveAct, Permission } from '../model/graph.ts';
import { destructiveActs } from './catalogue.ts';
import type { LinkIndex } from './link-index.ts';
import { permission } from './permissions.ts';

/**
 * What agents may destroy by hand (those of templates and examples aside, which nobody starts here): commands of the vendors and tools whose stores this tree declares, where a rule or mode lets them run unasked. No file
 * has to contain them.
 */
export function actByHand(index: LinkIndex): readonly DestructiveCommand[] {
  const agents = index
    .all('Agent')
    .filter((agent) => agent.runsIn !== 'pipeline' && agent.confidence !== 'low');
  if (agents.length === 0) return [];
  const declared = providersOfStores(index);
  const made = new Map<string, DestructiveCommand>();
  for (const act of destructiveActs(index)) {
    if (!declared.has(act.provider) || made.has(act.verb)) continue;
    const answer = firstThatRuns(index, agents, act);
    if (answer !== undefined) made.set(act.verb, commandOf(act, answer));
  }
  return [...made.values()];
}

/** Vendors of declared stores, and tools of the stacks that declare some. */
function providersOfStores(index: LinkIndex): ReadonlySet<string> {
  const stores = index.all('DataStore').filter((store) => !store.implied);
  const providers = stores.flatMap(({ provider }) => (provider === null ? [] : [provider]));
  return new Set([...providers, ...index.all('InfraStack').map(({ tool }) => tool)]);
}

function firstThatRuns(
  index: LinkIndex,
  agents: readonly Agent[],
  act: DestructiveAct,
): Permission | undefined {
  for (const agent of agents) {
    const request = { tool: 'shell', command: act.command } as const;
    const answer = permission(agent, index.rules(agent.key), request);
    if (answer.verdict === 'runs') return answer;
  }
  return undefined;
}

/** It stands where the rule or mode stands that lets it run. */
function commandOf(act: DestructiveAct, answer: Permission): DestructiveCommand {
  return {
    kind: 'DestructiveCommand',
    key: entityKey(`command:by-hand/${act.verb}`),
    aliases: [],
    name: act.verb,
    at: answer.at,
    collector: 'graph',
    implied: true,
    // Nothing in the files shows the login that it would work with.
    confidence: 'medium',
    provider: act.provider,
    verb: act.verb,
    via: 'shell',
    destroys: act.destroys,
    skipsPrompt: true,
    invocations: [act.command],
    recovery: null,
    safeVariant: null,
    ...(act.products === undefined ? {} : { products: act.products }),
  };
}
