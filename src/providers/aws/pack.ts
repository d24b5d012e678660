import type { HostSpec } from '../../model/knowledge.ts';
import { definePack } from '../../model/pack.ts';
import { toolingCollector } from '../../recognize/tooling.ts';
import { commands } from './commands.ts';
import { credentials } from './credentials.ts';
import { mcp } from './mcp.ts';
import { policyFiles } from './policy-files.ts';

const checkedOn = '2026-11-21';

function host(suffix: string, page: string): HostSpec {
  return {
    suffix,
    environmentLocal: false,
    source: `https://docs.aws.amazon.com/${page}`,
    checkedOn,
  };
}

const rds = 'AmazonRDS/latest/UserGuide/USER_ConnectToInstance.html';
const china = 'general/latest/gr/rande.html';

/** Hosts name the region last for MemoryDB and serverless search; those have no suffix of their own. */
const hosts: readonly HostSpec[] = [
  host('.rds.amazonaws.com', rds),
  host('.rds.cn-north-1.amazonaws.com.cn', china),
  host('.rds.cn-northwest-1.amazonaws.com.cn', china),
  host('.docdb.amazonaws.com', 'documentdb/latest/developerguide/endpoints.html'),
  host('.neptune.amazonaws.com', 'neptune/latest/userguide/feature-overview-endpoints.html'),
  host('.redshift.amazonaws.com', 'redshift/latest/mgmt/connecting-from-psql.html'),
  host('.redshift-serverless.amazonaws.com', 'redshift/latest/mgmt/serverless-connecting.html'),
  host('.cache.amazonaws.com', 'AmazonElastiCache/latest/dg/Endpoints.html'),
  host('.es.amazonaws.com', 'opensearch-service/latest/developerguide/createupdatedomains.html'),
];

/** Everything known about Amazon Web Services. Its API is signed POSTs that name no path, so no HTTP operation is listed. */
export const pack = definePack({
  id: 'aws',
  title: 'AWS',
  credentials,
  commands,
  mcp,
  hosts,
  resources: () => import('./resources.ts'),
  terraform: () => import('./terraform.ts'),
  constructs: () => import('./constructs/library.ts'),
  commandClients: [
    {
      module: 'boto3',
      factory: 'client',
      program: 'aws',
      services: { s3: 's3api' },
      endpoint: 'endpoint_url',
      // Whoever lists the objects to delete mostly means a few.
      unjudged: ['delete_objects', 'delete_object'],
      resourceFactory: 'resource',
      emptied: {
        objects: 's3 rm --recursive',
        object_versions: 's3api delete-object --version-id all',
      },
      fakes: ['moto'],
      source: 'https://boto3.amazonaws.com/v1/documentation/api/latest/guide/clients.html',
      checkedOn,
    },
  ],
  collectors: [
    policyFiles,
    toolingCollector('aws', 'AWS', {
      files: [
        { glob: '**/.aws/config' },
        { glob: '**/.aws/credentials' },
        { glob: '**/buildspec.yml' },
        { glob: '**/buildspec.yaml' },
        { glob: '**/appspec.yml', hints: ['AWS::', 'os: linux', 'os: windows'] },
        { glob: '**/*.tf', hints: ['provider "aws"', 'hashicorp/aws'] },
      ],
      npm: ['aws-sdk', '@aws-sdk/client-s3', '@aws-sdk/client-dynamodb', '@aws-sdk/client-rds'],
      python: ['boto3', 'aioboto3', 'awscli'],
      others: [
        'aws-sdk-s3',
        'aws-sdk-rails',
        'aws/aws-sdk-php',
        'github.com/aws/aws-sdk-go-v2',
        'AWSSDK.S3',
        'aws-sdk-dynamodb',
        'software.amazon.awssdk',
      ],
    }),
  ],
});
