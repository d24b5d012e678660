import type { ConstructLibrary, RemovalSpec } from '../../../model/resource.ts';
import { crossplane } from './crossplane.ts';
import { databases } from './databases.ts';
import { pulumi } from './pulumi.ts';
import { checkedOn } from './spec.ts';
import { constants, storage } from './storage.ts';

const source =
  'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-deletionpolicy.html';
/** A last copy is made or not, as the specs of the types read it for Terraform. */
const policies = {
  deleting: { skip_final_snapshot: true },
  copying: { skip_final_snapshot: false },
  source,
  checkedOn,
} as const;

const removals: readonly RemovalSpec[] = [
  { types: ['AWS::RDS::DBCluster'], otherwise: 'snapshot', ...policies },
  {
    types: ['AWS::RDS::DBInstance'],
    otherwise: 'snapshot',
    deletedWith: 'db_cluster_identifier',
    ...policies,
  },
  {
    types: [
      'AWS::DocDB::DBCluster',
      'AWS::EC2::Volume',
      'AWS::ElastiCache::CacheCluster',
      'AWS::ElastiCache::ReplicationGroup',
      'AWS::Neptune::DBCluster',
      'AWS::Redshift::Cluster',
    ],
    otherwise: 'delete',
    ...policies,
  },
];

/** What the AWS construct library and CloudFormation leave unsaid. */
export const library: ConstructLibrary = {
  constructs: [...databases, ...storage, ...pulumi, ...crossplane],
  constants,
  removals,
};
