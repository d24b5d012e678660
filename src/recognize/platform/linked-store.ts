import type { DataNode } from '../../model/document.ts';
import type { DataStore, EntityKey, Fact } from '../../model/fact.ts';
import { tierOfPath } from '../tier.ts';
import { edge, environmentFact, type Origin, storeFact } from './platform-facts.ts';

/** A store of a platform that a folder of the tree is linked to. */
export interface LinkedStore extends Pick<DataStore, 'product' | 'holds'> {
  readonly key: EntityKey;
  readonly name: string;
  /** What names it. */
  readonly node: DataNode;
}

/** The store that the command line of a platform works on here, and the stage that uses it where the path of the file says one. */
export function linkedStoreFacts(origin: Origin, linked: LinkedStore): readonly Fact[] {
  const { node, name, ...traits } = linked;
  const store = storeFact(origin, { id: '', name, at: node.at }, traits);
  const tier = tierOfPath(origin.file);
  if (tier === null) return [store];
  const environment = environmentFact(origin, tier, {
    id: 'environment',
    name: origin.file,
    at: node.at,
  });
  return [
    environment,
    store,
    edge('connects-to', environment, store, `${origin.file} names ${name}`, node.at),
  ];
}
