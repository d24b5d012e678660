import type { CommandSpec } from '../../model/knowledge.ts';
import { commandsOf, credentialsOf, definePack } from '../../model/pack.ts';
import { toolingCollector } from '../../recognize/tooling.ts';

const checkedOn = '2026-11-21';
const docs = 'https://www.alibabacloud.com/help/en';
/** Calls of the API by name; the CLI passes them on without asking. */
const aliyun = commandsOf(
  'aliyun',
  { source: `${docs}/cli/`, checkedOn },
  { harmlessWith: ['--dryrun', 'help'], targets: ['ALIBABA_CLOUD_PROFILE'] },
);
const oss = {
  asks: 'unless-flag',
  skipsPrompt: ['--force|-f'],
  onlyWith: ['--recursive|-r'],
  source: `${docs}/oss/developer-reference/ossutil-overview/`,
  safeVariant: 'aliyun oss ls',
} as const;

const commands: readonly CommandSpec[] = [
  aliyun('rds DeleteDBInstance', 'database', {
    safeVariant: 'aliyun rds DescribeDBInstanceAttribute',
  }),
  aliyun('rds DeleteDatabase', 'database', { safeVariant: 'aliyun rds DescribeDatabases' }),
  aliyun('rds DeleteBackup', 'backup', { safeVariant: 'aliyun rds DescribeBackups' }),
  aliyun('polardb DeleteDBCluster', 'database', {
    safeVariant: 'aliyun polardb DescribeDBClusterAttribute',
  }),
  aliyun('dds DeleteDBInstance', 'database', {
    safeVariant: 'aliyun dds DescribeDBInstanceAttribute',
  }),
  aliyun('r-kvstore DeleteInstance', 'cache', {
    safeVariant: 'aliyun r-kvstore DescribeInstanceAttribute',
  }),
  aliyun('ecs DeleteDisk', 'volume', { safeVariant: 'aliyun ecs DescribeDisks' }),
  aliyun('ecs DeleteInstance|DeleteInstances', 'volume', {
    safeVariant: 'aliyun ecs DescribeInstances',
    recovery: 'disks that are not set to be released with it stay',
  }),
  aliyun('ecs DeleteSnapshot', 'backup', { safeVariant: 'aliyun ecs DescribeSnapshots' }),
  aliyun('ros DeleteStack', 'environment', { safeVariant: 'aliyun ros ListStackResources' }),
  aliyun('oss rm', 'bucket', oss),
  commandsOf('ossutil|ossutil64', { source: oss.source, checkedOn })('rm', 'bucket', {
    ...oss,
    safeVariant: 'ossutil ls',
  }),
];

const credential = credentialsOf({
  source: `${docs}/ram/user-guide/create-an-accesskey-pair`,
  checkedOn,
});
const role = 'Use a RAM role with temporary credentials, limited to one resource group';

/** Everything known about Alibaba Cloud. Its API names the action in a parameter, so no path of it is listed. */
export const pack = definePack({
  id: 'alibaba-cloud',
  title: 'Alibaba Cloud',
  terraform: () => import('./terraform.ts'),
  resources: () => import('./resources.ts'),
  commands,
  credentials: [
    credential({
      id: 'access-key-id',
      title: 'Alibaba Cloud access key id',
      env: ['ALIBABA_CLOUD_ACCESS_KEY_ID', 'ALICLOUD_ACCESS_KEY', 'ALIYUN_ACCESS_KEY_ID'],
      prefixes: ['LTAI'],
      shape: /LTAI[A-Za-z0-9]{12,20}/,
      scope: null,
      actions: null,
      expires: 'never',
      counterpart: /(?:^|[^A-Za-z0-9])[A-Za-z0-9]{30}(?:[^A-Za-z0-9]|$)/m,
      narrower: role,
    }),
    credential({
      id: 'access-key-secret',
      title: 'Alibaba Cloud access key secret',
      env: ['ALIBABA_CLOUD_ACCESS_KEY_SECRET', 'ALICLOUD_SECRET_KEY', 'ALIYUN_ACCESS_KEY_SECRET'],
      shape: /[A-Za-z0-9]{30}/,
      scope: null,
      actions: null,
      expires: 'never',
      narrower: role,
    }),
  ],
  hosts: [
    {
      suffix: '.rds.aliyuncs.com',
      environmentLocal: false,
      source: `${docs}/rds/apsaradb-rds-for-mysql/view-and-change-the-endpoints-and-port-numbers-of-an-instance`,
      checkedOn,
    },
  ],
  collectors: [
    toolingCollector('alibaba-cloud', 'Alibaba Cloud', {
      files: [
        { glob: '**/s.yaml', hints: ['component: fc'] },
        { glob: '**/*.tf', hints: ['provider "alicloud"', 'aliyun/alicloud'] },
      ],
      npm: ['ali-oss', '@alicloud/openapi-client'],
      python: ['oss2', 'aliyun-python-sdk-core'],
      others: ['github.com/aliyun/alibaba-cloud-sdk-go'],
    }),
  ],
});
