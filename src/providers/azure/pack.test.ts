import { expect, it } from 'vitest';
import { knowledgeOf, outcomeOf } from '../../../test/pack-outcome.ts';
import { httpOperation } from '../../recognize/command/http-operation.ts';
import { pack } from './pack.ts';

const knowledge = knowledgeOf(pack);

it.each([
  ['az group delete -n shop', 'project, asks'],
  ['az group delete -n shop --yes --no-wait', 'project'],
  ['az sql db delete -g a -s b -n shop -y', 'database'],
  ['az postgres flexible-server delete -g a -n shop --yes', 'database'],
  ['az postgres flexible-server show -g a -n shop', 'nothing'],
  ['az cosmosdb sql container delete -g a -a b -d c -n d -y', 'database'],
  ['az storage account delete -n shop -y', 'bucket'],
  ['az storage blob delete-batch -s shop', 'bucket'],
  ['az storage blob delete-batch -s shop --dryrun', 'nothing'],
  ['az resource delete --ids a', 'anything'],
  ['az backup protection disable --delete-backup-data true --yes', 'backup'],
  ['az backup protection disable --delete-backup-data false --yes', 'nothing'],
  ['az deployment group create -g a -f main.bicep --mode Complete', 'environment'],
  ['az deployment group create -g a -f main.bicep --mode Complete --what-if', 'nothing'],
  ['az deployment group create -g a -f main.bicep', 'nothing'],
  ['az deployment group what-if -g a -f main.bicep --mode Complete', 'nothing'],
  ['az stack group delete --action-on-unmanage deleteAll --yes', 'environment'],
  ['az keyvault purge -n shop', 'files'],
  ['azd down', 'environment, asks'],
  ['azd down --force --purge', 'environment'],
  ['azd up', 'nothing'],
])('%s', (line, expected) => {
  expect(outcomeOf(pack, line)).toBe(expected);
});

const account = `${'aB3+'.repeat(21)}aB==`;

it.each([
  [
    `DefaultEndpointsProtocol=https;AccountName=shop;AccountKey=${account};EndpointSuffix=core.windows.net`,
    'storage-connection-string',
  ],
  [
    `AccountEndpoint=https://shop.documents.azure.com:443/;AccountKey=${account};`,
    'cosmos-connection-string',
  ],
  ['DefaultEndpointsProtocol=https;AccountName=shop', undefined],
  [`AccountEndpoint=https://localhost:8081/;AccountKey=${account};`, undefined],
  [`sv=2024-11-04&ss=b&srt=sco&sp=rwdl&se=2027-01-01&sig=${'aB3%2F'.repeat(8)}`, 'storage-sas'],
])('credential %#', (value, id) => {
  expect(knowledge.credentialByValue(value)?.spec.id).toBe(id);
});

it.each([
  ['ARM_CLIENT_SECRET', 'client-secret'],
  ['AZURE_STORAGE_KEY', 'storage-account-key'],
  ['AZURE_SUBSCRIPTION_ID', undefined],
])('variable %s', (name, id) => {
  expect(knowledge.credentialByName(name)?.spec.id).toBe(id);
});

it.each([
  ['@azure/mcp@latest', 'azure'],
  ['msmcp-azure', 'azure'],
  ['@azure-devops/mcp', undefined],
])('MCP server %s', (name, id) => {
  expect(knowledge.mcp(name)?.spec.id).toBe(id);
});

it.each([
  ['subscriptions/a/resourcegroups/shop?api-version=2021-04-01', 'project'],
  ['subscriptions/a/resourceGroups/shop/providers/Microsoft.Sql/servers/s/databases/d', 'database'],
  ['subscriptions/a/resourceGroups/shop/providers/Microsoft.Web/sites/s', undefined],
])('DELETE %s', (path, destroys) => {
  const found = httpOperation('DELETE', `https://management.azure.com/${path}`, knowledge);
  expect(found?.spec.destroys).toBe(destroys);
});
