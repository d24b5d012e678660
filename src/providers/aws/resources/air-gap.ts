import type { EntityKey, Fact } from '../../../model/fact.ts';
import type { Resource } from '../../../model/resource.ts';
import type { SourceRange } from '../../../model/source.ts';
import { guardFacts } from '../../../recognize/resource/resource-facts.ts';

/** A vault that is locked for good by its kind. */
export function isAirGapped({ type }: Resource): boolean {
  return /air_?gapped/i.test(type);
}

/**
 * What such a vault does to the copies in it. A team of approvers that is joined to it only opens it to another account when its own is lost, and keeps
 * nobody from deleting anything.
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/logicallyairgappedvault.html (read 2026-11-21)
 */
export function airGapFacts(
  owner: Resource,
  copy: EntityKey,
  named: string,
  at: SourceRange,
): readonly Fact[] {
  return guardFacts(owner, copy, {
    id: 'air-gap',
    name: `air gap of ${named}`,
    at,
    strength: 'blocks',
    because: 'nobody can delete recovery points of such a vault before their time',
  });
}

/**
 * Whether a plan that names such a vault as its target has its copies of a store end there. Of what the vault cannot take they stay in the ordinary
 * vault; tables go there only where the account has advanced features switched on, which no plan says.
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/lag-vault-primary-backup.html (read 2026-11-21)
 */
export function goesBehindAirGap({ type }: Resource): boolean {
  return taken.test(type);
}

const taken =
  /^(?:aws_(?:db_instance|rds_cluster|ebs_volume|efs_file_system|s3_bucket)|AWS::(?:RDS::DB(?:Instance|Cluster)|EC2::Volume|EFS::FileSystem|S3::Bucket))$/;
