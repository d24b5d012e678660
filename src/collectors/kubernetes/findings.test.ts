import { afterEach, describe, expect, it } from 'vitest';
import { dumpJob, postgres } from '../../../test/kubernetes-facts.ts';
import { scanTree } from '../../../test/scan-tree.ts';
import { removeTree, writeTree } from '../../../test/temporary-tree.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) removeTree(folder);
});

/** Findings worth showing: `severity check`, those of low confidence left out. */
async function found(tree: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const folder = writeTree(tree);
  folders.push(folder);
  const { findings } = await scanTree(folder, [
    'store-shared-across-environments',
    'backup-in-same-failure-domain',
    'blast-radius',
  ]);
  return findings
    .filter(({ confidence }) => confidence !== 'low')
    .map(({ severity, check }) => `${severity} ${check}`);
}

const claim = (name: string) => `persistentVolumeClaim: {claimName: ${name}}`;
const class_ = (policy: string) =>
  `apiVersion: storage.k8s.io/v1\nkind: StorageClass\nmetadata: {name: fast}\nprovisioner: x\nreclaimPolicy: ${policy}\n`;
const pvc = (name: string, rest = 'storageClassName: fast') =>
  `apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: {name: ${name}}\nspec: {${rest}}\n`;

describe('a dump', () => {
  const lost = ['high backup-in-same-failure-domain'];
  const tree = (job: string, policy = 'Delete') => ({
    'k8s/prod/class.yaml': class_(policy),
    'k8s/prod/data.yaml': pvc('data'),
    'k8s/prod/backups.yaml': pvc('backups'),
    'k8s/prod/db.yaml': postgres('data'),
    'k8s/prod/dump.yaml': job,
  });
  it.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
    ['onto the claim of the data', tree(dumpJob(claim('data'))), lost],
    ['onto another claim that goes with the namespace', tree(dumpJob(claim('backups'))), lost],
    ['onto another claim that is kept', tree(dumpJob(claim('backups')), 'Retain'), []],
    ['into memory is none', tree(dumpJob('emptyDir: {}')), []],
    [
      'that is sent on',
      tree(
        dumpJob(
          claim('data'),
          'pg_dump -h db shop > /backups/x && aws s3 cp /backups/x s3://vault/x',
        ),
      ),
      [],
    ],
    [
      'into an object store',
      tree(dumpJob(claim('data'), 'pg_dump -h db shop | aws s3 cp - s3://vault/x')),
      [],
    ],
    [
      'of another server',
      tree(dumpJob(claim('data'), 'pg_dump -h old.acme.io shop > /backups/x')),
      [],
    ],
    [
      'that is suspended',
      tree(dumpJob(claim('data')).replace('spec:', 'spec:\n  suspend: true')),
      [],
    ],
    [
      'onto a share of another machine',
      tree(dumpJob('nfs: {server: nas.acme.io, path: /dumps}')),
      [],
    ],
    [
      'onto another claim of a class that nobody shows',
      { 'k8s/prod/db.yaml': postgres('data'), 'k8s/prod/dump.yaml': dumpJob(claim('backups')) },
      [],
    ],
    [
      'of a stage for trials',
      { 'k8s/dev/db.yaml': postgres('data'), 'k8s/dev/dump.yaml': dumpJob(claim('data')) },
      [],
    ],
    [
      'of an example',
      { 'examples/db.yaml': postgres('data'), 'examples/dump.yaml': dumpJob(claim('data')) },
      [],
    ],
    [
      'by a script of a ConfigMap',
      {
        ...tree(
          dumpJob(
            `configMap: {name: scripts}}, {name: d, ${claim('data')}`,
            '/scripts/run.sh',
          ).replace('{name: backups, mountPath: /backups}', '{name: d, mountPath: /dumps}'),
        ),
        'k8s/prod/scripts.yaml':
          'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: scripts}\ndata:\n  run.sh: |\n    DIR=/dumps\n    pg_dump -h db shop > "$DIR/shop.sql"\n',
      },
      lost,
    ],
  ])('%s', async (_, files, expected) => {
    expect(await found(files)).toEqual(expected);
  });
});

describe('a snapshot', () => {
  const tree = (policy: string) => ({
    'k8s/prod/class.yaml': class_('Delete'),
    'k8s/prod/data.yaml': pvc('data'),
    'k8s/prod/db.yaml': postgres('data'),
    'k8s/prod/snapshots.yaml': `apiVersion: snapshot.storage.k8s.io/v1
kind: VolumeSnapshotClass
metadata: {name: snaps}
driver: x
deletionPolicy: ${policy}
---
apiVersion: snapshot.storage.k8s.io/v1
kind: VolumeSnapshot
metadata: {name: before-upgrade}
spec: {volumeSnapshotClassName: snaps, source: {persistentVolumeClaimName: data}}
`,
  });
  it('goes with its namespace unless its class keeps it', async () => {
    expect(await found(tree('Delete'))).toEqual(['high backup-in-same-failure-domain']);
    expect(await found(tree('Retain'))).toEqual([]);
  });
});

describe('a volume', () => {
  const shared = ['high store-shared-across-environments'];
  const stages = (one: string, other: string) => ({
    'k8s/prod/db.yaml': one,
    'k8s/staging/db.yaml': other,
  });
  const bound = (handle: string) =>
    `${postgres('data')}---\n${pvc('data', 'volumeName: pv')}---\napiVersion: v1\nkind: PersistentVolume\nmetadata: {name: pv}\nspec: {csi: {driver: ebs.csi.aws.com, volumeHandle: ${handle}}}\n`;
  const inline = (volume: string) => postgres('x').replace(/persistentVolumeClaim: .*/, volume);
  const nfs = (path: string) => inline(`nfs: {server: nas.acme.io, path: ${path}}`);
  it.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
    [
      'of one handle',
      stages(bound('vol-0a1b2c3d4e5f60718'), bound('vol-0a1b2c3d4e5f60718')),
      shared,
    ],
    ['of two handles', stages(bound('vol-0a1b2c3d4e5f60718'), bound('vol-0a1b2c3d4e5f60719')), []],
    ['of a handle that is made up', stages(bound('vol-xxxxxxxx'), bound('vol-xxxxxxxx')), []],
    ['of a handle that anybody might choose', stages(bound('data'), bound('data')), []],
    ['of one share', stages(nfs('/pg'), nfs('/pg')), shared],
    ['of two folders of a share', stages(nfs('/pg/prod'), nfs('/pg/staging')), []],
    ['of equal claims in two clusters', stages(postgres('data'), postgres('data')), []],
    [
      'of one folder of nodes that nobody names',
      stages(inline('hostPath: {path: /data/pg}'), inline('hostPath: {path: /data/pg}')),
      [],
    ],
    [
      'that the other stage only reads',
      stages(nfs('/pg'), nfs('/pg').replace('mountPath', 'readOnly: true, mountPath')),
      [],
    ],
    [
      'with a patch for each stage',
      {
        'base/kustomization.yaml': 'resources: [db.yaml]',
        'base/db.yaml': nfs('/pg'),
        'overlays/prod/kustomization.yaml': 'resources: [../../base]',
        'overlays/staging/kustomization.yaml':
          'resources: [../../base]\npatches:\n  - target: {kind: Deployment, name: db}\n    patch: |\n      - {op: replace, path: /spec/template/spec/volumes/0/nfs/path, value: /staging}\n',
      },
      [],
    ],
  ])('%s', async (_, files, expected) => {
    expect(await found(files)).toEqual(expected);
  });
});

describe('a server outside', () => {
  const map = (data: string) =>
    `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: shop}\ndata: {${data}}\n`;
  const stages = (prod: string, staging: string) => ({
    'k8s/prod/config.yaml': map(prod),
    'k8s/staging/config.yaml': map(staging),
  });
  const shared = ['high store-shared-across-environments'];
  const main = 'PGHOST: main.acme.io, PGDATABASE: shop';
  it.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
    ['of both stages', stages(main, main), shared],
    ['written out in two ways', stages(main, 'DATABASE_URL: postgres://main.acme.io/shop'), shared],
    ['with a database for each', stages(main, `${main}_staging`), []],
    ['inside each cluster', stages('PGHOST: db', 'PGHOST: db'), []],
    [
      'in the values of a chart',
      {
        'chart/Chart.yaml': 'name: shop',
        'chart/values.yaml': 'externalDatabase: {port: 5432, database: shop}',
        'chart/values-prod.yaml': 'externalDatabase: {host: main.acme.io}',
        'chart/values-staging.yaml': 'externalDatabase: {host: main.acme.io}',
      },
      shared,
    ],
    [
      'in a base that a stage changes',
      {
        'base/kustomization.yaml': `configMapGenerator: [{name: shop, literals: [PGHOST=main.acme.io, PGDATABASE=shop]}]`,
        'overlays/prod/kustomization.yaml': 'resources: [../../base]',
        'overlays/staging/kustomization.yaml':
          'resources: [../../base]\nconfigMapGenerator: [{name: shop, behavior: merge, literals: [PGHOST=other.acme.io]}]',
      },
      [],
    ],
    [
      'in a base that no stage changes',
      {
        'base/kustomization.yaml': `configMapGenerator: [{name: shop, literals: [PGHOST=main.acme.io, PGDATABASE=shop]}]`,
        'overlays/prod/kustomization.yaml': 'resources: [../../base]',
        'overlays/staging/kustomization.yaml': 'resources: [../../base]',
      },
      shared,
    ],
  ])('%s', async (_, files, expected) => {
    expect(await found(files)).toEqual(expected);
  });
});

describe('a namespace', () => {
  const kubeconfig = `apiVersion: v1
kind: Config
clusters: [{name: shop, cluster: {server: "https://k8s.acme.io:6443"}}]
contexts: [{name: prod, context: {cluster: shop, user: deployer}}]
current-context: prod
users: [{name: deployer, user: {token: "{{fake:password}}"}}]
`;
  const tree = (command: string) => ({
    'k8s/prod/db.yaml': postgres('data', ', namespace: shop'),
    'scripts/clean.sh': `#!/bin/sh\n${command}\n`,
  });
  it.each([
    'kubectl delete namespace shop',
    'kubectl -n shop delete pvc data',
    'kubectl delete pvc --all',
    'kubectl delete ns "$NAMESPACE"',
    'kubectl delete -f k8s/',
  ])('can be emptied by %s', async (command) => {
    expect(await found(tree(command))).toEqual(['medium blast-radius']);
  });

  it('can be emptied by whoever reads the kubeconfig beside it', async () => {
    expect(await found({ ...tree('true'), kubeconfig })).toEqual(['medium blast-radius']);
    expect(await found({ ...tree('true') })).toEqual([]);
  });

  it.each([
    'kubectl delete namespace shop-staging',
    'kubectl delete ns "shop-preview-$PR"',
    'kubectl delete pvc data -n shop-staging',
    'kubectl delete pvc cache',
    'kubectl delete -f k8s/staging/',
    'kubectl delete pod --all -n shop',
  ])('stays with %s', async (command) => {
    expect(await found(tree(command))).toEqual([]);
  });
});
