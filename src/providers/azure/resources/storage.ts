import { type EntityKey, entityKey, type Fact } from '../../../model/fact.ts';
import type { Resource, ResourceSpec } from '../../../model/resource.ts';
import { known, written } from '../../../model/value.ts';
import { copiesIn } from '../../../recognize/resource/bucket-copies.ts';
import { literal } from '../../../recognize/resource/derived-settings.ts';
import { namedBy } from '../../../recognize/resource/named-by.ts';
import { guardFacts } from '../../../recognize/resource/resource-facts.ts';
import { settingAt } from '../../../recognize/resource/settings.ts';
import { soundsLikeCopies, soundsPassing } from '../../../recognize/resource/store-names.ts';
import { lockOn } from './locks.ts';
import { azure } from './spec.ts';

/** Storage accounts. Unlike buckets elsewhere they are deleted with everything in them. */
export const storage: readonly ResourceSpec[] = [
  azure.spec(['azurerm_storage_account', 'Microsoft.Storage/storageAccounts'], account, {
    'properties.immutable_storage_with_versioning.immutability_policy.state':
      'immutability_policy.state',
  }),
];

function account(resource: Resource): readonly Fact[] {
  const name = literal(resource, 'name');
  const passing = soundsPassing(resource, 'name');
  const guards = immutability(resource);
  return [
    ...azure.store(resource, {
      product: 'storage-account',
      holds: 'bucket',
      // Its name is part of its address, so that it is one of a kind.
      aliases: name === undefined ? [] : [aliasOf(name)],
      deletionProtection: lockOn(resource),
      ...(passing
        ? { disposable: written(true, settingAt(resource, 'name')?.at ?? resource.at) }
        : {}),
    }),
    ...guards,
    ...(soundsLikeCopies(resource, 'name') && !passing
      ? // Nothing refuses to destroy an account that is not empty.
        copiesIn(resource, 'azure', { isForced: true, guards })
      : []),
  ];
}

function aliasOf(name: string): EntityKey {
  return entityKey(`azure:storage/${name}`);
}

/** Policies that keep what is written: of the account, or of a container in it. */
function immutability(resource: Resource): readonly Fact[] {
  const state = azure.text(resource, 'immutability_policy.state', null);
  const containers = [
    ...namedBy(resource, ['azurerm_storage_container'], 'storage_account_id'),
    ...namedBy(resource, ['azurerm_storage_container'], 'storage_account_name'),
  ];
  const locked = containers
    .flatMap((container) =>
      namedBy(
        container,
        ['azurerm_storage_container_immutability_policy'],
        'storage_container_resource_manager_id',
      ),
    )
    .map((policy) => azure.off(policy, 'locked'))
    .find((value) => known(value) === true);
  const isLocked = known(state)?.toLowerCase() === 'locked';
  const at = isLocked ? state.at : locked?.at;
  if (at !== undefined) {
    return guardFacts(resource, resource.key, {
      id: 'immutability',
      name: `immutability policy of ${resource.name}`,
      at,
      strength: 'blocks',
      because: 'nobody can delete what it holds, or the account, before its retention ends',
    });
  }
  if (known(state)?.toLowerCase() !== 'unlocked') return [];
  return guardFacts(resource, resource.key, {
    id: 'immutability',
    name: `immutability policy of ${resource.name}`,
    at: state.at,
    strength: 'asks',
    because: 'only who may change the policy can delete what it holds before its retention ends',
  });
}
