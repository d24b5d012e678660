import type { CommandSpec } from '../../model/knowledge.ts';
import { commandsOf, credentialsOf, definePack, operationsOf } from '../../model/pack.ts';
import { toolingCollector } from '../../recognize/tooling.ts';

const checkedOn = '2026-11-21';
const docs = 'https://cloud.ibm.com/docs';
const forced = { asks: 'unless-flag', skipsPrompt: ['--force|-f'] } as const;
const ibmcloud = commandsOf('ibmcloud|ic', { source: `${docs}/cli`, checkedOn }, forced);

const commands: readonly CommandSpec[] = [
  ibmcloud('resource service-instance-delete', 'anything', {
    safeVariant: 'ibmcloud resource service-instance',
    source: `${docs}/cli?topic=cli-ibmcloud_commands_resource`,
  }),
  ibmcloud('is volume-delete', 'volume', {
    safeVariant: 'ibmcloud is volume',
    source: `${docs}/vpc?topic=vpc-vpc-reference`,
  }),
  ibmcloud('is snapshot-delete', 'backup', {
    safeVariant: 'ibmcloud is snapshot',
    source: `${docs}/vpc?topic=vpc-vpc-reference`,
  }),
  ibmcloud('cos bucket-delete', 'service', {
    safeVariant: 'ibmcloud cos objects',
    source: `${docs}/cloud-object-storage?topic=cloud-object-storage-cli-plugin-ic-cos-cli`,
    recovery: 'it is refused while the bucket holds objects',
  }),
  ibmcloud('cos objects-delete', 'bucket', {
    safeVariant: 'ibmcloud cos objects',
    source: `${docs}/cloud-object-storage?topic=cloud-object-storage-cli-plugin-ic-cos-cli`,
  }),
  ibmcloud('ks|oc cluster rm', 'files', {
    safeVariant: 'ibmcloud ks cluster get',
    source: `${docs}/containers?topic=containers-kubernetes-service-cli`,
  }),
];

/** Everything known about IBM Cloud. */
export const pack = definePack({
  id: 'ibm-cloud',
  title: 'IBM Cloud',
  commands,
  credentials: [
    credentialsOf({ source: `${docs}/account?topic=account-manapikey`, checkedOn })({
      id: 'api-key',
      title: 'IBM Cloud API key',
      env: ['IBMCLOUD_API_KEY', 'IBM_CLOUD_API_KEY', 'IC_API_KEY', 'BLUEMIX_API_KEY'],
      // Keys of people and of service ids look alike.
      shape: /[A-Za-z0-9_-]{44}/,
      scope: null,
      actions: null,
      narrower: 'Use the key of a service id whose access policy names one resource group',
    }),
  ],
  api: {
    hosts: ['resource-controller.cloud.ibm.com'],
    operations: [
      operationsOf({
        source: 'https://cloud.ibm.com/apidocs/resource-controller/resource-controller',
        checkedOn,
      })('DELETE /v2/resource_instances/{id}', 'anything'),
    ],
  },
  hosts: [
    {
      suffix: '.databases.appdomain.cloud',
      environmentLocal: false,
      source: `${docs}/databases-for-postgresql?topic=databases-for-postgresql-connection-strings`,
      checkedOn,
    },
  ],
  collectors: [
    toolingCollector('ibm-cloud', 'IBM Cloud', {
      files: [{ glob: '**/*.tf', hints: ['provider "ibm"', 'IBM-Cloud/ibm'] }],
      npm: ['ibm-cloud-sdk-core', '@ibm-cloud/cloudant'],
      python: ['ibm-cloud-sdk-core', 'ibm-cos-sdk'],
    }),
  ],
});
