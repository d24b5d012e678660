import { describe, expect, it } from 'vitest';
import { ofKind, relationsOf } from '../../../test/facts-of-kind.ts';
import { kubernetesFacts } from '../../../test/kubernetes-facts.ts';

const release = (values: string) => ({
  'apps/shop/release.yaml': `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: {name: shop, namespace: shop}
spec:
  chartRef: {kind: OCIRepository, name: shop}
  values:
${values.replace(/^/gm, '    ')}
`,
});

const database = `controllers:
  db:
    containers:
      app: {image: {repository: docker.io/library/postgres, tag: "17"}}
`;

function stores(values: string): readonly string[] {
  return ofKind(kubernetesFacts(release(values)), 'DataStore').map(({ name }) => name);
}

describe('values of app-template', () => {
  it.each<[string, string, readonly string[]]>([
    [
      'a claim of its own',
      'persistence:\n  data: {size: 5Gi, globalMounts: [{path: /var/lib/postgresql/data}]}',
      ['PostgreSQL "shop" of namespace shop of apps/shop/release.yaml', 'claim shop-data'],
    ],
    [
      'a claim called after the release',
      'persistence:\n  data: {existingClaim: "{{ .Release.Name }}", advancedMounts: {db: {app: [{path: /var/lib/postgresql/data}]}}}',
      ['PostgreSQL "shop" of namespace shop of apps/shop/release.yaml', 'claim shop'],
    ],
    [
      'a share',
      'persistence:\n  data: {type: nfs, server: nas.acme.io, path: /pg, globalMounts: [{path: /var/lib/postgresql/data}]}',
      [
        'PostgreSQL "shop" of namespace shop of apps/shop/release.yaml',
        'NFS share nas.acme.io:/pg',
      ],
    ],
    [
      'memory only',
      'persistence:\n  data: {type: emptyDir, globalMounts: [{path: /var/lib/postgresql/data}]}',
      [],
    ],
    [
      'a volume that is switched off',
      'persistence:\n  data: {enabled: false, globalMounts: [{path: /var/lib/postgresql/data}]}',
      [],
    ],
    [
      'a volume of another controller',
      'persistence:\n  data: {existingClaim: x, advancedMounts: {web: {app: [{path: /var/lib/postgresql/data}]}}}',
      [],
    ],
    ['a type that no chart has', 'persistence:\n  data: {type: constructor}', []],
  ])('%s', (_, persistence, expected) => {
    expect(stores(`${database}${persistence}`)).toEqual(expected);
  });

  it('make claims by the set', () => {
    const values = database.replace(
      '    containers',
      '    type: statefulset\n    statefulset:\n      volumeClaimTemplates:\n        - {name: data, size: 1Gi, globalMounts: [{path: /var/lib/postgresql/data}]}\n    containers',
    );
    expect(stores(values)).toEqual([
      'PostgreSQL "shop" of namespace shop of apps/shop/release.yaml',
      'claim data-shop',
    ]);
  });

  it('tell copies of a schedule beside the data they are of', () => {
    const facts = kubernetesFacts(
      release(`${database}  copy:
    type: cronjob
    cronjob: {schedule: "0 3 * * *"}
    containers:
      app:
        image: {repository: postgres}
        command: [sh, -c, "pg_dump -h shop-db shop > /copies/shop.sql"]
persistence:
  data: {existingClaim: data, advancedMounts: {db: {app: [{path: /var/lib/postgresql/data}]}}}
  copies: {existingClaim: data, advancedMounts: {copy: {app: [{path: /copies}]}}}
`),
    );
    const [backup] = ofKind(facts, 'Backup');
    expect(backup?.name).toBe('shop-copy of namespace shop of apps/shop/release.yaml');
    const places = relationsOf(facts, 'placed-in').filter(({ from }) => from === backup?.key);
    expect(places.map(({ because }) => because)).toContain(
      'it is written to claim data, where the data itself lies',
    );
  });
});
