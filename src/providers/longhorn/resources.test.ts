import { describe, expect, it } from 'vitest';
import { ofKind, relationsOf } from '../../../test/facts-of-kind.ts';
import { kubernetesFacts, postgres } from '../../../test/kubernetes-facts.ts';
import { known } from '../../model/value.ts';

const claim = (className: string) =>
  `apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: {name: data}\nspec: {${className}}\n`;

const job = (spec: string) =>
  `apiVersion: longhorn.io/v1beta2\nkind: RecurringJob\nmetadata: {name: nightly, namespace: longhorn-system}\nspec: ${spec}\n`;

/** Each copy with what it is of, and whether it outlives that. */
function copies(spec: string, className = 'storageClassName: longhorn'): readonly string[] {
  const facts = kubernetesFacts({
    'system/job.yaml': job(spec),
    'apps/shop/db.yaml': postgres('data'),
    'apps/shop/claim.yaml': claim(className),
  });
  const names = new Map(ofKind(facts, 'DataStore').map(({ key, name }) => [key, name]));
  const relations = relationsOf(facts, 'backs-up');
  return ofKind(facts, 'Backup').map(({ key, name, survivesSourceDeletion: value }) => {
    const of = relations.filter(({ from }) => from === key).map(({ to }) => names.get(to));
    return `${name} of ${of.join() || 'nothing'}: ${known(value)}`;
  });
}

describe('recurring jobs of Longhorn', () => {
  it.each<[string, readonly string[]]>([
    [
      '{task: backup, groups: [default], retain: 7}',
      ['recurring Longhorn backups of nightly of PostgreSQL "db" of apps/shop: true'],
    ],
    [
      '{task: snapshot, groups: [default], retain: 7}',
      ['recurring Longhorn snapshots of nightly of PostgreSQL "db" of apps/shop: false'],
    ],
    ['{task: backup, groups: [weekly]}', []],
    ['{task: backup}', []],
    ['{task: snapshot-cleanup, groups: [default]}', []],
    ['{task: filesystem-trim, groups: [default]}', []],
    ['{groups: [default]}', []],
  ])('%s', (spec, expected) => {
    expect(copies(spec)).toEqual(expected);
  });

  it.each<[string, string]>([
    ['storageClassName: longhorn-fast', 'PostgreSQL "db" of apps/shop'],
    ['storageClassName: ceph-block', 'nothing'],
    ['storageClassName: longhornish', 'nothing'],
    // The cluster's default class is not in the tree.
    ['accessModes: [ReadWriteOnce]', 'nothing'],
  ])('claims with %s', (className, expected) => {
    expect(copies('{task: snapshot, groups: [default]}', className)).toEqual([
      `recurring Longhorn snapshots of nightly of ${expected}: false`,
    ]);
  });
});
