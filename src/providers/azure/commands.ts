import type { Target } from '../../model/fact.ts';
import type { CommandSpec } from '../../model/knowledge.ts';
import { commandsOf } from '../../model/pack.ts';

const checkedOn = '2026-11-21';
const reference = 'https://learn.microsoft.com/cli/azure';
/** Products that the commands of a group take; what is declared by its address alone goes by the name of its engine. */
const productsOf: Readonly<Record<string, readonly string[]>> = {
  sql: ['azure-sql-database', 'sqlserver'],
  postgres: ['azure-postgresql', 'postgres'],
  mysql: ['azure-mysql', 'mysql'],
  cosmosdb: ['cosmos-db', 'mongodb'],
  redis: ['azure-redis', 'redis'],
  storage: ['storage-account'],
  disk: ['managed-disk'],
  vm: ['managed-disk'],
};
const asking = commandsOf(
  'az',
  { source: reference, checkedOn },
  { asks: 'unless-flag', skipsPrompt: ['--yes|-y'] },
  productsOf,
);

/** A command of the Azure CLI, with the page that describes it. */
function az(words: string, destroys: Target, rest: Partial<CommandSpec> = {}): CommandSpec {
  const names = words.split(' ').map((word) => word.split('|')[0] ?? word);
  const page = `${names.slice(0, -1).join('/')}#az-${names.join('-')}`;
  return asking(words, destroys, { source: `${reference}/${page}`, ...rest });
}

const never = { asks: 'never', skipsPrompt: [] } as const;
const softDeleted = 'restorable only while soft delete of the account or vault keeps it';

const databases: readonly CommandSpec[] = [
  az('sql db delete', 'database', {
    safeVariant: 'az sql db show',
    recovery: 'restorable within its retention while the server exists',
  }),
  az('sql server delete', 'database', {
    safeVariant: 'az sql db list',
    recovery: 'only long-term retention backups stay',
  }),
  az('sql mi delete', 'database', { safeVariant: 'az sql midb list' }),
  ...['postgres', 'mysql'].flatMap((engine) => [
    az(`${engine} flexible-server delete`, 'database', {
      safeVariant: `az ${engine} flexible-server show`,
    }),
    az(`${engine} flexible-server db delete`, 'database', {
      safeVariant: `az ${engine} flexible-server db show`,
    }),
  ]),
  az('cosmosdb delete', 'database', {
    safeVariant: 'az cosmosdb show',
    recovery:
      'according to vendor documentation in 2026, an account with continuous backup is restorable for 30 days',
  }),
  az('cosmosdb sql database|container delete', 'database', {
    safeVariant: 'az cosmosdb sql container list',
  }),
  az('cosmosdb mongodb database|collection delete', 'database', {
    safeVariant: 'az cosmosdb mongodb collection list',
  }),
  az('redis delete', 'cache', { safeVariant: 'az redis show' }),
];

const storage: readonly CommandSpec[] = [
  az('storage account delete', 'bucket', { safeVariant: 'az storage account show' }),
  az('storage container delete', 'bucket', {
    ...never,
    safeVariant: 'az storage container show',
    recovery: softDeleted,
  }),
  az('storage blob delete-batch', 'bucket', {
    ...never,
    harmlessWith: ['--dryrun'],
    safeVariant: 'az storage blob delete-batch --dryrun',
    recovery: softDeleted,
  }),
  az('storage fs delete', 'bucket', {
    safeVariant: 'az storage fs show',
    recovery: softDeleted,
  }),
  az('storage share|share-rm delete', 'volume', {
    safeVariant: 'az storage share list',
    recovery: softDeleted,
  }),
  az('disk delete', 'volume', {
    safeVariant: 'az disk show',
    recovery: 'its snapshots stay',
  }),
  az('snapshot delete', 'backup', { safeVariant: 'az snapshot show' }),
  az('vm delete', 'volume', {
    safeVariant: 'az vm show',
    recovery: 'its disks stay unless they are set to be deleted with it',
  }),
  az('backup protection disable', 'backup', {
    onlyWith: ['--delete-backup-data'],
    safeVariant: 'az backup item show',
    recovery: softDeleted,
  }),
  az('backup vault delete', 'backup', {
    safeVariant: 'az backup item list',
    recovery: 'it is refused while the vault holds protected items',
  }),
];

const deployments = 'https://learn.microsoft.com/azure/azure-resource-manager';

const control: readonly CommandSpec[] = [
  az('group delete', 'project', { safeVariant: 'az resource list --resource-group' }),
  az('resource delete', 'anything', { ...never, safeVariant: 'az resource show' }),
  az('deployment group create', 'environment', {
    ...never,
    onlyWith: ['--mode Complete|--mode complete'],
    harmlessWith: ['--what-if|-w'],
    safeVariant: 'az deployment group what-if --mode Complete',
    source: `${deployments}/templates/deployment-modes`,
  }),
  az('stack group|sub|mg delete', 'environment', {
    onlyWith: ['--action-on-unmanage deleteAll|--action-on-unmanage deleteResources'],
    safeVariant: 'az stack group show',
    source: `${deployments}/bicep/deployment-stacks`,
  }),
  az('keyvault delete', 'files', {
    ...never,
    safeVariant: 'az keyvault show',
    recovery:
      'according to vendor documentation in 2026, recoverable for 7 to 90 days with az keyvault recover',
  }),
  az('keyvault purge', 'files', {
    ...never,
    safeVariant: 'az keyvault show-deleted',
    recovery: 'it is refused while purge protection is on',
  }),
  // A cluster or an app registration takes none of the stores above with it.
  az('aks delete', 'files', { safeVariant: 'az aks show' }),
  az('ad app delete', 'files', {
    ...never,
    safeVariant: 'az ad app show',
    recovery: 'according to vendor documentation in 2026, restorable for 30 days',
  }),
];

const azd = commandsOf('azd', {
  source: 'https://learn.microsoft.com/azure/developer/azure-developer-cli/reference#azd-down',
  checkedOn,
});

/** Destructive commands of az and azd. What only removes a protection (locks, soft delete) destroys nothing by itself and is not listed. */
export const commands: readonly CommandSpec[] = [
  ...databases,
  ...storage,
  ...control,
  azd('down', 'environment', {
    asks: 'unless-flag',
    skipsPrompt: ['--force'],
    safeVariant: 'azd show',
  }),
];
