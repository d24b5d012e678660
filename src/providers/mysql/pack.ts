import {
  commandsOf,
  credentialsOf,
  definePack,
  mcpServersOf,
  mcpSwitch,
} from '../../model/pack.ts';

const claim = {
  source: 'https://dev.mysql.com/doc/refman/8.4/en/mysqladmin.html',
  checkedOn: '2026-11-21',
};

const command = commandsOf('mysqladmin|mariadb-admin', claim, { targets: ['MYSQL_HOST'] });

const credential = credentialsOf({ ...claim, source: 'https://hub.docker.com/_/mysql' });
const server = mcpServersOf(claim);

/** MySQL and MariaDB: dropping through mysqladmin, passwords by their variable, and MCP servers. SQL text is read elsewhere. */
export const pack = definePack({
  id: 'mysql',
  title: 'MySQL',
  commands: [
    command('drop', 'database', {
      asks: 'unless-flag',
      skipsPrompt: ['--force|-f'],
      harmlessWith: ['-?'],
      safeVariant: 'mysqladmin status',
    }),
  ],
  credentials: [
    credential({
      id: 'password',
      title: 'MySQL password',
      env: ['MYSQL_PWD', 'MYSQL_PASSWORD', 'MARIADB_PASSWORD'],
      scope: 'resource',
      actions: null,
      plane: 'data',
      narrower: 'Connect as a database user that has only the rights the task needs',
    }),
    credential({
      id: 'root-password',
      title: 'password of the MySQL root user',
      env: ['MYSQL_ROOT_PASSWORD', 'MARIADB_ROOT_PASSWORD'],
      scope: 'resource',
      actions: ['read', 'write', 'delete', 'admin'],
      plane: 'data',
      narrower: 'Give the application a database user of its own, and keep root for setting up',
    }),
  ],
  mcp: [
    server({
      id: 'benborla',
      title: 'MySQL MCP server of benborla',
      packages: ['@benborla29/mcp-server-mysql'],
      destructiveTools: ['mysql_query'],
      writesWith: [
        mcpSwitch('ALLOW_INSERT_OPERATION=true'),
        mcpSwitch('ALLOW_UPDATE_OPERATION=true'),
        mcpSwitch('ALLOW_DELETE_OPERATION=true'),
        mcpSwitch('ALLOW_DDL_OPERATION=true'),
      ],
      narrower:
        'Leave the ALLOW_…_OPERATION variables unset and connect as a user that can only read',
      source: 'https://github.com/benborla/mcp-server-mysql',
    }),
    server({
      id: 'designcomputer',
      title: 'MySQL MCP server of designcomputer',
      packages: ['mysql-mcp-server', 'mysql_mcp_server'],
      destructiveTools: ['execute_sql'],
      narrower: 'Connect it as a database user that can only read',
      source: 'https://github.com/designcomputer/mysql_mcp_server',
    }),
  ],
});
