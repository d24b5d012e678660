import type { Document } from '../../model/document.ts';
import type { DataStore, Environment, Fact } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import { edge, environmentFact, type Origin } from '../../recognize/platform/platform-facts.ts';
import { tierOf } from '../../recognize/tier.ts';
import { headOf, type ProjectPlan } from './project-program.ts';
import { serviceFacts } from './project-services.ts';
import { declaredStore, placedIn, projectDomain } from './project-stores.ts';
import type { Made } from './project-variables.ts';

/** Where a plan comes from. */
export interface PlanSource {
  readonly main: Document;
  readonly documents: readonly Document[];
  /** `null`: it is the same in all of them. */
  readonly environment: string | null;
  readonly knowledge: Knowledge;
}

/** Stores, services and commands of a project in one environment. Each environment has an instance of every store, with data of its own. */
export function planFacts(plan: ProjectPlan, source: PlanSource): readonly Fact[] {
  const { main, environment } = source;
  const origin = { collector: 'railway-project', provider: 'railway', file: main.file };
  const project = projectDomain(origin, plan.name, plan.at);
  const inside = environment === null ? null : stageFact(origin, plan, environment);
  const stores = plan.resources.flatMap((made): readonly Made[] => {
    const { kind, engine, name } = made;
    if (kind === 'service') return [];
    const declared = { kind, engine, name, at: headOf(made), environment };
    return [{ ...made, store: declaredStore(origin, declared) }];
  });
  const suffix = environment === null ? '' : `@${environment}`;
  const site = { ...source, origin, suffix, inside, stores };
  return [
    project,
    ...(inside === null ? [] : [inside]),
    ...stores.flatMap(({ store }) => [...placedIn(store, project), ...stageEdges(store, inside)]),
    ...plan.resources
      .filter(({ kind }) => kind === 'service')
      .flatMap((service) => serviceFacts(service, site)),
  ];
}

function stageFact(origin: Origin, { at }: ProjectPlan, name: string): Environment {
  return environmentFact(origin, tierOf(name) ?? 'unknown', {
    id: `environment/${name}`,
    name,
    at,
  });
}

function stageEdges(store: DataStore, stage: Environment | null): readonly Fact[] {
  if (stage === null) return [];
  const because = `${store.at.file} declares it for ${stage.name}`;
  return [edge('connects-to', stage, store, because, store.at)];
}
