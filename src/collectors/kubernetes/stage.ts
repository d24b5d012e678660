import type { EntityKey, Environment, Tier } from '../../model/fact.ts';
import { entityKey } from '../../model/fact.ts';
import type { SourceRange } from '../../model/source.ts';
import { tierOf, tierOfPath } from '../../recognize/tier.ts';
import { base } from './facts.ts';
import type { Instance } from './instance.ts';
import type { KubeObject } from './object.ts';

/** The environment that an object is in: a namespace of one instance. */
export interface Stage {
  readonly key: EntityKey;
  /** `namespace shop of overlays/production`. */
  readonly name: string;
  readonly tier: Tier;
  readonly namespace: string | null;
  readonly at: SourceRange;
  readonly instance: Instance;
}

/** Clusters on the developer's own machine, as folders and namespaces are called after the tools that make them. */
const workshop =
  /(?:^|[/_.-])(?:kind|minikube|k3d|k3s-local|tilt|skaffold|devspace|docker-desktop|microk8s|rancher-desktop|localdev)(?:$|[/_.-])/i;

/** The stage of an object. Its namespace speaks first, then the overlays that lead to it, then what applies them. */
export function stageOf(object: KubeObject, instance: Instance): Stage {
  const namespace = object.namespace ?? instance.namespace;
  const overlay = object.trail.find((folder) => tierOfPath(`${folder}/x`) !== null) ?? null;
  const where = namespace ?? (overlay === null || overlay === instance.id ? '' : overlay);
  return {
    key: entityKey(`k8s:${instance.id}@${where}`),
    name: namespace === null ? instance.name : `namespace ${namespace} of ${instance.name}`,
    tier: tierFor(object, instance, namespace, overlay),
    namespace,
    at: object.at,
    instance,
  };
}

function tierFor(
  object: KubeObject,
  instance: Instance,
  namespace: string | null,
  overlay: string | null,
): Tier {
  const path = overlay === null ? instance.tier : tierOfPath(`${overlay}/x`);
  const own = namespace === null ? null : tierOf(namespace);
  const places = [...object.trail, instance.id, namespace ?? '', object.document.file];
  if (places.some((place) => workshop.test(place))) return 'development';
  if (own === null || path === null || own === path) return own ?? path ?? 'unknown';
  // A namespace for trials in a folder of production is one for trials; so is a folder for trials that calls its namespace production.
  return own === 'production' ? path : own;
}

/** A stage whose data is there to be thrown away. */
export function isThrowAway({ tier }: Stage): boolean {
  return tier === 'development' || tier === 'preview';
}

/** The environment of a stage. */
export function environmentFact(stage: Stage): Environment {
  return {
    ...base(stage.key, stage.name, stage.at, 'high'),
    kind: 'Environment',
    tier: stage.tier,
  };
}

/** Where a stage decides something: in its own overlay where that only takes up what others take up too, else where it is written. */
export function decidedAt(object: KubeObject, stage: Stage, written: SourceRange): SourceRange {
  const { at } = stage.instance;
  return at !== undefined && object.trail.length > 1 && written.file !== at.file ? at : written;
}

/** A key of this stage alone. */
export function keyIn(stage: Stage, rest: string): EntityKey {
  return entityKey(`${stage.key}#${rest}`);
}
