import { type DataEntry, type DataNode, entries, items } from '../../../model/document.ts';
import type { EntityKey, Fact } from '../../../model/fact.ts';
import type { Resource } from '../../../model/resource.ts';
import { readStatements } from '../../../recognize/policy/aws-statement.ts';
import { field } from '../../../recognize/policy/policy-document.ts';
import { literal } from '../../../recognize/resource/derived-settings.ts';
import { namedBy } from '../../../recognize/resource/named-by.ts';
import { guardFacts } from '../../../recognize/resource/resource-facts.ts';
import { blocksOf, settingAt } from '../../../recognize/resource/settings.ts';
import { policyTreeAt } from './attached-policies.ts';

/** Patterns of actions that take in the deletion of a recovery point. */
const DELETION = /^(?:\*|backup:(?:\*|delete\*?|deleterecovery(?:\*|point\*?)))$/i;

/**
 * A vault whose policy denies everybody the deletion of recovery points. Whoever may write another policy can lift it, so it makes people ask and does
 * not stop those.
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/create-a-vault-access-policy.html (read 2026-11-21)
 */
export function policyOf(vault: Resource, copy: EntityKey): readonly Fact[] {
  const separate = policiesOf(vault).find((policy) => deniesDeletion(policy, 'policy'));
  const own = deniesDeletion(vault, 'access_policy') ? vault : undefined;
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

function deniesDeletion(resource: Resource, setting: string): boolean {
  const tree = policyTreeAt(settingAt(resource, setting), resource.stack);
  return blocksOf(tree, 'statement')
    .concat(blocksOf(tree, 'Statement'))
    .some((statement) => isForEveryone(statement) && deniesIn(statement));
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

function deniesIn(statement: DataNode): boolean {
  const only: DataEntry = { key: 'statement', keyAt: statement.at, labels: [], value: statement };
  const { statements } = readStatements({ type: 'map', entries: [only], at: statement.at });
  return statements.some(
    ({ allows, condition, allActionsBut, actions }) =>
      !allows &&
      condition === 'none' &&
      !allActionsBut &&
      actions.some((action) => DELETION.test(action)),
  );
}
