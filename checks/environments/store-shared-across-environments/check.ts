import { defineCheck } from '../../../src/model/check.ts';
import type { DataStore, Environment, Relation, Workload } from '../../../src/model/fact.ts';
import type { Severity } from '../../../src/model/finding.ts';
import type { RiskGraph } from '../../../src/model/graph.ts';
import type { Location } from '../../../src/model/source.ts';
import { known } from '../../../src/model/value.ts';

export const check = defineCheck({
  id: 'store-shared-across-environments',
  title: 'Production shares a data store with another environment',
  severity: 'high',
  since: '0.1.0',
  on: 'DataStore',
  needs: ['DataStore', 'Environment', 'Workload', 'Relation', 'Binding'],
  why: 'Work that is meant to be harmless there reads, changes or deletes production data.',
  fix: 'Give each environment a data store of its own, and keep production credentials out of the others.',
  accept: 'When the other environment is read-only by its database role, not by convention.',
  references: ['https://docs.railway.com/reference/environments', 'https://12factor.net/config'],

  *run(store, graph) {
    if (known(store.disposable) === true) return;
    const uses = [...graph.edgesInto(store, 'connects-to'), ...graph.edgesInto(store, 'mounts')]
      .map((edge) => useOf(graph, edge))
      .filter((use) => use !== undefined);
    const production = uses.find((use) => use.environment.tier === 'production');
    const others = uses.filter((use) => isOther(use.environment));
    const [first] = others;
    if (production === undefined || first === undefined) return;
    yield {
      at: first.edge.at,
      label: isSaid(store) ? 'the sentence' : `the ${first.environment.tier} side`,
      what: isSaid(store)
        ? `${first.environment.tier} appears to use ${store.name}: ${first.edge.because}.`
        : `${name(first)} and ${name(production)} use the same ${store.holds} "${store.name}": ${first.edge.because}.`,
      ...severityOf(store, others),
      confidence: first.edge.confidence,
      subjects: [store, first.environment, production.environment],
      fix: isSaid(store)
        ? `Give ${first.environment.tier} a ${store.holds} of its own, or correct the sentence where it is no longer true.`
        : `Point ${first.workload === undefined ? first.edge.at.file : `"${first.workload.name}" (${first.edge.at.file})`} at a ${store.holds} of its own.`,
      related: [
        ...(isSaid(store) ? [] : [{ ...production.edge.at, label: 'the production side' }]),
        ...ownerOf(first),
        ...ownerOf(production),
        ...others
          .slice(1)
          .map((use) => ({ ...use.edge.at, label: `also ${use.environment.tier}` })),
      ],
    };
  },
});

/** Nothing but a sentence tells of it. */
function isSaid(store: DataStore): boolean {
  return store.implied && store.confidence === 'low';
}

/** A preview of each change on production data is the default of several platforms, and a smaller surprise than a stage of its own. */
function severityOf(store: DataStore, others: readonly Use[]): { readonly severity?: Severity } {
  if (isSaid(store)) return { severity: 'low' };
  return others.every((use) => use.environment.tier === 'preview') ? { severity: 'medium' } : {};
}

interface Use {
  readonly edge: Relation;
  readonly environment: Environment;
  /** What uses it there, where the environment does not name the store itself. */
  readonly workload: Workload | undefined;
}

function useOf(graph: RiskGraph, edge: Relation): Use | undefined {
  const source = graph.entity(edge.from);
  if (source?.kind === 'Environment') return { edge, environment: source, workload: undefined };
  if (source?.kind !== 'Workload') return undefined;
  const environment = graph.from(source, 'in', 'Environment')[0];
  return environment === undefined ? undefined : { edge, environment, workload: source };
}

function ownerOf({ workload, environment }: Use): readonly Location[] {
  return workload === undefined
    ? []
    : [{ ...workload.at, label: `what uses it in ${environment.tier}` }];
}

/** Environments known to be something else than production; an unknown one proves nothing. */
function isOther(environment: Environment): boolean {
  return (
    environment.tier === 'staging' ||
    environment.tier === 'development' ||
    environment.tier === 'preview'
  );
}

function name({ environment, edge, workload }: Use): string {
  const who = workload === undefined ? edge.at.file : `${edge.at.file}, "${workload.name}"`;
  return `${environment.tier} (${who})`;
}
