import { entityKey, type Fact } from '../../model/fact.ts';
import type { Resource } from '../../model/resource.ts';
import { unknown } from '../../model/value.ts';
import { backupFacts } from './resource-facts.ts';

/** A bucket that copies lie in. */
export interface CopyBucket {
  /** Whatever takes the stack away empties it first. */
  readonly isForced: boolean;
  /** What protects its objects, as facts about the bucket. */
  readonly guards: readonly Fact[];
}

/** Copies of something lie in a bucket, as its name says; of what cannot be told. */
export function copiesIn(
  resource: Resource,
  provider: string,
  { isForced, guards }: CopyBucket,
): readonly Fact[] {
  const facts = backupFacts(resource, provider, {
    id: 'copies',
    name: `copies in ${resource.name}`,
    at: resource.at,
    method: 'dump',
    retentionDays: unknown('external', resource.at),
    survivesSourceDeletion: unknown('external', resource.at),
    of: [],
    because: '',
  });
  const copies = entityKey(`${resource.key}/copies`);
  return [
    ...facts.filter(
      (fact) => isForced || fact.kind !== 'Relation' || fact.to !== resource.stack.key,
    ),
    {
      kind: 'Relation',
      rel: 'placed-in',
      from: copies,
      to: resource.key,
      actions: [],
      because: `${resource.name} is called what copies are kept in`,
      at: resource.at,
      confidence: 'medium',
    },
    ...guards.filter((fact) => fact.kind === 'Relation').map((fact) => ({ ...fact, from: copies })),
  ];
}
