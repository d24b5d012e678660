import { type DataEntry, type DataNode, entries, items } from '../../../model/document.ts';
import type { EntityKey, Fact } from '../../../model/fact.ts';
import type { Resource } from '../../../model/resource.ts';
import { readStatements } from '../../../recognize/policy/aws-statement.ts';
import { field } from '../../../recognize/policy/policy-document.ts';
import { matchesWildcard } from '../../../recognize/policy/wildcard.ts';
import { literal } from '../../../recognize/resource/derived-settings.ts';
import { namedBy } from '../../../recognize/resource/named-by.ts';
import { guardFacts } from '../../../recognize/resource/resource-facts.ts';
import { blocksOf, settingAt } from '../../../recognize/resource/settings.ts';
import { policyTreeAt } from './attached-policies.ts';

/**
 * A vault whose policy denies everybody the deletion of recovery points. Whoever may write another policy can lift it, so it makes people ask and does
 * not stop those.
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/create-a-vault-access-policy.html (read 2026-11-21)
 */
export function policyOfVault(vault: Resource, copy: EntityKey): readonly Fact[] {
  const deletion = ['backup:DeleteRecoveryPoint'];
  const separate = policiesOf(vault).find((policy) => denialIn(policy, 'policy', deletion));
  const own = denialIn(vault, 'access_policy', deletion) === null ? undefined : vault;
  const found = separate ?? own;
  if (found === undefined) return [];
  return guardFacts(vault, copy, {
    id: 'policy',
    name: `policy of ${vault.name}`,
    at: found.at,
    strength: 'asks',
    because: 'only who may change the policy of its vault can delete its recovery points',
  });
}

/**
 * A bucket whose policy denies everybody the deletion of objects or of their versions, at all or without a second factor.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/example-bucket-policies.html (read 2026-11-21)
 */
export function policyOfBucket(bucket: Resource): readonly Fact[] {
  const deletion = ['s3:DeleteObject', 's3:DeleteObjectVersion'];
  const policies = namedBy(bucket, ['aws_s3_bucket_policy', 'AWS::S3::BucketPolicy'], 'bucket');
  for (const policy of [...policies, bucket]) {
    const denial =
      denialIn(policy, 'policy', deletion) ?? denialIn(policy, 'policy_document', deletion);
    if (denial === null) continue;
    const asksFactor = denial === 'without-factor';
    return guardFacts(bucket, bucket.key, {
      id: 'policy',
      name: `${asksFactor ? 'second factor by the policy' : 'policy'} of ${bucket.name}`,
      at: policy.at,
      strength: 'asks',
      because: asksFactor
        ? 'its policy lets nobody delete its objects without a second factor'
        : 'only who may change its policy can delete its objects',
    });
  }
  return [];
}

/** Policies that name the vault, by reference or as it is called. */
function policiesOf(vault: Resource): readonly Resource[] {
  const types = ['aws_backup_vault_policy'];
  const named = namedBy(vault, types, 'backup_vault_name');
  if (named.length > 0) return named;
  const name = literal(vault, 'name');
  if (name === undefined) return [];
  return vault.stack.resources.filter(
    (other) => types.includes(other.type) && literal(other, 'backup_vault_name') === name,
  );
}

/** Whether a policy denies everybody one of some actions: whatever they show, or unless they signed in with a second factor. */
function denialIn(
  resource: Resource,
  setting: string,
  actions: readonly string[],
): 'always' | 'without-factor' | null {
  const tree = policyTreeAt(settingAt(resource, setting), resource.stack);
  const found = blocksOf(tree, 'statement')
    .concat(blocksOf(tree, 'Statement'))
    .filter(isForEveryone)
    .flatMap((statement) => denialsOf(statement, actions));
  if (found.includes('always')) return 'always';
  return found.includes('without-factor') ? 'without-factor' : null;
}

/** `"*"`, `{ "AWS": "*" }`, or a block with the identifier `*`. */
function isForEveryone(statement: DataNode): boolean {
  const principal = field(statement, 'principal', 'principals');
  return principal !== undefined && textsIn(principal, 4).includes('*');
}

function textsIn(node: DataNode, depth: number): readonly string[] {
  if (node.type === 'scalar') return [node.text];
  if (depth === 0 || node.type === 'expr') return [];
  const inside = node.type === 'list' ? items(node) : entries(node).map(({ value }) => value);
  return inside.flatMap((one) => textsIn(one, depth - 1));
}

function denialsOf(
  statement: DataNode,
  wanted: readonly string[],
): readonly ('always' | 'without-factor')[] {
  const only: DataEntry = { key: 'statement', keyAt: statement.at, labels: [], value: statement };
  const { statements } = readStatements({ type: 'map', entries: [only], at: statement.at });
  return statements.flatMap(({ allows, condition, allActionsBut, actions }) => {
    const isAbout = actions.some((pattern) => wanted.some((one) => matchesWildcard(pattern, one)));
    if (allows || allActionsBut || !isAbout) return [];
    // What is narrowed in any other way leaves somebody free to delete.
    if (condition === 'none') return ['always'];
    return condition === 'second-factor' ? ['without-factor'] : [];
  });
}
