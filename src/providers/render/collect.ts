import { at, type DataDocument } from '../../model/document.ts';
import type { DataStore, EntityKey, Environment, Fact, Tier } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { Collect } from '../../model/plugin.ts';
import { factsOfVariable } from '../../recognize/credential/variable.ts';
import { deployCommands } from '../../recognize/platform/deploy-commands.ts';
import {
  edge,
  environmentFact,
  type Origin,
  workloadFact,
} from '../../recognize/platform/platform-facts.ts';
import { tierOf } from '../../recognize/tier.ts';
import {
  hasPreviews,
  isBlueprint,
  type Part,
  type Scope,
  scopesOf,
  stagesOf,
  type Wire,
  wiresOf,
} from './blueprint.ts';
import { cacheFacts, databaseFacts, diskFacts, dumpFacts, isCache } from './stores.ts';

/** Facts of a blueprint: its databases, caches and disks, what runs, and which stage uses what. */
export const collect: Collect = (unit, knowledge) =>
  unit.documents.flatMap((document) => {
    if (document.shape !== 'data' || !isBlueprint(document)) return [];
    const origin = { collector: 'render-blueprint', provider: 'render', file: document.file };
    return scopesOf(document).flatMap((scope) =>
      scopeFacts(scope, { origin, document, knowledge }),
    );
  });

interface Around {
  readonly origin: Origin;
  readonly document: DataDocument;
  readonly knowledge: Knowledge;
}

/** A scope while its facts are made. */
interface Site extends Around {
  readonly scope: Scope;
  readonly stage: (service: Part) => Tier;
  readonly stores: ReadonlyMap<string, DataStore>;
}

function scopeFacts(scope: Scope, around: Around): readonly Fact[] {
  const { origin } = around;
  const stores = new Map<string, DataStore>();
  const facts: Fact[] = [];
  for (const database of scope.databases) {
    const made = databaseFacts(origin, scope.id, database);
    stores.set(`database/${database.name}`, made.store);
    facts.push(...made.facts, ...ownStage(origin, scope, database, made.store));
  }
  for (const service of scope.services.filter(isCache)) {
    const made = cacheFacts(origin, scope.id, service);
    stores.set(`service/${service.name}`, made.store);
    facts.push(...made.facts);
  }
  const site: Site = { ...around, scope, stage: stagesOf(scope), stores };
  for (const service of scope.services) {
    if (!isCache(service)) facts.push(...serviceFacts(service, site));
  }
  return facts;
}

/** The stage that a database is of by its environment, or by its own name: `databaseName: shop_production`. */
function ownStage(
  origin: Origin,
  scope: Scope,
  { name, nameAt, node }: Part,
  store: DataStore,
): readonly Fact[] {
  if (scope.environment !== null) {
    const environment = environmentOf(origin, scope, tierOf(scope.environment.name) ?? 'unknown');
    const because = `${scope.environment.name} of ${origin.file} declares it`;
    return [environment, edge('connects-to', environment, store, because, nameAt)];
  }
  const inner = at(node, 'databaseName');
  const says = [{ text: name, at: nameAt }, ...(inner?.type === 'scalar' ? [inner] : [])].find(
    (candidate) => tierOf(candidate.text) !== null,
  );
  const tier = says === undefined ? null : tierOf(says.text);
  if (says === undefined || tier === null) return [];
  const environment = environmentOf(origin, scope, tier);
  const because = `the name ${says.text} says ${tier}`;
  return [environment, edge('connects-to', environment, store, because, says.at, 'medium')];
}

function environmentOf(origin: Origin, scope: Scope, tier: Tier, part?: Part): Environment {
  if (scope.environment !== null) {
    const { name, nameAt } = scope.environment;
    return environmentFact(origin, tier, { id: `environment/${scope.id}`, name, at: nameAt });
  }
  const place = part?.nameAt ?? { file: origin.file, start: 0, end: 0 };
  return environmentFact(origin, tier, {
    id: `environment/${tier}`,
    name: `${tier} of ${origin.file}`,
    at: place,
    implied: part === undefined,
    confidence: 'medium',
  });
}

function serviceFacts(service: Part, site: Site): readonly Fact[] {
  const { origin, scope, knowledge } = site;
  const { name, node, nameAt } = service;
  const type = at(node, 'type');
  const environment = environmentOf(origin, scope, site.stage(service), service);
  const product = `render-${type?.type === 'scalar' ? type.text : 'service'}`;
  const workload = workloadFact(origin, product, {
    id: `${scope.id}service/${name}`,
    name,
    at: nameAt,
  });
  const variables = new Map<string, EntityKey>();
  const facts: Fact[] = [
    environment,
    workload,
    edge('in', workload, environment, `${name} is its service`, nameAt),
  ];
  const wires = wiresOf(node, scope.groups);
  facts.push(...previewFacts(wires, service, site));
  for (const wire of wires) {
    facts.push(...wireFacts(wire, service, site, environment));
    const store = storeOf(wire, site);
    if (store === undefined) continue;
    variables.set(wire.variable, store.key);
    const because = `${name} takes ${wire.variable} from "${store.name}"`;
    facts.push(edge('connects-to', workload, store, because, wire.at));
  }
  facts.push(
    ...diskFacts(origin, scope.id, service, workload),
    ...dumpFacts(origin, scope.id, service, new Set(variables.values())),
  );
  for (const key of ['buildCommand', 'preDeployCommand', 'startCommand', 'dockerCommand']) {
    const line = {
      node: at(node, key),
      id: `${scope.id}${name}/${key}`,
      invocations: [`render deploys create ${name}`],
      variables,
    };
    facts.push(...deployCommands(origin, line, knowledge));
  }
  return facts;
}

/** What previews of a service are given: every value that is written out, unless there is one for them. Databases of the file are made anew. */
function previewFacts(wires: readonly Wire[], service: Part, site: Site): readonly Fact[] {
  if (!hasPreviews(site.document, service.node)) return [];
  const preview = environmentFact(site.origin, 'preview', {
    id: `${site.scope.id}previews/${service.name}`,
    name: `previews of ${service.name}`,
    at: service.nameAt,
    implied: true,
  });
  const facts = wires
    .flatMap((wire) =>
      wireFacts({ ...wire, value: wire.previewValue ?? wire.value }, service, site, preview),
    )
    // Keys are the service's own whoever else is given them.
    .filter(
      (fact) =>
        fact.kind === 'DataStore' || (fact.kind === 'Relation' && fact.rel === 'connects-to'),
    );
  return facts.length === 0 ? [] : [preview, ...facts];
}

function storeOf({ from }: Wire, { stores }: Site): DataStore | undefined {
  return from === null ? undefined : stores.get(`${from.kind}/${from.name}`);
}

/** What a value that is written out holds: an address of another platform's database, a key. */
function wireFacts(
  { variable, keyAt, value, from }: Wire,
  service: Part,
  { origin, document, knowledge }: Site,
  environment: Environment,
): readonly Fact[] {
  if (from !== null || (value?.type !== 'scalar' && value?.type !== 'expr')) return [];
  const facts = factsOfVariable(
    {
      name: variable,
      value,
      keyAt,
      document,
      environment: environment.key,
      collector: origin.collector,
      comment: service.name,
    },
    knowledge,
  );
  // What a service's variables hold is bound to nothing here: a command that runs beside the file does not see them.
  return facts.filter(({ kind }) => kind !== 'Binding');
}
