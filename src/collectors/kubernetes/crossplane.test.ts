import { describe, expect, it } from 'vitest';
import { ofKind, relationsOf } from '../../../test/facts-of-kind.ts';
import { kubernetesFacts } from '../../../test/kubernetes-facts.ts';
import { known } from '../../model/value.ts';

function managed(type: string, name: string, forProvider: string, rest = ''): string {
  const [group = '', kind = ''] = type.split('#');
  return `apiVersion: ${group}/v1beta1\nkind: ${kind}\nmetadata: {name: ${name}}\nspec: {forProvider: ${forProvider}${rest}}\n---\n`;
}

function factsOf(...objects: readonly string[]) {
  return kubernetesFacts({ 'k8s/prod/all.yaml': objects.join('') });
}

const instance = (settings: string, rest = '') =>
  managed('rds.aws.upbound.io#Instance', 'orders', settings, rest);

describe('objects that stand for things of a vendor', () => {
  it('are read with the settings and defaults of the vendor', () => {
    const [store] = ofKind(
      factsOf(instance('{skipFinalSnapshot: true, deletionProtection: true}')),
      'DataStore',
    );
    expect(store).toMatchObject({
      name: 'Instance orders',
      provider: 'aws',
      product: 'rds-instance',
      deletionProtection: { state: 'set', value: true },
      finalCopy: { state: 'set', value: false },
      ownBackups: { state: 'default', value: false },
    });
  });

  it.each([
    ['sql.gcp.upbound.io#DatabaseInstance', 'cloud-sql'],
    ['sql.gcp.m.upbound.io#DatabaseInstance', 'cloud-sql'],
    ['storage.azure.upbound.io#Account', 'storage-account'],
    ['dynamodb.aws.m.upbound.io#Table', 'dynamodb-table'],
  ])('%s is %s', (type, product) => {
    const [store] = ofKind(factsOf(managed(type, 'x', '{region: here}')), 'DataStore');
    expect(store?.product).toBe(product);
  });

  it.each([
    ['', []],
    [', deletionPolicy: Delete', []],
    [', deletionPolicy: Orphan', ['retain policy']],
    [', managementPolicies: ["*"]', []],
    [', managementPolicies: [Create, Update, Observe]', ['retain policy']],
    [', managementPolicies: [Create, Delete]', []],
  ])('stay at the vendor as their policies say: %j', (rest, expected) => {
    const guards = ofKind(factsOf(instance('{engine: postgres}', rest)), 'Guard');
    expect(guards.map(({ name }) => name)).toEqual(expected);
    expect(guards.every(({ honouredBy }) => honouredBy === 'crossplane')).toBe(true);
  });

  it.each([
    ['bucketRef: {name: letters}', true],
    ['bucketRef: {name: others}', false],
    ['bucket: letters', false],
  ])('refer to each other by name: %s', (reference, isFound) => {
    const facts = factsOf(
      managed('s3.aws.upbound.io#Bucket', 'letters', '{region: eu-west-1}'),
      managed(
        's3.aws.upbound.io#BucketVersioning',
        'letters',
        `{${reference}, versioningConfiguration: [{status: Enabled}]}`,
      ),
    );
    expect(ofKind(facts, 'Guard').length > 0).toBe(isFound);
  });

  it.each([
    ['{team: shop}', true],
    ['{team: shop, stage: one}', true],
    ['{team: shop, stage: two}', false],
    ['{}', false],
  ])('refer to each other by labels %s', (labels, isFound) => {
    const bucket = managed('s3.aws.upbound.io#Bucket', 'letters', '{region: eu-west-1}').replace(
      '{name: letters}',
      '{name: letters, labels: {team: shop, stage: one}}',
    );
    const versioning = managed(
      's3.aws.upbound.io#BucketVersioning',
      'any',
      `{bucketSelector: {matchLabels: ${labels}}, versioningConfiguration: [{status: Enabled}]}`,
    );
    expect(ofKind(factsOf(bucket, versioning), 'Guard').length > 0).toBe(isFound);
  });

  it('that are made through different configurations are not known to lie in one account', () => {
    const facts = factsOf(
      instance('{engine: postgres}', ', providerConfigRef: {name: one}'),
      managed('s3.aws.upbound.io#Bucket', 'x', '{}', ', providerConfigRef: {name: two}'),
    );
    const accounts = relationsOf(facts, 'placed-in').filter(({ to }) => to.includes(':account/'));
    expect(new Set(accounts.map(({ to }) => to)).size).toBe(2);
  });
});

const definition = `apiVersion: apiextensions.crossplane.io/v1
kind: CompositeResourceDefinition
metadata: {name: xdatabases.acme.org}
spec: {group: acme.org, names: {kind: XDatabase}, claimNames: {kind: Database}}
---
`;
const base = `base:
          apiVersion: rds.aws.upbound.io/v1beta1
          kind: Instance
          spec: {forProvider: {deletionProtection: false, backupRetentionPeriod: 1}}
        patches:
          - {fromFieldPath: spec.keep, toFieldPath: spec.forProvider.deletionProtection}
          - fromFieldPath: spec.size
            toFieldPath: spec.forProvider.backupRetentionPeriod
            transforms: [{type: map, map: {small: 7}}]
`;
const composition = (name = 'aws') => `apiVersion: apiextensions.crossplane.io/v1
kind: Composition
metadata: {name: ${name}}
spec:
  compositeTypeRef: {apiVersion: acme.org/v1, kind: XDatabase}
  resources:
      - name: db
        ${base}---
`;
const pipeline = `apiVersion: apiextensions.crossplane.io/v1
kind: Composition
metadata: {name: aws}
spec:
  compositeTypeRef: {apiVersion: acme.org/v1, kind: XDatabase}
  mode: Pipeline
  pipeline:
  - step: patch
    input:
      resources:
      - name: db
        ${base}---
`;
const claim = (spec: string, kind = 'Database') =>
  `apiVersion: acme.org/v1\nkind: ${kind}\nmetadata: {name: crew}\nspec: ${spec}\n---\n`;

describe('claims', () => {
  it.each([
    ['by its only composition', [composition(), claim('{keep: true}')], ['crew-db true ?']],
    ['by a pipeline', [pipeline, claim('{keep: true}')], ['crew-db true ?']],
    [
      'of the composite itself',
      [composition(), claim('{keep: true}', 'XDatabase')],
      ['crew-db true ?'],
    ],
    ['without the field that is patched in', [composition(), claim('{a: 1}')], ['crew-db ? ?']],
    [
      'by the composition that it names',
      [composition('one'), composition('two'), claim('{keep: true, compositionRef: {name: two}}')],
      ['crew-db true ?'],
    ],
    // Which of them makes it, the cluster decides.
    ['by one of two', [composition('one'), composition('two'), claim('{keep: true}')], []],
    ['that nobody defines', [composition(), claim('{keep: true}', 'Cache')], []],
    ['that nobody makes', [composition()], []],
  ])('make what their composition declares: %s', (_, objects, expected) => {
    const facts = factsOf(definition, ...objects);
    const days = ofKind(facts, 'Backup').map(({ retentionDays }) => known(retentionDays) ?? '?');
    expect(
      ofKind(facts, 'DataStore').map(
        ({ name, deletionProtection }, index) =>
          `${name.replace('Instance ', '')} ${known(deletionProtection) ?? '?'} ${days[index]}`,
      ),
    ).toEqual(expected);
  });

  it('end quickly on patches that lead nowhere', () => {
    const path = `spec.${'a.'.repeat(5000)}b`;
    const deep = composition().replace('spec.forProvider.deletionProtection', path);
    expect(() => factsOf(definition, deep, claim('{keep: true}'))).not.toThrow();
  });
});
