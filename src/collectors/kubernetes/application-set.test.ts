import { describe, expect, it } from 'vitest';
import { ofKind } from '../../../test/facts-of-kind.ts';
import { kubernetesFacts, postgres } from '../../../test/kubernetes-facts.ts';

const set = (
  generators: string,
  path: string,
  namespace: string,
) => `apiVersion: argoproj.io/v1alpha1
kind: ApplicationSet
metadata: {name: all, namespace: argocd}
spec:
  goTemplate: true
  generators: ${generators}
  template:
    metadata: {name: all}
    spec:
      source: {repoURL: https://git.acme.io/shop, path: '${path}'}
      destination: {server: https://kubernetes.default.svc, namespace: '${namespace}'}
`;

/** Stages of the tree with their tiers. */
function stages(applications: string): readonly string[] {
  const tree = {
    'argo/all.yaml': applications,
    'apps/shop/db.yaml': postgres('data'),
    'apps/blog/db.yaml': postgres('data'),
  };
  return ofKind(kubernetesFacts(tree), 'Environment')
    .map(({ name, tier }) => `${name}: ${tier}`)
    .sort();
}

describe('a set of applications', () => {
  it.each<[string, string, readonly string[]]>([
    [
      'of a list, one for each stage',
      set(
        '[{list: {elements: [{env: staging}, {env: production}]}}]',
        'apps/shop',
        'shop-{{.env}}',
      ),
      ['apps/blog/db.yaml: unknown', 'namespace shop-production of apps/shop/db.yaml: production'],
    ],
    [
      'of folders',
      set(
        '[{git: {directories: [{path: apps/*}, {path: apps/blog, exclude: true}]}}]',
        '{{.path.path}}',
        '{{.path.basename}}-prod',
      ),
      ['apps/blog/db.yaml: unknown', 'namespace shop-prod of apps/shop/db.yaml: production'],
    ],
    [
      'of folders in the old notation',
      set('[{git: {directories: [{path: apps/*}]}}]', '{{path}}', '{{path.basename}}-prod'),
      [
        'namespace blog-prod of apps/blog/db.yaml: production',
        'namespace shop-prod of apps/shop/db.yaml: production',
      ],
    ],
    [
      'of folders that hold a file',
      set('[{git: {files: [{path: apps/*/settings.json}]}}]', '{{.path.path}}', 'prod'),
      [
        'namespace prod of apps/blog/db.yaml: production',
        'namespace prod of apps/shop/db.yaml: production',
      ],
    ],
    [
      'of both',
      set(
        '[{matrix: {generators: [{list: {elements: [{env: prod}]}}, {git: {directories: [{path: apps/*}]}}]}}]',
        '{{.path.path}}',
        '{{.env}}',
      ),
      [
        'namespace prod of apps/blog/db.yaml: production',
        'namespace prod of apps/shop/db.yaml: production',
      ],
    ],
    [
      'of clusters that nobody sees',
      set('[{clusters: {}}]', 'apps/shop', '{{.name}}'),
      ['apps/blog/db.yaml: unknown', 'apps/shop/db.yaml: unknown'],
    ],
    [
      'whose folder only a run can tell',
      set('[{clusters: {}}]', 'apps/{{.name}}', 'prod'),
      ['apps/blog/db.yaml: unknown', 'apps/shop/db.yaml: unknown'],
    ],
  ])('%s', (_, applications, expected) => {
    expect(stages(applications)).toEqual(expect.arrayContaining([...expected]));
  });

  it('is one for each stage of a list', () => {
    const list = '[{list: {elements: [{env: staging}, {env: production}]}}]';
    const found = stages(set(list, 'apps/shop', 'shop-{{.env}}'));
    expect(found).toContain('namespace shop-staging of apps/shop/db.yaml: staging');
    expect(found).toContain('namespace shop-production of apps/shop/db.yaml: production');
  });
});
