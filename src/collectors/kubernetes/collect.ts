import { at, type DataDocument, entries } from '../../model/document.ts';
import type { Confidence, EntityKey, Fact, FailureDomain } from '../../model/fact.ts';
import { weaker } from '../../model/finding.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { Collect } from '../../model/plugin.ts';
import { backupFacts, type Copier, copiersOf, type Source } from './backup-facts.ts';
import { type Catalogue, catalogueOf } from './catalogue.ts';
import { type Compositions, compositionsOf } from './claims.ts';
import { base } from './facts.ts';
import { type Instance, instancesOf } from './instance.ts';
import { loginFacts } from './login-facts.ts';
import { type Managed, managedFacts } from './managed-resources.ts';
import { type KubeObject, text } from './object.ts';
import {
  aimedAt,
  type Everywhere,
  everywhereOf,
  type Operated,
  operatorFacts,
} from './operator-facts.ts';
import { type Place, placeOf } from './place.ts';
import { type Mount, type Pod, podOf } from './pod.ts';
import { snapshotFacts } from './snapshot-facts.ts';
import { environmentFact, type Stage, stageOf } from './stage.ts';
import { type Keeper, keeperFacts, keeperOf, namespaceKey, userFacts } from './store-facts.ts';

/** Facts of all Kubernetes objects of a tree, once for each overlay, folder and stage that they stand for. */
export const collect: Collect = (unit, knowledge) => {
  const documents = unit.documents.filter(
    (document): document is DataDocument => document.shape === 'data',
  );
  const instances = instancesOf(documents);
  const catalogue = catalogueOf(instances);
  const compositions = compositionsOf(instances.flatMap(({ objects }) => objects));
  const surveys = instances.map((instance) =>
    surveyOf(instance, { catalogue, compositions, knowledge }),
  );
  const everywhere = everywhereOf(surveys.flatMap(({ sources }) => sources));
  const uses = sharedUses(surveys.flatMap((survey) => usesOf(survey, catalogue)));
  return surveys.flatMap((survey) =>
    factsOf(survey, uses.get(survey.instance) ?? [], everywhere, catalogue, knowledge),
  );
};

/** An object with what is known of it before anything is concluded. */
interface Placed {
  readonly object: KubeObject;
  readonly stage: Stage;
  readonly pod: Pod | null;
}

/** What one instance keeps and copies. */
interface Survey {
  readonly instance: Instance;
  readonly placed: readonly Placed[];
  readonly keepers: readonly Keeper[];
  readonly operators: readonly Operated[];
  readonly managed: readonly Managed[];
  readonly copiers: readonly Copier[];
  readonly sources: readonly Source[];
}

/** What is known of the whole tree. */
interface Surroundings {
  readonly catalogue: Catalogue;
  readonly compositions: Compositions;
  readonly knowledge: Knowledge;
}

function surveyOf(
  instance: Instance,
  { catalogue, compositions, knowledge }: Surroundings,
): Survey {
  const stages = new Map<EntityKey, Stage>();
  const placed = instance.objects.map((object) => ({
    object,
    stage: sameStage(stageOf(object, instance), stages),
    pod: podOf(object),
  }));
  const pods = placed.flatMap(({ pod, stage }) => (pod === null ? [] : [{ pod, stage }]));
  const keepers = pods.flatMap(({ pod, stage }) => keeperOf(pod, stage, catalogue) ?? []);
  const operators = operatorFacts(placed, knowledge);
  const claimed = placed.flatMap(({ object, stage }) =>
    compositions.madeBy(object).map((made) => ({ object: made, stage })),
  );
  return {
    instance,
    placed,
    keepers,
    operators,
    managed: managedFacts([...placed, ...claimed], knowledge),
    copiers: pods.flatMap(({ pod, stage }) => copiersOf(pod, stage, catalogue)),
    sources: [
      ...keepers.map((keeper) => sourceOf(keeper, instance, catalogue)),
      ...operators.flatMap((operated) => operated.sources),
    ],
  };
}

/** One stage for all objects that are in it: a large tree has tens of thousands. */
function sameStage(stage: Stage, stages: Map<EntityKey, Stage>): Stage {
  const first = stages.get(stage.key);
  if (first !== undefined && first.tier === stage.tier) return first;
  if (first === undefined) stages.set(stage.key, stage);
  return stage;
}

function factsOf(
  survey: Survey,
  uses: readonly Use[],
  everywhere: Everywhere,
  catalogue: Catalogue,
  knowledge: Knowledge,
): readonly Fact[] {
  const { instance, placed, keepers, operators, managed, copiers, sources } = survey;
  const copied = new Set([
    ...copiers.map(({ stage }) => stage.key),
    ...operators.filter(({ facts }) => facts.some(isBackup)).map(({ stage }) => stage.key),
  ]);
  // What nothing applies and nobody copies is a sample as often as a cluster.
  const confidence = (stage: Stage): Confidence =>
    stage.tier !== 'unknown' || instance.isDeployed || copied.has(stage.key) ? 'high' : 'low';
  const places = placesOf(keepers);
  const facts = [
    ...keepers.flatMap((keeper) => keeperFacts(keeper, confidence(keeper.stage))),
    ...operators.flatMap((operated) =>
      aimedAt(everywhere, operated).map((fact) => capped(fact, confidence(operated.stage))),
    ),
    ...managed.flatMap(({ stage, facts: made }) =>
      made.map((fact) => capped(fact, confidence(stage))),
    ),
    ...copiers.flatMap((copier, index) =>
      backupFacts(copier, index, sources, catalogue, confidence(copier.stage)),
    ),
    ...uses.flatMap(({ pod, stage, place, mount, product }) =>
      userFacts(pod, product, place, mount, stage, confidence(stage)),
    ),
    ...placed.flatMap(({ object, stage }) =>
      object.kind === 'VolumeSnapshot'
        ? snapshotFacts(object, stage, places, catalogue, confidence(stage))
        : [],
    ),
    ...placed.flatMap(({ object, pod, stage }) => loginFacts(object, pod, stage, knowledge)),
  ];
  return facts.length === 0 ? [] : [...stageFacts(placed, facts), ...facts];
}

function isBackup({ kind }: Fact): boolean {
  return kind === 'Backup';
}

function capped(fact: Fact, confidence: Confidence): Fact {
  return fact.kind === 'Binding'
    ? fact
    : { ...fact, confidence: weaker(fact.confidence, confidence) };
}

/** A database under the names that others of its namespace reach it by: its own, and those of services that lead to its pods. */
function sourceOf(keeper: Keeper, instance: Instance, catalogue: Catalogue): Source {
  const { object } = keeper.pod;
  const labels = new Map(
    entries(at(object.node, 'spec', 'template', 'metadata', 'labels')).map(({ key, value }) => [
      key,
      text(value),
    ]),
  );
  const services = catalogue.ofKind('Service', instance).filter(({ node }) => {
    const wanted = entries(at(node, 'spec', 'selector'));
    return wanted.length > 0 && wanted.every(({ key, value }) => labels.get(key) === text(value));
  });
  const names = new Set([object, ...services].flatMap((one) => one.names));
  return {
    key: keeper.key,
    name: `${keeper.engine.title} "${object.name}"`,
    product: keeper.engine.product,
    isHost: (host) => names.has(host),
    workload: `${object.kind}/${object.name}`,
    place: keeper.place,
    stage: keeper.stage,
  };
}

/** Places of databases by the claim that leads there. */
function placesOf(keepers: readonly Keeper[]): ReadonlyMap<string, Place> {
  return new Map(
    keepers.map(({ stage, place }) => [`${stage.key} ${place.claim ?? ''}`, place] as const),
  );
}

/** A workload that writes to a place which has a name of its own. */
interface Use {
  readonly instance: Instance;
  readonly pod: Pod;
  readonly stage: Stage;
  readonly place: Place;
  readonly mount: Mount;
  readonly product: string;
}

function usesOf({ instance, placed }: Survey, catalogue: Catalogue): readonly Use[] {
  return placed.flatMap(({ pod, stage }) =>
    (pod?.containers ?? []).flatMap((container) =>
      container.mounts.flatMap((mount) => {
        const place =
          pod === null || mount.readOnly ? null : placeOf(mount, { pod, stage, catalogue });
        return pod === null || place === null || place.aliases.length === 0
          ? []
          : [{ instance, pod, stage, place, mount, product: container.image }];
      }),
    ),
  );
}

/** The uses of places that more than one stage writes to: the others say nothing that a reader needs. */
function sharedUses(uses: readonly Use[]): ReadonlyMap<Instance, readonly Use[]> {
  const stages = new Map<EntityKey, Set<EntityKey>>();
  for (const { place, stage } of uses) {
    for (const alias of place.aliases) {
      const known = stages.get(alias);
      if (known === undefined) stages.set(alias, new Set([stage.key]));
      else known.add(stage.key);
    }
  }
  const found = new Map<Instance, Use[]>();
  for (const use of uses) {
    if (!use.place.aliases.some((alias) => (stages.get(alias)?.size ?? 0) > 1)) continue;
    const list = found.get(use.instance);
    if (list === undefined) found.set(use.instance, [use]);
    else list.push(use);
  }
  return found;
}

/** The environments that facts speak of, and the namespace that each of them is. */
function stageFacts(placed: readonly Placed[], facts: readonly Fact[]): readonly Fact[] {
  const meant = new Set(
    facts.flatMap((fact) => (fact.kind === 'Relation' ? [fact.from, fact.to] : [])),
  );
  const stages = new Map<EntityKey, Stage>();
  for (const { stage } of placed) if (!stages.has(stage.key)) stages.set(stage.key, stage);
  return [...stages.values()].flatMap((stage) => {
    const namespace: FailureDomain = {
      ...base(namespaceKey(stage), stage.name, stage.at, 'high'),
      kind: 'FailureDomain',
      implied: true,
      level: 'stack',
    };
    const isStage = meant.has(stage.key);
    return [
      ...(isStage ? [environmentFact(stage)] : []),
      ...(meant.has(namespace.key) ? [namespace] : []),
    ];
  });
}
