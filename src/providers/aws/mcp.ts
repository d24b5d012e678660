import type { McpSpec } from '../../model/knowledge.ts';
import { mcpServersOf, mcpSwitch } from '../../model/pack.ts';

const checkedOn = '2026-11-21';
const labs = 'https://github.com/awslabs/mcp/tree/main/src';
const described = mcpServersOf({ source: labs, checkedOn });

/** A server of awslabs/mcp: its folder names its package and its page. */
function server(name: string, spec: Omit<Parameters<typeof described>[0], 'id'>): McpSpec {
  return described({
    id: name,
    packages: [`awslabs.${name}-mcp-server`],
    source: `${labs}/${name}-mcp-server`,
    ...spec,
  });
}

const writes = [mcpSwitch('--allow-write')];
const readOnly = [mcpSwitch('--readonly')];
const withoutWrite = 'Start it without --allow-write, and give it a read-only role';
const withReadOnly = 'Start it with --readonly, and give it a read-only role';

/** MCP servers of AWS; all act with the IAM identity they are started with. */
export const mcp: readonly McpSpec[] = [
  server('aws-api', {
    title: 'AWS API MCP server',
    packages: [
      'awslabs.aws-api-mcp-server',
      'public.ecr.aws/awslabs-mcp/awslabs/aws-api-mcp-server',
    ],
    destructiveTools: ['call_aws'],
    readOnly: [mcpSwitch('READ_OPERATIONS_ONLY=true')],
    narrower: 'Set READ_OPERATIONS_ONLY=true, and give it a read-only role',
  }),
  described({
    id: 'managed',
    title: 'AWS MCP server',
    hosts: [
      'us-east-1',
      'us-west-2',
      'ap-southeast-1',
      'ap-southeast-2',
      'ap-northeast-1',
      'eu-central-1',
      'eu-west-1',
      'eu-west-2',
    ].map((region) => `aws-mcp.${region}.api.aws`),
    destructiveTools: ['aws___call_aws'],
    narrower: 'Sign in with a read-only role',
    source: 'https://docs.aws.amazon.com/general/latest/gr/aws-mcp.html',
  }),
  server('ccapi', {
    title: 'AWS Cloud Control API MCP server',
    destructiveTools: ['delete_resource', 'update_resource'],
    readOnly,
    narrower: withReadOnly,
  }),
  server('eks', {
    title: 'Amazon EKS MCP server',
    destructiveTools: ['manage_k8s_resource', 'apply_yaml', 'manage_eks_stacks'],
    writesWith: writes,
    narrower: withoutWrite,
  }),
  server('ecs', {
    title: 'Amazon ECS MCP server',
    destructiveTools: ['delete_app', 'delete_ecs_infrastructure', 'ecs_resource_management'],
    writesWith: [mcpSwitch('ALLOW_WRITE=true')],
    narrower: 'Leave ALLOW_WRITE unset, and give it a read-only role',
  }),
  server('aws-serverless', {
    title: 'AWS Serverless MCP server',
    destructiveTools: ['sam_deploy', 'deploy_webapp', 'update_webapp_frontend'],
    writesWith: writes,
    narrower: withoutWrite,
  }),
  server('aws-dataprocessing', {
    title: 'AWS Data Processing MCP server',
    destructiveTools: [
      'manage_aws_glue_databases',
      'manage_aws_glue_tables',
      'manage_aws_athena_databases_and_tables',
      'manage_aws_emr_clusters',
    ],
    writesWith: writes,
    narrower: withoutWrite,
  }),
  server('documentdb', {
    title: 'Amazon DocumentDB MCP server',
    destructiveTools: ['delete', 'dropCollection'],
    writesWith: writes,
    narrower: 'Start it without --allow-write, and connect as a user with the role read',
  }),
  server('aurora-dsql', {
    title: 'Aurora DSQL MCP server',
    destructiveTools: ['transact'],
    writesWith: [mcpSwitch('--allow-writes')],
    narrower: 'Start it without --allow-writes, and connect as a user that may only read',
  }),
  ...(
    [
      ['postgres', 'PostgreSQL'],
      ['mysql', 'MySQL'],
      ['mssql', 'SQL Server'],
      ['oracle', 'Oracle'],
    ] as const
  ).map(([name, title]) =>
    server(name, {
      title: `AWS Labs ${title} MCP server`,
      destructiveTools: ['run_query'],
      writesWith: [mcpSwitch('--allow_write_query')],
      narrower: 'Start it without --allow_write_query, and connect as a user that may only read',
    }),
  ),
  server('aws-iot-sitewise', {
    title: 'AWS IoT SiteWise MCP server',
    destructiveTools: [
      'delete_asset',
      'delete_asset_model',
      'delete_gateway',
      'delete_time_series',
    ],
    writesWith: [mcpSwitch('SITEWISE_MCP_ALLOW_WRITES=true')],
    narrower: 'Leave SITEWISE_MCP_ALLOW_WRITES unset, and give it a read-only role',
  }),
  server('timestream-for-influxdb', {
    title: 'Timestream for InfluxDB MCP server',
    destructiveTools: ['DeleteDbCluster', 'DeleteDbInstance'],
    narrower: 'Give it a read-only role',
  }),
  server('elasticache', {
    title: 'Amazon ElastiCache MCP server',
    destructiveTools: [
      'delete-cache-cluster',
      'delete-replication-group',
      'delete-serverless-cache',
    ],
    readOnly,
    narrower: withReadOnly,
  }),
  server('valkey', {
    title: 'Valkey MCP server',
    destructiveTools: ['valkey_write', 'valkey_admin', 'manage_index'],
    readOnly,
    narrower: 'Start it with --readonly, and connect as a user that may only read',
  }),
  server('memcached', {
    title: 'Memcached MCP server',
    destructiveTools: ['cache_flush_all', 'cache_delete', 'cache_delete_many'],
    readOnly,
    narrower: 'Start it with --readonly',
  }),
  server('iam', {
    title: 'AWS IAM MCP server',
    destructiveTools: [
      'delete_user',
      'delete_group',
      'delete_access_key',
      'attach_user_policy',
      'put_user_policy',
      'put_role_policy',
    ],
    readOnly,
    narrower: withReadOnly,
  }),
];
