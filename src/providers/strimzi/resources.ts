import { at } from '../../model/document.ts';
import type { Fact } from '../../model/fact.ts';
import type { Resource, ResourceSpec } from '../../model/resource.ts';
import { unknown, written } from '../../model/value.ts';
import { clusterStore } from '../../recognize/resource/kubernetes-facts.ts';
import { settingAt } from '../../recognize/resource/settings.ts';

/** Brokers or pools that keep their log on claims; an ephemeral log is lost with its pod anyway. */
function storageFacts(resource: Resource): readonly Fact[] {
  const storage = settingAt(resource, 'spec.kafka.storage') ?? settingAt(resource, 'spec.storage');
  const type = at(storage, 'type');
  if (storage === undefined || (type?.type === 'scalar' && type.text === 'ephemeral')) return [];
  const deletes = at(storage, 'deleteClaim');
  const isDeleted = deletes?.type === 'scalar' && deletes.text === 'true';
  return clusterStore(resource, {
    product: 'kafka',
    title: 'Kafka',
    holds: 'queue',
    deletionProtection:
      deletes !== undefined && isDeleted
        ? written(false, deletes.at)
        : unknown('external', storage.at),
  });
}

/** What the objects of Strimzi mean. */
export const resources: readonly ResourceSpec[] = [
  {
    types: ['kafka.strimzi.io/Kafka', 'kafka.strimzi.io/KafkaNodePool'],
    facts: storageFacts,
    source:
      'https://strimzi.io/docs/operators/latest/configuring.html#type-PersistentClaimStorage-reference',
    checkedOn: '2026-11-21',
  },
];
