import { callsOf, commandsOf, credentialsOf, definePack, mcpServersOf } from '../../model/pack.ts';
import { configuredTarget } from '../../recognize/task/configured-target.ts';
import { targetCollector } from '../../recognize/task/target-collector.ts';
import { toolingCollector } from '../../recognize/tooling.ts';

const claim = {
  source: 'https://www.prisma.io/docs/orm/reference/prisma-cli-reference',
  checkedOn: '2026-11-21',
};

const command = commandsOf('prisma', claim, {
  targets: [
    'DATABASE_URL',
    'DIRECT_URL',
    'POSTGRES_PRISMA_URL',
    'POSTGRES_URL_NON_POOLING',
    configuredTarget('prisma'),
  ],
});
const credential = credentialsOf(claim);
const server = mcpServersOf({
  ...claim,
  source: 'https://www.prisma.io/docs/postgres/integrations/mcp-server',
});

const call = callsOf({
  source: 'https://www.prisma.io/docs/orm/reference/prisma-client-reference',
  checkedOn: '2026-11-21',
  packages: ['@prisma/client', 'prisma'],
  targets: ['DATABASE_URL', 'DIRECT_URL', 'POSTGRES_PRISMA_URL'],
});

/** Prisma: commands that empty the database, the variable that fakes a user's consent to them, and its MCP servers. */
export const pack = definePack({
  id: 'prisma',
  title: 'Prisma',
  commands: [
    command('migrate reset', 'database', {
      asks: 'needs-flag',
      skipsPrompt: ['--force|-f'],
      safeVariant: 'prisma migrate status',
    }),
    command('db push', 'database', {
      onlyWith: ['--force-reset'],
      safeVariant: 'prisma migrate diff --script',
    }),
    command('db push', 'database', {
      onlyWith: ['--accept-data-loss'],
      safeVariant: 'prisma migrate diff --script',
    }),
  ],
  consents: [
    {
      env: 'PRISMA_USER_CONSENT_FOR_DANGEROUS_AI_ACTION',
      value: null,
      silences:
        'prisma migrate reset and db push --force-reset or --accept-data-loss run by an agent',
      ...claim,
    },
  ],
  credentials: [
    credential({
      id: 'service-token',
      title: 'Prisma Platform service token',
      env: ['PRISMA_SERVICE_TOKEN'],
      // What it reaches stands in the claims of the token, which differ by age.
      scope: null,
      actions: null,
      narrower:
        'Keep the service token in the secret store of the one job that needs it, and give agents a database user that can only read',
    }),
  ],
  mcp: [
    server({
      id: 'local',
      title: 'Prisma MCP server',
      commands: ['prisma mcp'],
      // `migrate-reset` is gone from newer versions.
      destructiveTools: ['migrate-dev', 'migrate-reset'],
      narrower: 'Start it with a DATABASE_URL of a development database',
    }),
    server({
      id: 'remote',
      title: 'Prisma remote MCP server',
      hosts: ['mcp.prisma.io'],
      destructiveTools: ['delete_prisma_postgres_database', 'execute_sql_query'],
      narrower: 'Use the local server with a DATABASE_URL of a development database',
    }),
  ],
  collectors: [
    targetCollector('prisma', {
      modules: [{ glob: '**/prisma.config.{ts,js,mjs,cjs}' }],
      settings: ['datasource.url', 'datasource.directUrl'],
      texts: [{ glob: '**/*.prisma', hints: ['datasource'] }],
      line: /^\s*(?:url|directUrl)\s*=/,
    }),
    toolingCollector('prisma', 'Prisma', {
      files: [{ glob: '**/schema.prisma' }, { glob: '**/prisma.config.ts' }],
      npm: ['prisma', '@prisma/client'],
    }),
  ],
  calls: [call('deleteMany', 'empty')],
});
