import { commandsOf, credentialsOf, definePack, operationsOf } from '../../model/pack.ts';
import { toolingCollector } from '../../recognize/tooling.ts';

const checkedOn = '2026-11-21';
// It never asks.
const command = commandsOf('ovhcloud', {
  source: 'https://github.com/ovh/ovhcloud-cli/tree/main/doc',
  checkedOn,
});
/** Databases as Terraform declares them, or as an address alone does. */
const databases = ['ovh-database', 'postgres', 'mysql', 'mongodb', 'redis', 'kafka'];
const operation = operationsOf({ source: 'https://eu.api.ovh.com/console/', checkedOn });
const credential = credentialsOf({
  source: 'https://help.ovhcloud.com/csm/en-api-getting-started-ovhcloud-api',
  checkedOn,
});
const account = credentialsOf({
  source: 'https://help.ovhcloud.com/csm/en-manage-service-account',
  checkedOn,
});
const narrower =
  'Use an OAuth2 service account whose IAM policy names the resources, or a consumer key whose rules allow no DELETE';
/** A consumer key carries rules of methods and paths; the value does not show them. */
const rules = { scope: null, actions: null, expires: 'optional', narrower } as const;

/** The same calls under both versions of the API. */
const operations = ['/1.0', '/v1'].flatMap((version) => {
  const project = `${version}/cloud/project/{project}`;
  return [
    operation(`DELETE ${project}/instance/{instance}`, 'service'),
    operation(`POST ${project}/instance/{instance}/reinstall`, 'volume'),
    operation(`DELETE ${project}/volume/{volume}`, 'volume'),
    operation(`DELETE ${project}/volume/snapshot/{snapshot}`, 'backup'),
    operation(`DELETE ${project}/snapshot/{image}`, 'backup'),
    operation(`DELETE ${project}/kube/{cluster}`, 'environment'),
    operation(`DELETE ${project}/storage/{container}`, 'bucket'),
    operation(`DELETE ${project}/database/{engine}/{cluster}`, 'database'),
  ];
});

/** Everything known about OVHcloud. */
export const pack = definePack({
  id: 'ovh',
  title: 'OVHcloud',
  terraform: () => import('./terraform.ts'),
  resources: () => import('./resources.ts'),
  credentials: [
    credential({
      id: 'consumer-key',
      title: 'OVHcloud consumer key',
      env: ['OVH_CONSUMER_KEY'],
      headers: ['x-ovh-consumer'],
      ...rules,
    }),
    credential({
      id: 'application-secret',
      title: 'OVHcloud application secret',
      env: ['OVH_APPLICATION_SECRET'],
      ...rules,
    }),
    account({
      id: 'service-account',
      title: 'OVHcloud service account secret',
      env: ['OVH_CLIENT_SECRET'],
      ...rules,
    }),
    account({
      id: 'access-token',
      title: 'OVHcloud access token',
      env: ['OVH_ACCESS_TOKEN'],
      headers: ['authorization'],
      ...rules,
    }),
  ],
  commands: [
    command('cloud instance delete', 'service', {
      products: [],
      safeVariant: 'ovhcloud cloud instance get',
    }),
    command('cloud instance reinstall', 'volume', {
      products: [],
      safeVariant: 'ovhcloud cloud instance get',
    }),
    command('cloud database-service delete', 'database', {
      products: databases,
      safeVariant: 'ovhcloud cloud database-service get',
    }),
    command('cloud database-service database delete', 'database', { products: databases }),
    command('cloud storage-block delete', 'volume', {
      products: ['ovh-volume'],
      safeVariant: 'ovhcloud cloud storage-block get',
    }),
    command('cloud storage-block backup|snapshot delete', 'backup'),
    command('cloud storage-s3 delete', 'bucket', {
      products: ['ovh-bucket'],
      safeVariant: 'ovhcloud cloud storage-s3 get',
    }),
    command('cloud storage-s3 bulk-delete', 'files'),
    command('cloud storage-s3 object delete', 'files'),
    command('cloud storage-s3 object version delete', 'files'),
    command('cloud kube delete', 'environment', {
      products: [],
      safeVariant: 'ovhcloud cloud kube get',
    }),
    command('cloud kube reset', 'environment', {
      products: [],
      harmlessWith: ['--init-file'],
      safeVariant: 'ovhcloud cloud kube get',
    }),
    command('cloud container-registry delete', 'files'),
    command('baremetal reinstall', 'volume', {
      products: [],
      harmlessWith: ['--init-file'],
      safeVariant: 'ovhcloud baremetal get',
    }),
    command('vps reinstall', 'volume', {
      products: [],
      harmlessWith: ['--init-file'],
      safeVariant: 'ovhcloud vps get',
    }),
    command('vps terminate', 'service', {
      products: [],
      safeVariant: 'ovhcloud vps get',
      recovery: 'it asks for termination only; a mail to the account holder confirms it',
    }),
    command('vps snapshot delete', 'backup'),
  ],
  api: {
    hosts: ['eu.api.ovh.com', 'ca.api.ovh.com', 'api.us.ovhcloud.com'],
    operations,
  },
  hosts: [
    {
      suffix: '.database.cloud.ovh.net',
      environmentLocal: false,
      source: 'https://help.ovhcloud.com/csm/en-public-cloud-databases-postgresql-connect-cli',
      checkedOn,
    },
  ],
  collectors: [
    toolingCollector('ovh', 'OVHcloud', {
      files: [{ glob: '**/ovh.conf' }, { glob: '**/*.tf', hints: ['ovh/ovh', 'provider "ovh"'] }],
      npm: ['@ovhcloud/node-ovh', 'ovh'],
      python: ['ovh'],
      others: ['github.com/ovh/go-ovh', 'ovh/ovh'],
    }),
  ],
});
