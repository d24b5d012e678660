import type { Fact } from '../../../model/fact.ts';
import type { Resource, ResourceSpec } from '../../../model/resource.ts';
import { byDefault, known, type Value } from '../../../model/value.ts';
import { copiesOfDisk } from '../../../recognize/resource/copy-tags.ts';
import {
  derived,
  inverted,
  isWritten,
  notSaid,
} from '../../../recognize/resource/derived-settings.ts';
import { declaredSnapshot, isKept } from '../../../recognize/resource/kept-copies.ts';
import { namedBy } from '../../../recognize/resource/named-by.ts';
import { storeFacts } from '../../../recognize/resource/resource-facts.ts';
import { settingAt } from '../../../recognize/resource/settings.ts';
import { automatedBackups, keptByAws } from './copies.ts';
import { keyFacts } from './keys.ts';
import {
  awsSpec,
  finalSnapshot,
  isTemplate,
  numberWith,
  offUnlessWritten,
  onUnlessWritten,
  pageOf,
  textWith,
} from './spec.ts';

const elasticBackups = 'https://docs.aws.amazon.com/efs/latest/ug/awsbackup.html';

/** Disks and file systems: none of them can be protected from deletion at AWS itself. */
export const fileSystems: readonly ResourceSpec[] = [
  awsSpec(['aws_ebs_volume', 'AWS::EC2::Volume'], disk),
  awsSpec(['aws_ebs_snapshot', 'aws_ebs_snapshot_copy'], diskSnapshot),
  awsSpec(['aws_efs_file_system', 'AWS::EFS::FileSystem'], elastic),
  awsSpec(['aws_fsx_lustre_file_system'], lustre),
  awsSpec(['aws_fsx_windows_file_system'], (resource) => windows(resource)),
  awsSpec(['aws_fsx_ontap_file_system', 'aws_fsx_openzfs_file_system'], (resource) =>
    managed(resource, numberWith(resource, 'automatic_backup_retention_days', null)),
  ),
];

/** Types that copy disks, or may. */
const COPIERS = /^aws_(?:dlm_|backup_|ebs_snapshot)|^AWS::(?:DLM|Backup)::/;

function disk(resource: Resource): readonly Fact[] {
  const copies = copiesOfDisk(resource, COPIERS, pageOf(resource));
  const store = storeFacts(resource, 'aws', {
    product: 'ebs-volume',
    holds: 'volume',
    deletionProtection: notSaid(resource),
    ...(copies === undefined ? {} : { ownBackups: copies }),
    finalCopy: isTemplate(resource)
      ? finalSnapshot(resource, 'delete')
      : offUnlessWritten(resource, 'final_snapshot'),
  });
  return [...store, ...keyFacts(resource, resource.key)];
}

/** A snapshot that the code itself declares: what takes the stack away takes it too. */
function diskSnapshot(resource: Resource): readonly Fact[] {
  const volume = resource.stack.target(settingAt(resource, 'volume_id'));
  return declaredSnapshot(resource, 'aws', volume);
}

/** EFS: copied by AWS Backup where a policy says so; without one only a file system in one zone is. */
function elastic(resource: Resource): readonly Fact[] {
  const policy = backupPolicy(resource);
  const facts = storeFacts(resource, 'aws', {
    product: 'efs',
    holds: 'volume',
    deletionProtection: notSaid(resource),
    ownBackups: policy,
  });
  const store = [...facts, ...keyFacts(resource, resource.key)];
  if (known(policy) !== true) return store;
  return [
    ...store,
    ...keptByAws(resource, {
      id: 'automatic',
      name: `automatic backups of ${resource.name}`,
      at: policy.at,
      method: 'snapshot',
      retentionDays: byDefault(35, policy.at, elasticBackups),
      survivesSourceDeletion: byDefault(true, policy.at, elasticBackups),
      of: [resource.key],
      because: 'they are automatic backups of it, kept in the vault of the account',
    }),
  ];
}

function backupPolicy(resource: Resource): Value<boolean> {
  const [separate, ...more] = namedBy(resource, ['aws_efs_backup_policy'], 'file_system_id');
  if (more.length > 0) return notSaid(resource);
  if (separate !== undefined) {
    return derived(textWith(separate, 'backup_policy.status', null), isEnabled);
  }
  if (isWritten(resource, 'backup_policy')) {
    return derived(textWith(resource, 'backup_policy.status', null), isEnabled);
  }
  if (isWritten(resource, 'availability_zone_name')) return notSaid(resource);
  return byDefault(false, resource.at, elasticBackups);
}

function isEnabled(status: string): boolean {
  return status.toUpperCase() === 'ENABLED';
}

/** FSx for Lustre: scratch file systems are for data that lies elsewhere. */
function lustre(resource: Resource): readonly Fact[] {
  const type = textWith(resource, 'deployment_type', 'SCRATCH_1');
  const days = numberWith(resource, 'automatic_backup_retention_days', 0);
  return [
    ...storeFacts(resource, 'aws', {
      product: 'fsx-lustre',
      holds: 'volume',
      deletionProtection: notSaid(resource),
      disposable: derived(type, (name) => name.startsWith('SCRATCH')),
      finalCopy: inverted(onUnlessWritten(resource, 'skip_final_backup')),
      ownBackups: isKept(days),
    }),
    ...automatedBackups(resource, days, notSaid(resource), 'snapshot'),
  ];
}

function windows(resource: Resource): readonly Fact[] {
  const days = numberWith(resource, 'automatic_backup_retention_days', 7);
  return managed(resource, days, inverted(offUnlessWritten(resource, 'skip_final_backup')));
}

function managed(
  resource: Resource,
  days: Value<number>,
  finalCopy?: Value<boolean>,
): readonly Fact[] {
  return [
    ...storeFacts(resource, 'aws', {
      product: 'fsx',
      holds: 'volume',
      deletionProtection: notSaid(resource),
      ownBackups: isKept(days),
      ...(finalCopy === undefined ? {} : { finalCopy }),
    }),
    ...(days.state === 'unknown'
      ? []
      : automatedBackups(resource, days, notSaid(resource), 'snapshot')),
  ];
}
