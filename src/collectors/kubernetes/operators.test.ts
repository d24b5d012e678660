import { describe, expect, it } from 'vitest';
import { ofKind, relationsOf } from '../../../test/facts-of-kind.ts';
import { kubernetesFacts, postgres } from '../../../test/kubernetes-facts.ts';
import { known } from '../../model/value.ts';

function object(type: string, name: string, spec: string, metadata = ''): string {
  const [group = '', kind = ''] = type.split('#');
  return `apiVersion: ${group}\nkind: ${kind}\nmetadata: {name: ${name}${metadata}}\nspec: ${spec}\n---\n`;
}

/** Each copy with whether it outlives its store: `true`, `false`, `undefined`. */
function copies(...objects: readonly string[]): readonly string[] {
  const facts = kubernetesFacts({ 'k8s/prod/all.yaml': objects.join('') });
  const backed = new Set(relationsOf(facts, 'backs-up').map(({ from }) => from));
  return ofKind(facts, 'Backup').map(
    ({ key, name, survivesSourceDeletion: value }) =>
      `${name}: ${known(value)}${backed.has(key) ? '' : ', of nothing'}`,
  );
}

const cnpg = (spec: string) => object('postgresql.cnpg.io/v1#Cluster', 'shop', spec);
const schedule = (spec: string) => object('postgresql.cnpg.io/v1#ScheduledBackup', 'nightly', spec);
const crunchy = (repos: string) =>
  object(
    'postgres-operator.crunchydata.com/v1beta1#PostgresCluster',
    'shop',
    `{backups: {pgbackrest: {repos: ${repos}}}}`,
  );
const percona = (repos: string, metadata = '') =>
  object(
    'pgv2.percona.com/v2#PerconaPGCluster',
    'shop',
    `{backups: {pgbackrest: {repos: ${repos}}}}`,
    metadata,
  );

describe('operators', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ['no backup at all', [cnpg('{instances: 3}')], []],
    [
      'an archive',
      [cnpg('{backup: {barmanObjectStore: {destinationPath: s3://x}}}')],
      ['archive in an object store of shop: true'],
    ],
    [
      'an archive by a plugin',
      [cnpg('{plugins: [{name: barman-cloud.cloudnative-pg.io}]}')],
      ['archive in an object store of shop: true'],
    ],
    [
      'snapshots of nobody',
      [cnpg('{instances: 1}'), schedule('{method: volumeSnapshot, cluster: {name: shop}}')],
      ['scheduled snapshots of nightly: undefined'],
    ],
    [
      'snapshots of the cluster',
      [
        cnpg('{backup: {volumeSnapshot: {snapshotOwnerReference: cluster}}}'),
        schedule('{method: volumeSnapshot, cluster: {name: shop}}'),
      ],
      ['scheduled snapshots of nightly: false'],
    ],
    [
      'a schedule that is suspended',
      [
        cnpg('{instances: 1}'),
        schedule('{suspend: true, method: volumeSnapshot, cluster: {name: shop}}'),
      ],
      [],
    ],
    [
      'a repository on a claim',
      [crunchy('[{name: repo1, volume: {}}]')],
      ['pgBackRest repository repo1 of shop: false'],
    ],
    [
      'a second repository elsewhere',
      [crunchy('[{name: repo1, volume: {}}, {name: repo2, s3: {bucket: x}}]')],
      [
        'pgBackRest repository repo1 of shop: undefined',
        'pgBackRest repository repo2 of shop: true',
      ],
    ],
    [
      'repositories that a finalizer deletes',
      [percona('[{name: repo1, s3: {}}]', ', finalizers: [percona.com/delete-backups]')],
      ['pgBackRest repository repo1 of shop: false'],
    ],
    [
      'tasks of MongoDB',
      [
        object(
          'psmdb.percona.com/v1#PerconaServerMongoDB',
          'shop',
          '{backup: {storages: {s: {type: s3}, f: {type: filesystem}}, tasks: [{storageName: s}, {storageName: f}, {storageName: s, enabled: false}]}}',
        ),
      ],
      ['scheduled backups in s of shop: true', 'scheduled backups in f of shop: undefined'],
    ],
    [
      'logical backups',
      [object('acid.zalan.do/v1#postgresql', 'shop', '{enableLogicalBackup: true}')],
      ['logical backups of shop: undefined'],
    ],
    [
      'dumps of MariaDB',
      [
        object('k8s.mariadb.com/v1alpha1#MariaDB', 'shop', '{}'),
        object(
          'k8s.mariadb.com/v1alpha1#Backup',
          'b',
          '{mariaDbRef: {name: shop}, storage: {s3: {bucket: x}}}',
        ),
      ],
      ['dumps of b: true'],
    ],
    [
      'a namespace by K8up',
      [
        cnpg('{instances: 1}'),
        object(
          'k8up.io/v1#Schedule',
          'k',
          '{backup: {}, backend: {s3: {bucket: x}}}',
          ', namespace: other',
        ),
      ],
      ['scheduled K8up backups of k: true, of nothing'],
    ],
    [
      'everything by Velero',
      [
        cnpg('{instances: 1}'),
        object('velero.io/v1#Schedule', 'v', '{template: {snapshotMoveData: true}}'),
      ],
      ['scheduled Velero backups of v: true'],
    ],
    [
      'snapshots by Velero',
      [cnpg('{instances: 1}'), object('velero.io/v1#Schedule', 'v', '{template: {}}')],
      ['scheduled Velero backups of v: undefined'],
    ],
    [
      'a claim by VolSync',
      [
        postgres('data'),
        '---\n',
        object(
          'volsync.backube/v1alpha1#ReplicationSource',
          'r',
          '{sourcePVC: data, restic: {repository: x}}',
        ),
      ],
      ['VolSync backups of r: undefined'],
    ],
    [
      'a mirror by VolSync',
      [
        postgres('data'),
        '---\n',
        object(
          'volsync.backube/v1alpha1#ReplicationSource',
          'r',
          '{sourcePVC: data, rsyncTLS: {}}',
        ),
      ],
      [],
    ],
  ])('%s', (_, objects, expected) => {
    expect(copies(...objects)).toEqual(expected);
  });

  it.each([
    [
      'kafka.strimzi.io/v1beta2#Kafka',
      '{kafka: {storage: {type: persistent-claim, deleteClaim: true}}}',
      'queue',
      false,
    ],
    [
      'kafka.strimzi.io/v1beta2#Kafka',
      '{kafka: {storage: {type: persistent-claim}}}',
      'queue',
      undefined,
    ],
    ['elasticsearch.k8s.elastic.co/v1#Elasticsearch', '{}', 'database', false],
    ['mongodbcommunity.mongodb.com/v1#MongoDBCommunity', '{}', 'database', undefined],
    ['pxc.percona.com/v1#PerconaXtraDBCluster', '{}', 'database', undefined],
  ])('%s %s', (type, spec, holds, isKept) => {
    const facts = kubernetesFacts({ 'k8s/prod/x.yaml': object(type, 'shop', spec) });
    const [store] = ofKind(facts, 'DataStore');
    expect(store).toMatchObject({ holds, provider: 'kubernetes' });
    expect(store && known(store.deletionProtection)).toBe(isKept);
    expect(ofKind(facts, 'Environment')).toMatchObject([{ tier: 'production' }]);
  });

  it('keep nothing in a log that is ephemeral', () => {
    const text = object(
      'kafka.strimzi.io/v1#Kafka',
      'shop',
      '{kafka: {storage: {type: ephemeral}}}',
    );
    expect(kubernetesFacts({ 'x.yaml': text })).toEqual([]);
  });
});

describe('hostile trees', () => {
  it('of overlays that name each other again and again end', () => {
    const tree: Record<string, string> = {};
    for (let level = 0; level < 40; level += 1) {
      tree[`o${level}/kustomization.yaml`] =
        `resources: [../o${level + 1}, ../o${level + 1}, ../o${level + 1}]`;
    }
    expect(kubernetesFacts(tree)).toEqual([]);
  });
});
