import type { CommandSpec } from '../../model/knowledge.ts';
import { commandsOf, credentialsOf, definePack } from '../../model/pack.ts';
import { toolingCollector } from '../../recognize/tooling.ts';

const checkedOn = '2026-11-21';
const reference = 'https://docs.oracle.com/en-us/iaas/tools/oci-cli/latest/oci_cli_docs';
const oci = commandsOf(
  'oci',
  { source: reference, checkedOn },
  {
    asks: 'unless-flag',
    skipsPrompt: ['--force'],
    harmlessWith: ['--generate-full-command-json-input', '--generate-param-json-input'],
    targets: ['OCI_CLI_PROFILE'],
  },
);

const commands: readonly CommandSpec[] = [
  oci('db autonomous-database delete', 'database', {
    safeVariant: 'oci db autonomous-database get',
  }),
  oci('db system terminate', 'database', { safeVariant: 'oci db system get' }),
  oci('db database delete', 'database', { safeVariant: 'oci db database get' }),
  oci('db backup delete', 'backup', { safeVariant: 'oci db backup get' }),
  oci('mysql db-system delete', 'database', { safeVariant: 'oci mysql db-system get' }),
  oci('os bucket delete', 'bucket', {
    onlyWith: ['--empty'],
    safeVariant: 'oci os object list',
  }),
  oci('os object bulk-delete', 'bucket', {
    harmlessWith: ['--dry-run'],
    safeVariant: 'oci os object bulk-delete --dry-run',
  }),
  oci('bv volume|boot-volume delete', 'volume', { safeVariant: 'oci bv volume get' }),
  oci('bv backup|boot-volume-backup|volume-group-backup delete', 'backup', {
    safeVariant: 'oci bv backup get',
  }),
  oci('fs file-system delete', 'volume', { safeVariant: 'oci fs file-system get' }),
  oci('compute instance terminate', 'volume', {
    harmlessWith: ['--preserve-boot-volume true'],
    safeVariant: 'oci compute instance get',
    recovery: 'attached block volumes stay',
  }),
  oci('iam compartment delete', 'project', {
    safeVariant: 'oci search resource structured-search',
  }),
  oci('ce cluster delete', 'files', { safeVariant: 'oci ce cluster get' }),
];

/** Everything known about Oracle Cloud Infrastructure. Its API takes signed requests only. */
export const pack = definePack({
  id: 'oracle-cloud',
  title: 'Oracle Cloud',
  terraform: () => import('./terraform.ts'),
  resources: () => import('./resources.ts'),
  commands,
  credentials: [
    credentialsOf({
      source: 'https://docs.oracle.com/en-us/iaas/Content/API/SDKDocs/clienvironmentvariables.htm',
      checkedOn,
    })({
      id: 'api-signing-key',
      title: 'Oracle Cloud API signing key',
      env: ['OCI_CLI_KEY_CONTENT'],
      scope: null,
      actions: null,
      expires: 'never',
      narrower: 'Use an instance or resource principal, or a session token that expires',
    }),
  ],
  hosts: [
    {
      suffix: '.oraclecloud.com',
      environmentLocal: false,
      source:
        'https://docs.oracle.com/en/cloud/paas/autonomous-database/serverless/adbsb/connect-download-wallet.html',
      checkedOn,
    },
  ],
  collectors: [
    toolingCollector('oracle-cloud', 'Oracle Cloud', {
      files: [{ glob: '**/*.tf', hints: ['provider "oci"', 'oracle/oci'] }],
      npm: ['oci-sdk'],
      python: ['oci-cli'],
      others: ['github.com/oracle/oci-go-sdk/v65'],
    }),
  ],
});
