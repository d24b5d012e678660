import { callsOf, definePack } from '../../model/pack.ts';

const call = callsOf({
  source:
    'https://docs.sqlalchemy.org/en/20/core/metadata.html#sqlalchemy.schema.MetaData.drop_all',
  checkedOn: '2026-11-21',
  packages: ['sqlalchemy', 'sqlmodel', 'flask_sqlalchemy'],
  targets: ['DATABASE_URL', 'SQLALCHEMY_DATABASE_URI'],
});

/** SQLAlchemy and what is built on it: calls that drop every table they know. */
export const pack = definePack({
  id: 'sqlalchemy',
  title: 'SQLAlchemy',
  calls: [
    // A module's metadata is known by this name wherever it is imported from.
    call('metadata.drop_all', 'always'),
    call('db.drop_all', 'always', {
      source: 'https://flask-sqlalchemy.readthedocs.io/en/stable/api/',
    }),
  ],
});
