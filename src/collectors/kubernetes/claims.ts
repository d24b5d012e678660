import { at, type DataNode, entries, items, type MapNode } from '../../model/document.ts';
import { nodesAt } from './made-nodes.ts';
import { type KubeObject, objectOf, text } from './object.ts';

/** What Crossplane's compositions of a tree make of claims. */
export interface Compositions {
  /** Objects that stand for the things that a claim has made; none for any other object. */
  readonly madeBy: (object: KubeObject) => readonly KubeObject[];
}

const group = 'apiextensions.crossplane.io';
const maxParts = 200;
/** Things that all claims of a tree make together. */
const maxMade = 20_000;
const maxPath = 500;

/** The compositions among the objects of a tree, and the kinds that claim them. */
export function compositionsOf(objects: readonly KubeObject[]): Compositions {
  const ours = objects.filter((object) => object.group === group);
  const compositions = ours.filter(({ kind }) => kind === 'Composition');
  const kinds = kindsOf(ours.filter(({ kind }) => kind === 'CompositeResourceDefinition'));
  let left = maxMade;
  return {
    madeBy: (claim) => {
      const composite = kinds.get(`${claim.group}/${claim.kind}`);
      if (composite === undefined || compositions.length === 0) return [];
      const made = compositions.filter(({ node }) => compositeOf(node) === composite);
      const composition = chosen(claim, made);
      if (composition === undefined || left <= 0) return [];
      const parts = partsOf(composition, claim);
      left -= parts.length;
      return parts;
    },
  };
}

/** Kinds of claims and of composites, each with the composite that it leads to. */
function kindsOf(definitions: readonly KubeObject[]): ReadonlyMap<string, string> {
  return new Map(
    definitions.flatMap(({ node }) => {
      const owner = text(node, 'spec', 'group') ?? '';
      const composite = `${owner}/${text(node, 'spec', 'names', 'kind') ?? ''}`;
      const claim = text(node, 'spec', 'claimNames', 'kind');
      const pairs: (readonly [string, string])[] = [[composite, composite]];
      return claim === null ? pairs : [...pairs, [`${owner}/${claim}`, composite] as const];
    }),
  );
}

function compositeOf(composition: DataNode): string {
  const version = text(composition, 'spec', 'compositeTypeRef', 'apiVersion') ?? '';
  return `${version.split('/')[0] ?? ''}/${text(composition, 'spec', 'compositeTypeRef', 'kind') ?? ''}`;
}

/** The one that a claim names or selects, or the only one. */
function chosen({ node }: KubeObject, all: readonly KubeObject[]): KubeObject | undefined {
  // Since version 2 what concerns Crossplane itself is written apart.
  const own = at(node, 'spec', 'crossplane') ?? at(node, 'spec');
  const name = text(own, 'compositionRef', 'name');
  if (name !== null) return all.find((one) => one.name === name);
  const labels = entries(at(own, 'compositionSelector', 'matchLabels'));
  const fitting = all.filter((one) =>
    labels.every(({ key, value }) => text(at(one.node, 'metadata', 'labels', key)) === text(value)),
  );
  return fitting.length === 1 ? fitting[0] : undefined;
}

/** The parts of a composition as this claim has them made, at the place of the claim. */
function partsOf(composition: KubeObject, claim: KubeObject): readonly KubeObject[] {
  const spec = at(composition.node, 'spec');
  const steps = items(at(spec, 'pipeline')).map((step) => at(step, 'input'));
  return [spec, ...steps].flatMap((owner) =>
    items(at(owner, 'resources'))
      .slice(0, maxParts)
      .flatMap((part, position) => {
        const base = at(part, 'base');
        if (base?.type !== 'map') return [];
        const patches = items(at(part, 'patches')).flatMap((patch) => patchesIn(patch, owner));
        const name = `${claim.name}-${text(part, 'name') ?? position}`;
        let whole: MapNode = base;
        for (const patch of patches) whole = patched(whole, patch, claim);
        const node = named(whole, name);
        const made = objectOf(node, composition.document);
        const { namespace, document, trail } = claim;
        return made === null ? [] : [{ ...made, at: claim.at, namespace, document, trail }];
      }),
  );
}

/** A patch, or those of the set that it names. */
function patchesIn(patch: DataNode, owner: DataNode | undefined): readonly DataNode[] {
  if (text(patch, 'type') !== 'PatchSet') return [patch];
  const name = text(patch, 'patchSetName');
  const set = items(at(owner, 'patchSets')).find((one) => text(one, 'name') === name);
  return items(at(set, 'patches'));
}

/** Parts need no name of their own in a composition. */
function named(map: MapNode, name: string): MapNode {
  const { scalar, mapOf } = nodesAt(map.at);
  const metadata = mapOf(entries(at(map, 'metadata')));
  return withEntry(map, 'metadata', withEntry(metadata, 'name', scalar(name)));
}

/** A field of the claim takes the place of one of the part. What is computed on the way nobody can know. */
function patched(map: MapNode, patch: DataNode, claim: KubeObject): MapNode {
  const type = text(patch, 'type') ?? 'FromCompositeFieldPath';
  const from = text(patch, 'fromFieldPath');
  const to = text(patch, 'toFieldPath') ?? from;
  if (to === null || to.length > maxPath || (from ?? '').length > maxPath) return map;
  if (!/^(?:From|Combine)/.test(type) || type.includes('Environment')) return map;
  const isPlain = type === 'FromCompositeFieldPath' && at(patch, 'transforms') === undefined;
  const found = from === null ? undefined : at(claim.node, ...from.split('.'));
  const value: DataNode =
    isPlain && found !== undefined ? found : { type: 'expr', text: '', refs: [], at: patch.at };
  return put(map, to.split('.'), value);
}

/** Steps into a list are not followed: then the whole list is unknown. */
function put(map: MapNode, [first = '', ...rest]: readonly string[], value: DataNode): MapNode {
  const name = first.replace(/\[.*$/, '');
  if (rest.length === 0 && name === first) return withEntry(map, name, value);
  const inner = at(map, name);
  if (name !== first) {
    return withEntry(map, name, { type: 'expr', text: '', refs: [], at: value.at });
  }
  const next: MapNode = inner?.type === 'map' ? inner : { type: 'map', entries: [], at: value.at };
  return withEntry(map, name, put(next, rest, value));
}

function withEntry(map: MapNode, key: string, value: DataNode): MapNode {
  const others = map.entries.filter((entry) => entry.key !== key);
  return { ...map, entries: [...others, { key, keyAt: value.at, labels: [], value }] };
}
