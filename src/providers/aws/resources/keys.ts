import { type EntityKey, entityKey, type Fact } from '../../../model/fact.ts';
import type { Resource } from '../../../model/resource.ts';
import { identity, relation } from '../../../recognize/resource/resource-facts.ts';
import { settingAt } from '../../../recognize/resource/settings.ts';

/** An ARN of a key, which names one of a kind. */
const arn = /^arn:aws[a-z-]{0,10}:kms:[a-z0-9-]{1,30}:\d{12}:key\/[\w-]{1,80}$/;
/** Settings that name a store's key, in the order of their precision. */
const settings = ['kms_key_id', 'kms_key_arn', 'server_side_encryption.kms_key_arn'];

/**
 * The key that something is encrypted with, as a place that it shares with whatever else is. Keys that AWS manages cannot be deleted, and are not told.
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/deleting-keys.html (read 2026-11-21)
 */
export function keyFacts(of: Resource, entity: EntityKey): readonly Fact[] {
  const node = settings.map((path) => settingAt(of, path)).find((found) => found !== undefined);
  if (node === undefined) return [];
  const found = of.stack.target(node);
  const target =
    found?.type === 'aws_kms_alias' ? found.stack.target(settingAt(found, 'target_key_id')) : found;
  const isKey = target !== undefined && /^(?:aws_kms_key|AWS::KMS::Key)$/.test(target.type);
  const isNamed = node.type === 'scalar' && arn.test(node.text);
  if (!isKey && !isNamed) return [];
  const key = isKey ? target.key : entityKey(node.type === 'scalar' ? node.text : '');
  const name = isKey ? target.name : 'a key by its ARN';
  return [
    {
      kind: 'FailureDomain',
      ...identity(of, key, name, isKey ? target.at : node.at),
      implied: true,
      level: 'key',
    },
    relation(entity, 'placed-in', key, `it is encrypted with ${name}`, node.at),
  ];
}
