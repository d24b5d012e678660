import type { CredentialSpec } from '../../model/knowledge.ts';
import { credentialsOf } from '../../model/pack.ts';
import {
  refineAccessToken,
  refineCosmos,
  refineSas,
  refineServicePrincipal,
  refineStorageConnection,
  refineStorageKey,
} from './refine.ts';

const checkedOn = '2026-11-21';
const learn = 'https://learn.microsoft.com';
const credential = credentialsOf({ source: `${learn}/entra/identity-platform`, checkedOn });

const federated =
  'Use a federated credential or a managed identity, with a role on one resource group and a CanNotDelete lock';
const delegated = 'Use a managed identity, or a user-delegation SAS that expires soon';

/** Credentials of Azure. What a principal may do stands in role assignments; account keys open everything in their account. */
export const credentials: readonly CredentialSpec[] = [
  credential({
    id: 'client-secret',
    title: 'Microsoft Entra application secret',
    env: [
      'AZURE_CLIENT_SECRET',
      'ARM_CLIENT_SECRET',
      'AZURE_AD_CLIENT_SECRET',
      'AAD_CLIENT_SECRET',
    ],
    // No literal starts it: the telling `Q~` stands behind four other characters.
    shape: /[A-Za-z0-9_~.-]{3}[0-9]Q~[A-Za-z0-9_~.-]{31,34}/,
    scope: null,
    actions: null,
    expires: 'always',
    narrower: federated,
    source: `${learn}/entra/identity-platform/howto-create-service-principal-portal`,
  }),
  credential({
    id: 'service-principal',
    title: 'Azure service principal with its secret',
    env: ['AZURE_CREDENTIALS'],
    shape: /\{[^{}]{0,2000}"clientSecret"[^{}]{0,2000}\}/,
    scope: null,
    actions: null,
    expires: 'always',
    narrower: federated,
    source: 'https://github.com/Azure/login',
    refine: refineServicePrincipal,
  }),
  credential({
    id: 'access-token',
    title: 'Azure access token',
    env: ['AZURE_ACCESS_TOKEN', 'ARM_ACCESS_TOKEN'],
    headers: ['authorization'],
    scope: null,
    actions: null,
    expires: 'within-hours',
    narrower: 'Let the tool fetch its token when it runs, and write none down',
    source: `${learn}/rest/api/azure`,
    refine: refineAccessToken,
  }),
  credential({
    id: 'storage-account-key',
    title: 'Azure storage account key',
    env: [
      'AZURE_STORAGE_KEY',
      'AZURE_STORAGE_ACCOUNT_KEY',
      'AZURE_STORAGE_ACCESS_KEY',
      'ARM_ACCESS_KEY',
    ],
    shape: /[A-Za-z0-9+/]{86}==/,
    scope: 'resource',
    actions: ['read', 'write', 'delete', 'admin'],
    plane: 'data',
    expires: 'never',
    narrower: delegated,
    source: `${learn}/azure/storage/common/storage-account-keys-manage`,
    refine: refineStorageKey,
  }),
  credential({
    id: 'storage-connection-string',
    title: 'Azure storage connection string',
    env: ['AZURE_STORAGE_CONNECTION_STRING', 'AzureWebJobsStorage'],
    prefixes: ['DefaultEndpointsProtocol=https;', 'BlobEndpoint=https://'],
    // With the key of the account, or with a shared access signature.
    shape:
      /DefaultEndpointsProtocol=https;[^\s"']{0,300}AccountKey=[A-Za-z0-9+/]{86}==[^\s"']{0,400}|BlobEndpoint=https:\/\/[^\s"']{10,400}SharedAccessSignature=[^\s"']{20,800}/,
    scope: 'resource',
    actions: ['read', 'write', 'delete', 'admin'],
    plane: 'data',
    expires: 'never',
    narrower: delegated,
    source: `${learn}/azure/storage/common/storage-configure-connection-string`,
    refine: refineStorageConnection,
  }),
  credential({
    id: 'storage-sas',
    title: 'Azure storage shared access signature',
    env: ['AZURE_STORAGE_SAS_TOKEN', 'ARM_SAS_TOKEN'],
    prefixes: ['sv=20', '?sv=20'],
    // The tools differ in which part of the query they write first.
    shape:
      /\??(?:sv=20[0-9]{2}-[0-9]{2}-[0-9]{2}|(?:sp|se|st|ss|sr|srt|spr|si)=[A-Za-z0-9%:.,-]{1,80})&[^\s"']{12,700}sig=[A-Za-z0-9%+/=]{20,120}/,
    scope: 'resource',
    // Its `sp` letters say which.
    actions: null,
    plane: 'data',
    expires: 'always',
    narrower: 'Leave d, x and y out of its permissions, and let it expire within hours',
    source: `${learn}/azure/storage/common/storage-sas-overview`,
    refine: refineSas,
  }),
  credential({
    id: 'cosmos-key',
    title: 'Azure Cosmos DB account key',
    env: ['COSMOS_KEY', 'AZURE_COSMOS_KEY', 'COSMOS_DB_KEY', 'COSMOSDB_KEY'],
    shape: /[A-Za-z0-9+/]{86}==/,
    // A read-only key looks the same.
    scope: 'resource',
    actions: null,
    plane: 'data',
    expires: 'never',
    narrower: 'Use Entra authentication with a data-plane role, or the read-only key',
    source: `${learn}/azure/cosmos-db/secure-access-to-data`,
    refine: refineCosmos,
  }),
  credential({
    id: 'cosmos-connection-string',
    title: 'Azure Cosmos DB connection string',
    env: ['COSMOS_CONNECTION_STRING', 'AZURE_COSMOS_CONNECTION_STRING'],
    prefixes: ['AccountEndpoint=https://'],
    shape:
      /AccountEndpoint=https:\/\/[a-z0-9-]{3,50}\.documents\.azure\.com[:/0-9]{0,8};AccountKey=[A-Za-z0-9+/]{86}==;?/,
    scope: 'resource',
    actions: null,
    plane: 'data',
    expires: 'never',
    narrower: 'Use Entra authentication with a data-plane role, or the read-only key',
    source: `${learn}/azure/cosmos-db/secure-access-to-data`,
    refine: refineCosmos,
  }),
  credential({
    id: 'devops-pat',
    title: 'Azure DevOps personal access token',
    env: ['AZURE_DEVOPS_EXT_PAT', 'AZURE_DEVOPS_PAT', 'AZURE_DEVOPS_TOKEN'],
    shape: /[A-Za-z0-9]{76}AZDO[A-Za-z0-9]{4}|[a-z2-7]{52}/,
    scope: null,
    actions: null,
    plane: 'supply',
    expires: 'always',
    narrower: 'Use a token with the scopes of one task, or a workload identity service connection',
    source: `${learn}/azure/devops/organizations/accounts/use-personal-access-tokens-to-authenticate`,
  }),
  credential({
    id: 'devops-job-token',
    title: 'Azure Pipelines job token',
    env: ['SYSTEM_ACCESSTOKEN'],
    scope: null,
    actions: null,
    plane: 'supply',
    expires: 'within-hours',
    narrower: 'Limit the job authorization scope to the current project',
    source: `${learn}/azure/devops/pipelines/process/access-tokens`,
  }),
];
