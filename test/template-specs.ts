import { randomBytes } from 'node:crypto';
import { createKnowledge, withResources } from '../src/engine/knowledge.ts';
import type { DataNode } from '../src/model/document.ts';
import type { Fact } from '../src/model/fact.ts';
import type { Knowledge } from '../src/model/knowledge.ts';
import { definePack } from '../src/model/pack.ts';
import type { ProviderPack } from '../src/model/plugin.ts';
import type { ConstructLibrary, Resource, ResourceSpec } from '../src/model/resource.ts';
import { storeFacts } from '../src/recognize/resource/resource-facts.ts';
import { switchOf } from '../src/recognize/resource/settings.ts';

const claim = { source: 'https://docs.aws.amazon.com/', checkedOn: '2026-11-21' };

/** What the tests of templates and programs see of their resources: each as one store, and all of them as they were handed to the packs. */
export interface SeenResources {
  readonly knowledge: Knowledge;
  readonly seen: readonly Resource[];
}

/** Knowledge of two types of resource that says no more than what was declared. */
export async function seenResources(library?: ConstructLibrary): Promise<SeenResources> {
  const seen: Resource[] = [];
  const facts = (resource: Resource): readonly Fact[] => {
    seen.push(resource);
    return storeFacts(resource, 'aws', {
      product: 'aws-rds',
      holds: 'database',
      deletionProtection: switchOf(resource, 'deletion_protection', {
        value: false,
        source: claim.source,
      }),
    });
  };
  const resources: readonly ResourceSpec[] = [
    {
      ...claim,
      types: ['AWS::RDS::DBInstance', 'AWS::RDS::DBCluster'],
      renamed: { db_instance_identifier: 'identifier' },
      facts,
    },
    {
      ...claim,
      types: [
        'AWS::DynamoDB::Table',
        'AWS::DynamoDB::GlobalTable',
        'AWS::S3::Bucket',
        'AWS::Backup::BackupPlan',
        'AWS::Backup::BackupSelection',
      ],
      renamed: {
        'point_in_time_recovery_specification.point_in_time_recovery_enabled':
          'point_in_time_recovery.enabled',
      },
      facts,
    },
  ];
  const pack: ProviderPack = {
    ...definePack({ id: 'aws', title: 'AWS', collectors: [] }),
    resources: async () => ({ resources }),
    constructs: async () => ({ library: library ?? removals }),
  };
  const packs = [pack];
  const knowledge = await withResources(createKnowledge(packs, randomBytes(32)), packs);
  return { knowledge, seen };
}

const removals: ConstructLibrary = {
  constructs: [],
  constants: {},
  removals: [
    {
      ...claim,
      types: ['AWS::RDS::DBInstance'],
      otherwise: 'snapshot',
      deletedWith: 'db_cluster_identifier',
      deleting: { skip_final_snapshot: true },
      copying: { skip_final_snapshot: false },
    },
  ],
};

/** A setting without its places: expressions as what they refer to. */
export function plainSetting(node: DataNode | undefined): unknown {
  switch (node?.type) {
    case undefined:
      return undefined;
    case 'scalar':
      return node.value;
    case 'list':
      return node.items.map(plainSetting);
    case 'map':
      return Object.fromEntries(node.entries.map(({ key, value }) => [key, plainSetting(value)]));
    case 'expr':
      return `?${node.refs.join(',')}`;
  }
}
