import { callsOf, commandsOf, credentialsOf, definePack } from '../../model/pack.ts';

const claim = {
  source: 'https://www.mongodb.com/docs/database-tools/mongorestore/',
  checkedOn: '2026-11-21',
};

const importing = { ...claim, source: 'https://www.mongodb.com/docs/database-tools/mongoimport/' };

const call = callsOf({
  source: 'https://www.mongodb.com/docs/manual/reference/command/dropDatabase/',
  checkedOn: '2026-11-21',
  packages: ['mongodb', 'mongoose'],
  targets: ['MONGODB_URI', 'MONGO_URI', 'MONGODB_URL', 'MONGO_URL', 'DATABASE_URL'],
});

/** MongoDB: restores and imports that drop first, the administrator's password, and the MCP server. Scripts are read elsewhere. */
export const pack = definePack({
  id: 'mongodb',
  title: 'MongoDB',
  resources: () => import('./resources.ts'),
  commands: [
    commandsOf('mongorestore', claim)('', 'database', {
      onlyWith: ['--drop'],
      harmlessWith: ['--dryRun'],
      safeVariant: 'mongorestore --dryRun',
    }),
    commandsOf('mongoimport', importing)('', 'database', { onlyWith: ['--drop'] }),
  ],
  credentials: [
    credentialsOf({ ...claim, source: 'https://hub.docker.com/_/mongo' })({
      id: 'root-password',
      title: 'password of the MongoDB root user',
      env: ['MONGO_INITDB_ROOT_PASSWORD'],
      scope: 'resource',
      actions: ['read', 'write', 'delete', 'admin'],
      plane: 'data',
      narrower: 'Give the application a database user of its own, and keep root for setting up',
    }),
  ],
  calls: [
    call('dropDatabase', 'always'),
    call('deleteMany', 'empty', {
      source: 'https://www.mongodb.com/docs/manual/reference/method/db.collection.deleteMany/',
    }),
  ],
});
