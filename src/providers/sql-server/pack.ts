import { credentialsOf, definePack } from '../../model/pack.ts';

const claim = {
  source:
    'https://learn.microsoft.com/en-us/sql/linux/sql-server-linux-configure-environment-variables',
  checkedOn: '2026-11-21',
};

/** SQL Server: the password of its administrator by variable. SQL text is read elsewhere. */
export const pack = definePack({
  id: 'sql-server',
  title: 'SQL Server',
  credentials: [
    credentialsOf(claim)({
      id: 'sa-password',
      title: 'password of the SQL Server administrator',
      env: ['MSSQL_SA_PASSWORD', 'SA_PASSWORD'],
      scope: 'resource',
      actions: ['read', 'write', 'delete', 'admin'],
      plane: 'data',
      narrower: 'Give the application a login of its own, and keep sa for setting up',
    }),
  ],
});
