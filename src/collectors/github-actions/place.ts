import { at, type DataEntry, type DataNode, type Document, entries } from '../../model/document.ts';
import type { Trigger } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { Budget } from '../../recognize/pipeline/budget.ts';
import type { Gate } from '../../recognize/pipeline/job.ts';
import { textOf } from '../../recognize/workflow/step.ts';
import type { Case } from './cases.ts';
import type { Scope } from './expression.ts';

/** A job and all that surrounds it. */
export interface JobPlace {
  readonly document: Document;
  /** Whole workflow. */
  readonly root: DataNode;
  readonly entry: DataEntry;
  /** Ways in which the workflow is set off. */
  readonly cases: readonly Case[];
  readonly scope: Scope;
  /** Who calls it, for one that another workflow starts: part of its identity. */
  readonly caller: string | null;
  readonly callerGates: readonly Gate[];
  /** It is handed secrets by its caller. */
  readonly isArmedByCaller: boolean;
  /** The secrets it names are those of the repository: nothing between them and the job names them anew. */
  readonly hasOwnSecrets: boolean;
  readonly budget: Budget;
  readonly knowledge: Knowledge;
  /** Composite actions of the repository, by folder. */
  readonly actions: ReadonlyMap<string, { readonly document: Document; readonly root: DataNode }>;
}

/** Names of the jobs that a job waits for. */
export function neededBy(job: DataNode | undefined): readonly string[] {
  const needs = at(job, 'needs');
  return needs?.type === 'list' ? needs.items.map(textOf) : [textOf(needs)].filter(Boolean);
}

/** What a name stands for, where it can be one thing only. */
export function single(scope: Scope, name: string): string | undefined {
  const values = scope.get(name) ?? [];
  const [only] = values;
  return values.length === 1 && only !== undefined && !only.includes('${{') && !/inputs/.test(name)
    ? only
    : undefined;
}

/** The triggers of several ways to be set off, each once. */
export function triggersOf(cases: readonly Case[]): readonly Trigger[] {
  const hasAny = cases.some(({ trigger }) => trigger.startedBy === 'any-push');
  const found = new Map<string, Trigger>();
  for (const { trigger, isPartOfAny } of cases) {
    if (isPartOfAny !== true || !hasAny) found.set(trigger.name, trigger);
  }
  return [...found.values()];
}

/** A node as it is written. */
export function sourceOf(document: Document, node: DataNode | undefined): string {
  return node === undefined || !('text' in document)
    ? ''
    : document.text.slice(node.at.start, node.at.end);
}

/** Jobs of a workflow. */
export function jobEntries(root: DataNode | undefined): readonly DataEntry[] {
  return entries(at(root, 'jobs')).filter(({ value }) => value.type === 'map');
}
