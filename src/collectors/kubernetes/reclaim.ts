import type { DataNode } from '../../model/document.ts';
import { at } from '../../model/document.ts';
import type { SourceRange } from '../../model/source.ts';
import { byDefault, unknown, type Value, written } from '../../model/value.ts';
import type { Catalogue, Found } from './catalogue.ts';
import { text } from './object.ts';

const docs = 'https://kubernetes.io/docs/concepts/storage';

/** Whether a volume stays when its claim goes, as its class says. A class that the tree does not declare says nothing. */
export function keptByClass(
  name: string | null,
  catalogue: Catalogue,
  place: SourceRange,
): Value<boolean> {
  if (name === null || name === '') return unknown('external', place);
  const classes = catalogue.all('StorageClass', name).map(({ object }) => object);
  const [first] = classes;
  if (first === undefined) return unknown('external', place);
  const policies = new Set(classes.map(({ node }) => text(node, 'reclaimPolicy')));
  if (policies.size > 1) return unknown('external', place);
  const node = at(first.node, 'reclaimPolicy');
  return node === undefined
    ? byDefault(false, first.at, `${docs}/storage-classes/#reclaim-policy`)
    : keptBy(node);
}

/**
 * Whether the real thing behind a volume that somebody made by hand stays when its claim goes.
 * @see https://kubernetes.io/docs/concepts/storage/persistent-volumes/#reclaiming (read 2026-11-21)
 */
export function keptByVolume({ object }: Found): Value<boolean> {
  const node = at(object.node, 'spec', 'persistentVolumeReclaimPolicy');
  return node === undefined
    ? byDefault(true, object.at, `${docs}/persistent-volumes/#reclaim-policy`)
    : keptBy(node);
}

function keptBy(node: DataNode): Value<boolean> {
  const policy = node.type === 'scalar' ? node.text : null;
  if (policy === 'Retain') return written(true, node.at);
  return policy === 'Delete' || policy === 'Recycle'
    ? written(false, node.at)
    : unknown('interpolated', node.at);
}
