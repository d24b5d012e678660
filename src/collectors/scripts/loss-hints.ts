/** Words of calls that lose data; each call that a pack knows holds one of them. */
export const lossHints = [
  'force: true',
  'force:true',
  'dropDatabase',
  'dropSchema',
  'refreshDatabase',
  'clearDatabase',
  'deleteMany(',
  'synchronize(',
  'migrate.rollback(',
  'DROP SCHEMA',
  'DROP DATABASE',
  'DROP TABLE',
  'TRUNCATE ',
  'migrate reset',
  'testcontainers',
];
