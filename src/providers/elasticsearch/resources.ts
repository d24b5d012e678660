import type { Fact } from '../../model/fact.ts';
import type { Resource, ResourceSpec } from '../../model/resource.ts';
import { byDefault, unknown, type Value, written } from '../../model/value.ts';
import { clusterStore } from '../../recognize/resource/kubernetes-facts.ts';
import { settingAt } from '../../recognize/resource/settings.ts';

const source =
  'https://www.elastic.co/docs/deploy-manage/deploy/cloud-on-k8s/volume-claim-templates';

function kept(resource: Resource): Value<boolean> {
  const policy = settingAt(resource, 'spec.volumeClaimDeletePolicy');
  if (policy === undefined) return byDefault(false, resource.at, source);
  if (policy.type !== 'scalar') return unknown('interpolated', policy.at);
  return policy.text === 'DeleteOnScaledownOnly'
    ? unknown('external', policy.at)
    : written(false, policy.at);
}

function clusterFacts(resource: Resource): readonly Fact[] {
  return clusterStore(resource, {
    product: 'elasticsearch',
    title: 'Elasticsearch',
    deletionProtection: kept(resource),
  });
}

/** What the objects of Elastic Cloud on Kubernetes mean: by default the claims go with the object. */
export const resources: readonly ResourceSpec[] = [
  {
    types: ['elasticsearch.k8s.elastic.co/Elasticsearch'],
    facts: clusterFacts,
    source,
    checkedOn: '2026-11-21',
  },
];
