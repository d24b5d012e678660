import { expect, it } from 'vitest';
import { knowledgeOf, outcomeOf } from '../../../test/pack-outcome.ts';
import { httpOperation } from '../../recognize/command/http-operation.ts';
import { pack } from './pack.ts';

const knowledge = knowledgeOf(pack);

it.each([
  ['gcloud sql instances delete shop', 'database, asks'],
  ['gcloud --project p --quiet sql instances delete shop', 'database'],
  ['gcloud sql instances delete shop -q', 'database'],
  ['gcloud sql instances describe shop', 'nothing'],
  ['gcloud sql backups restore 1 --restore-instance=shop --quiet', 'database'],
  ['gcloud projects delete shop --quiet', 'project'],
  ['gcloud compute disks delete data --zone=a -q', 'volume'],
  ['gcloud compute instances delete vm --keep-disks=all -q', 'nothing'],
  ['gcloud compute instances delete vm --delete-disks=all -q', 'volume'],
  ['gcloud container clusters delete c -q', 'files'],
  ['gcloud kms keys versions destroy 1 --key=k', 'files, asks'],
  ['gcloud storage rm -r gs://shop', 'bucket'],
  ['gcloud storage rm gs://shop/a.txt', 'nothing'],
  ['gcloud storage rsync a gs://shop --delete-unmatched-destination-objects', 'bucket'],
  ['gcloud storage rsync a gs://shop --delete-unmatched-destination-objects --dry-run', 'nothing'],
  ['gcloud storage rsync gs://shop copy --delete-unmatched-destination-objects', 'nothing'],
  ['gsutil -m rm -r gs://shop', 'bucket'],
  ['gsutil ls gs://shop', 'nothing'],
  ['gsutil rsync -d -r a gs://shop', 'bucket'],
  ['gsutil rsync -d -n a gs://shop', 'nothing'],
  ['gsutil rsync -r a gs://shop', 'nothing'],
  ['bq rm -r -f -d shop', 'database'],
  ['bq rm shop.carts', 'database, asks'],
  ['bq show shop', 'nothing'],
])('%s', (line, expected) => {
  expect(outcomeOf(pack, line)).toBe(expected);
});

const key = JSON.stringify({
  type: 'service_account',
  project_id: 'shop',
  private_key: 'k'.repeat(200),
});

it.each([
  [key, 'service-account-key'],
  [JSON.stringify(JSON.parse(key), null, 2), 'service-account-key'],
  [btoa(key), 'service-account-key'],
  [btoa(JSON.stringify(JSON.parse(key), null, 2)), 'service-account-key'],
  [key.replace('service_account', 'external_account'), undefined],
  [`ya29.${'aB3_'.repeat(10)}`, 'access-token'],
  [`GOCSPX-${'aB3x'.repeat(7)}`, 'oauth-client-secret'],
  [`GOCSPX-${'aB3x'.repeat(6)}`, undefined],
  [`AIza${'aB3_x'.repeat(7)}`, 'api-key'],
])('credential %#', (value, id) => {
  expect(knowledge.credentialByValue(value)?.spec.id).toBe(id);
});

it('does not report what every web app publishes', () => {
  expect(pack.credentials.find((spec) => spec.id === 'api-key')?.isPublic).toBe(true);
  expect(knowledge.credentialByName('GOOGLE_APPLICATION_CREDENTIALS')).toBeUndefined();
});

it.each([
  ['@google-cloud/gcloud-mcp', 'gcloud'],
  ['@google-cloud/storage-mcp@latest', 'storage'],
  ['@google-cloud/storage', undefined],
])('MCP server %s', (name, id) => {
  expect(knowledge.mcp(name)?.spec.id).toBe(id);
});

it.each([
  ['DELETE', 'https://sqladmin.googleapis.com/v1/projects/p/instances/shop', 'database'],
  ['DELETE', 'https://storage.googleapis.com/storage/v1/b/shop', 'bucket'],
  ['GET', 'https://storage.googleapis.com/storage/v1/b/shop', undefined],
  ['DELETE', 'https://maps.googleapis.com/storage/v1/b/shop', undefined],
])('%s %s', (method, url, destroys) => {
  expect(httpOperation(method, url, knowledge)?.spec.destroys).toBe(destroys);
});

it.each([
  ['sql', 'instances', 'delete', 'cloud-sql'],
  ['spanner', 'databases', 'delete', 'spanner-database'],
  ['storage', 'rm', '', 'gcs-bucket'],
])('gcloud %s %s %s takes %s and no other product', (service, group, verb, product) => {
  const words = ['gcloud', service, group, verb].filter((word) => word !== '');
  const [command] = pack.commands.filter(({ argv }) => argv.join(' ').startsWith(words.join(' ')));
  expect(command?.products).toContain(product);
  expect(command?.products).not.toContain('bigquery-dataset');
});
