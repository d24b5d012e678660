import {
  type Agent,
  type AgentRule,
  type EntityKey,
  entityKey,
  type Guard,
  type InertSetting,
  type Relation,
  type Weakness,
} from '../../model/fact.ts';
import { noHabits } from '../../model/permission.ts';
import type { SourceRange } from '../../model/source.ts';
import { unknown } from '../../model/value.ts';

/** Writes the facts of one product, all with the same collector. */
export interface AgentWriter {
  /** The agent that works in one folder; whatever is not given is unknown. */
  readonly agent: (
    given: Pick<Agent, 'folder' | 'at'> & Partial<Omit<Agent, 'kind' | 'key'>>,
  ) => Agent;
  readonly rule: (
    given: Pick<AgentRule, 'agent' | 'effect' | 'tool' | 'pattern' | 'order' | 'at' | 'name'> &
      Partial<Pick<AgentRule, 'inert' | 'implied' | 'confidence'>>,
  ) => AgentRule;
  readonly inert: (
    agent: EntityKey,
    name: string,
    at: SourceRange,
    what: Pick<InertSetting, 'because' | 'remedy' | 'looksProtective'>,
  ) => InertSetting;
  readonly weakness: (
    owner: EntityKey,
    name: string,
    at: SourceRange,
    what: Pick<Weakness, 'control' | 'because' | 'remedy'>,
  ) => Weakness;
  readonly guard: (
    agent: EntityKey,
    guard: Pick<Guard, 'name' | 'at' | 'strength'>,
    because: string,
  ) => readonly [Guard, Relation];
}

/**
 * A writer for `product`'s facts. Names become parts of keys, so they are masked by the caller; rules of any length are shown shortened.
 * `collector` is the id of the collector that writes.
 */
export function agentWriter(product: string, collector: string = product): AgentWriter {
  const base = { aliases: [], collector, implied: false } as const;
  return {
    agent: (given) => ({
      ...base,
      kind: 'Agent',
      key: agentKey(product, given.folder),
      name: given.folder === '' ? product : `${product} in ${given.folder}`,
      confidence: 'high',
      product,
      ruleOrder: 'deny-first',
      shell: unknown('external', given.at),
      mcp: unknown('external', given.at),
      read: unknown('external', given.at),
      splitsCommands: true,
      habits: noHabits,
      sandbox: unknown('external', given.at),
      network: unknown('external', given.at),
      transcriptDays: unknown('external', given.at),
      ...given,
    }),
    rule: (given) => {
      const line = given.name.replace(/\s+/g, ' ').trim();
      const { agent, at, effect, tool, name } = given;
      return {
        ...base,
        kind: 'AgentRule',
        key: entityKey(`${agent}#${at.file}/${effect}/${tool}/${name}`),
        confidence: 'high',
        inert: null,
        ...given,
        name: line.length > 160 ? `${line.slice(0, 159)}…` : line,
      };
    },
    inert: (agent, name, at, what) => {
      const key = entityKey(`${collector}:${at.file}#inert/${name}`);
      return { ...base, kind: 'InertSetting', key, name, at, confidence: 'high', agent, ...what };
    },
    weakness: (owner, name, at, what) => {
      const key = entityKey(`${collector}:${at.file}#weakness/${name}`);
      return { ...base, kind: 'Weakness', key, name, at, confidence: 'high', owner, ...what };
    },
    guard: (agent, guard, because) => {
      const key = entityKey(`${collector}:${guard.at.file}#guard/${guard.name}`);
      const { at } = guard;
      return [
        { ...base, kind: 'Guard', key, confidence: 'medium', ...guard },
        {
          kind: 'Relation',
          rel: 'guarded-by',
          from: agent,
          to: key,
          actions: [],
          because,
          at,
          confidence: 'medium',
        },
      ];
    },
  };
}

/** The agent of a product in one folder of the tree. */
export function agentKey(product: string, folder: string): EntityKey {
  return entityKey(`${product}:agent/${folder || '.'}`);
}
