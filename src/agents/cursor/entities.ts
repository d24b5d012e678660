import {
  type AgentRule,
  type EntityKey,
  entityKey,
  type Guard,
  type InertSetting,
  type Relation,
} from '../../model/fact.ts';
import type { SourceRange } from '../../model/source.ts';

const base = { aliases: [], collector: 'cursor', implied: false } as const;

/** A rule of one of Cursor's files. `name` is masked and may be any length. */
export function ruleFact(
  rule: Pick<AgentRule, 'agent' | 'effect' | 'tool' | 'pattern' | 'order' | 'at' | 'name'> &
    Partial<Pick<AgentRule, 'inert' | 'implied'>>,
): AgentRule {
  const line = rule.name.replace(/\s+/g, ' ').trim();
  return {
    ...base,
    kind: 'AgentRule',
    key: entityKey(`${rule.agent}#${rule.at.file}/${rule.effect}/${rule.tool}/${rule.name}`),
    confidence: 'high',
    inert: null,
    ...rule,
    name: line.length > 160 ? `${line.slice(0, 159)}…` : line,
  };
}

/** A setting without effect where it stands. `name` becomes part of its key and must hold no secret. */
export function inertSetting(
  agent: EntityKey,
  name: string,
  at: SourceRange,
  what: Pick<InertSetting, 'because' | 'remedy' | 'looksProtective'>,
): InertSetting {
  const key = entityKey(`cursor:${at.file}#inert/${name}`);
  return { ...base, kind: 'InertSetting', key, name, at, confidence: 'high', agent, ...what };
}

/** A guard and the edge from its agent. */
export function guardFacts(
  agent: EntityKey,
  guard: Pick<Guard, 'name' | 'at' | 'strength'>,
  because: string,
): readonly [Guard, Relation] {
  const key = entityKey(`cursor:${guard.at.file}#guard/${guard.name}`);
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
}
