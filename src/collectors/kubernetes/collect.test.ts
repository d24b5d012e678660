import { describe, expect, it } from 'vitest';
import { ofKind, relationsOf } from '../../../test/facts-of-kind.ts';
import { dumpJob, kubernetesFacts, postgres } from '../../../test/kubernetes-facts.ts';
import { known } from '../../model/value.ts';

function tiers(tree: Readonly<Record<string, string>>): readonly string[] {
  return ofKind(kubernetesFacts(tree), 'Environment').map(({ name, tier }) => `${name}: ${tier}`);
}

describe('environments', () => {
  it.each<[string, Readonly<Record<string, string>>, string]>([
    ['a namespace', { 'k8s/db.yaml': postgres('x', ', namespace: shop-prod') }, 'production'],
    ['a folder', { 'k8s/staging/db.yaml': postgres('x') }, 'staging'],
    ['a file', { 'k8s/db-staging.yaml': postgres('x') }, 'staging'],
    ['nothing', { 'k8s/db.yaml': postgres('x') }, 'unknown'],
    ['a tool of laptops', { 'deploy/kind/db.yaml': postgres('x') }, 'development'],
    [
      'a namespace for trials in a folder of production',
      { 'clusters/production/db.yaml': postgres('x', ', namespace: sandbox') },
      'development',
    ],
    [
      'a folder for trials that calls its namespace production',
      { 'overlays/staging/db.yaml': postgres('x', ', namespace: production') },
      'staging',
    ],
  ])('%s', (_, tree, tier) => {
    expect(ofKind(kubernetesFacts(tree), 'Environment')).toMatchObject([{ tier }]);
  });

  it('are one for each overlay, and none for what overlays build on', () => {
    const tree = {
      'base/kustomization.yaml': 'resources: [db.yaml]',
      'base/db.yaml': postgres('data'),
      'overlays/prod/kustomization.yaml': 'namespace: shop\nresources: [../../base]',
      'overlays/staging/kustomization.yaml': 'bases: [../../base]',
    };
    expect(tiers(tree)).toEqual([
      'namespace shop of overlays/prod: production',
      'overlays/staging: staging',
    ]);
  });

  it('are named by what Flux and Argo CD apply', () => {
    const flux = (stage: string) => `apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata: {name: apps}
spec: {path: ./apps/db, targetNamespace: shop-${stage}, prune: true}
`;
    const argo = `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: {name: shop}
spec:
  source: {path: apps/db}
  destination: {namespace: shop-live, server: https://kubernetes.default.svc}
`;
    const app = {
      'apps/db/kustomization.yaml': 'resources: [db.yaml]',
      'apps/db/db.yaml': postgres('data'),
    };
    expect(tiers({ ...app, 'argo/shop.yaml': argo })).toEqual([
      'namespace shop-live of apps/db: production',
    ]);
    expect(tiers({ ...app, 'a/apps.yaml': flux('prod'), 'b/apps.yaml': flux('staging') })).toEqual([
      'namespace shop-prod of apps/db: production',
      'namespace shop-staging of apps/db: staging',
    ]);
  });
});

describe('stores', () => {
  it('are databases on claims, and the claims', () => {
    const facts = kubernetesFacts({ 'k8s/prod/db.yaml': postgres('data') });
    expect(ofKind(facts, 'DataStore')).toMatchObject([
      { name: 'PostgreSQL "db" of k8s/prod/db.yaml', product: 'postgres', provider: null },
      { name: 'claim data', holds: 'volume', provider: 'kubernetes' },
    ]);
    expect(relationsOf(facts, 'mounts')).toMatchObject([
      { because: 'Deployment db of k8s/prod/db.yaml mounts the claim data' },
    ]);
  });

  it.each<[string, string]>([
    ['memory', postgres('x').replace(/persistentVolumeClaim: .*/, 'emptyDir: {}')],
    [
      'a cache',
      postgres('x').replace('postgres:17', 'redis:8').replace('/var/lib/postgresql/data', '/data'),
    ],
    ['a job', dumpJob('emptyDir: {}')],
    [
      'a definition',
      'apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: {name: clusters.postgresql.cnpg.io}\nspec: {names: {kind: Cluster}}',
    ],
    ['a broken file', 'kind: Deployment\napiVersion: apps/v1\nmetadata: [\n'],
  ])('are not %s', (_, text) => {
    expect(ofKind(kubernetesFacts({ 'k8s/prod/x.yaml': text }), 'DataStore')).toEqual([]);
  });

  it.each([
    ['List', 'items'],
    ['Template', 'objects'],
  ])('are taken out of a %s', (kind, field) => {
    const text = `apiVersion: v1\nkind: ${kind}\nmetadata: {name: all}\n${field}:\n  - ${postgres('data').trim().replace(/\n/g, '\n    ')}\n`;
    expect(ofKind(kubernetesFacts({ 'prod/all.yaml': text }), 'DataStore')).toHaveLength(2);
  });

  it('of a stage for trials may be lost', () => {
    const facts = kubernetesFacts({ 'k8s/dev/db.yaml': postgres('data') });
    expect(ofKind(facts, 'DataStore').map(({ disposable }) => known(disposable))).toEqual([
      true,
      true,
    ]);
  });

  const claim = (rest: string) =>
    `${postgres('data')}---\napiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: {name: data}\nspec: {${rest}}\n`;
  const storageClass = (rest: string) =>
    `apiVersion: storage.k8s.io/v1\nkind: StorageClass\nmetadata: {name: fast}\nprovisioner: x\n${rest}`;
  const volume = (rest: string) =>
    `apiVersion: v1\nkind: PersistentVolume\nmetadata: {name: pv}\nspec: {${rest}}\n`;
  it.each<[string, Readonly<Record<string, string>>, unknown]>([
    [
      'a class that keeps',
      {
        'a.yaml': storageClass('reclaimPolicy: Retain\n'),
        'b.yaml': claim('storageClassName: fast'),
      },
      { state: 'set', value: true },
    ],
    [
      'a class that deletes',
      {
        'a.yaml': storageClass('reclaimPolicy: Delete\n'),
        'b.yaml': claim('storageClassName: fast'),
      },
      { state: 'set', value: false },
    ],
    [
      'a class that says nothing',
      { 'a.yaml': storageClass(''), 'b.yaml': claim('storageClassName: fast') },
      { state: 'default', value: false },
    ],
    [
      'a class that is elsewhere',
      { 'b.yaml': claim('storageClassName: fast') },
      { state: 'unknown' },
    ],
    [
      'a volume made by hand',
      { 'a.yaml': volume('csi: {volumeHandle: x}'), 'b.yaml': claim('volumeName: pv') },
      { state: 'default', value: true },
    ],
    [
      'a volume that goes',
      {
        'a.yaml': volume('persistentVolumeReclaimPolicy: Delete'),
        'b.yaml': claim('volumeName: pv'),
      },
      { state: 'set', value: false },
    ],
  ])('%s', (_, tree, kept) => {
    const [store] = ofKind(kubernetesFacts(tree), 'DataStore').filter(
      ({ holds }) => holds === 'volume',
    );
    expect(store?.deletionProtection).toMatchObject(kept as object);
    // What stays when its claim goes is not the cluster's to lose.
    const isKept = (kept as { value?: boolean }).value === true;
    expect(store?.provider).toBe(isKept ? null : 'kubernetes');
  });
});

describe('overlays', () => {
  const overlay = (rest: string) => ({
    'base/kustomization.yaml': 'resources: [db.yaml]',
    'base/db.yaml': postgres('data'),
    'overlays/prod/kustomization.yaml': `resources: [../../base]\n${rest}`,
  });
  const claims = (tree: Readonly<Record<string, string>>) =>
    ofKind(kubernetesFacts(tree), 'DataStore')
      .filter(({ holds }) => holds === 'volume')
      .map(({ name }) => name);
  const merge = `apiVersion: apps/v1
kind: Deployment
metadata: {name: db}
spec: {template: {spec: {volumes: [{name: data, persistentVolumeClaim: {claimName: other}}]}}}`;

  it('change what they build on by patches', () => {
    const file = { 'overlays/prod/p.yaml': merge };
    const inline = merge.replace(/^/gm, '      ');
    const field =
      '- op: replace\n  path: /spec/template/spec/volumes/0/persistentVolumeClaim/claimName\n  value: other\n';
    expect(claims({ ...overlay('patches: [{path: p.yaml}]'), ...file })).toEqual(['claim other']);
    expect(claims({ ...overlay('patchesStrategicMerge: [p.yaml]'), ...file })).toEqual([
      'claim other',
    ]);
    expect(claims(overlay(`patches:\n  - patch: |\n${inline}`))).toEqual(['claim other']);
    expect(
      claims({
        ...overlay('patches: [{path: f.yaml, target: {kind: Deployment, name: db}}]'),
        'overlays/prod/f.yaml': field,
      }),
    ).toEqual(['claim other']);
    expect(
      claims({
        ...overlay('patches: [{path: f.yaml, target: {kind: Deployment, name: other}}]'),
        'overlays/prod/f.yaml': field,
      }),
    ).toEqual(['claim data']);
  });

  it('take things away', () => {
    const gone = merge.replace('metadata:', '$patch: delete\nmetadata:');
    expect(
      claims({ ...overlay('patches: [{path: p.yaml}]'), 'overlays/prod/p.yaml': gone }),
    ).toEqual([]);
  });

  it('end when they lead in a circle', () => {
    expect(
      claims({
        'a/kustomization.yaml': 'resources: [../b]',
        'b/kustomization.yaml': 'resources: [../a]',
      }),
    ).toEqual([]);
  });
});

describe('logins', () => {
  const url = 'postgres://shop:8fK2qLw9Zr4t@db.acme.io:5432/shop';
  const settings = (kind: string, field: string, value: string) =>
    `apiVersion: v1\nkind: ${kind}\nmetadata: {name: shop, namespace: prod}\n${field}:\n  DATABASE_URL: ${value}\n`;
  it.each([
    ['ConfigMap', 'data', url],
    ['Secret', 'stringData', url],
    ['Secret', 'data', btoa(url)],
  ])('of a %s in its %s', (kind, field, value) => {
    const facts = kubernetesFacts({ 'k8s/shop.yaml': settings(kind, field, value) });
    expect(ofKind(facts, 'Credential')).toMatchObject([{ name: 'DATABASE_URL' }]);
    expect(relationsOf(facts, 'connects-to')).toHaveLength(1);
    expect(JSON.stringify(facts)).not.toContain('8fK2qLw9Zr4t');
    expect(JSON.stringify(facts)).not.toContain(btoa(url).slice(0, 24));
  });

  it.each([
    'ENC[AES256_GCM,data:Tr7o=,type:str]',
    '<path:secret/data/shop#url>',
    '${DATABASE_URL}',
    'postgres://shop:shop@db:5432/shop',
  ])('are not %s', (value) => {
    const facts = kubernetesFacts({ 'k8s/shop.yaml': settings('Secret', 'stringData', value) });
    expect(ofKind(facts, 'Credential')).toEqual([]);
  });
});
