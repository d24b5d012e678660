import type { EntityKind, EntityOf, FactKind } from './fact.ts';
import type { Draft, Severity } from './finding.ts';
import type { RiskGraph } from './graph.ts';

/** A named test over the graph. The area is the folder it lives in. */
export interface Check<K extends EntityKind = EntityKind> {
  /** kebab-case name of the bad state; never reused. */
  readonly id: string;
  /** Former ids, still accepted in suppressions and flags. */
  readonly aliases?: readonly string[];
  readonly title: string;
  readonly severity: Severity;
  /** Version that introduced it. */
  readonly since: string;
  /** Runs once per entity of this kind. */
  readonly on: K;
  /** Kinds of fact it reads; decides which collectors load. */
  readonly needs: readonly FactKind[];
  readonly why: string;
  readonly fix: string;
  /** When a team may accept the finding, one or two sentences. */
  readonly accept: string;
  readonly references: readonly string[];
  run(subject: EntityOf<K>, graph: RiskGraph): Iterable<Draft>;
}

export type AnyCheck = { [K in EntityKind]: Check<K> }[EntityKind];

/** Every kind of fact that can be part of a path: what checks need that ask the graph for paths or stakes. */
export const pathFacts = [
  'Agent',
  'AgentRule',
  'McpServer',
  'Credential',
  'DestructiveCommand',
  'Pipeline',
  'Environment',
  'Workload',
  'DataStore',
  'Backup',
  'FailureDomain',
  'Guard',
  'Relation',
  'Binding',
] as const satisfies readonly FactKind[];

/** Types a check by what it runs on. */
export function defineCheck<K extends EntityKind>(check: Check<K>): Check<K> {
  return check;
}
