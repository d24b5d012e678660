import { commandsOf, definePack } from '../../model/pack.ts';
import { configuredTarget } from '../../recognize/task/configured-target.ts';
import { targetCollector } from '../../recognize/task/target-collector.ts';
import { toolingCollector } from '../../recognize/tooling.ts';

const claim = {
  source: 'https://alembic.sqlalchemy.org/en/latest/tutorial.html',
  checkedOn: '2026-11-21',
};

const shared = {
  targets: ['DATABASE_URL', 'SQLALCHEMY_DATABASE_URI', configuredTarget('alembic')],
  harmlessWith: ['--sql'],
  safeVariant: 'alembic downgrade --sql',
};
const flask = { ...claim, source: 'https://flask-migrate.readthedocs.io/en/latest/' };

/** Alembic and Flask-Migrate: downgrades, which run at once. */
export const pack = definePack({
  id: 'alembic',
  title: 'Alembic',
  commands: [
    commandsOf('alembic', claim, shared)('downgrade', 'database'),
    commandsOf('flask', flask, shared)('db downgrade', 'database', {
      safeVariant: 'flask db downgrade --sql',
    }),
    commandsOf('python|python3|py', claim, shared)('alembic downgrade', 'database', {
      onlyWith: ['-m'],
    }),
    commandsOf('python|python3|py', flask, shared)('flask db downgrade', 'database', {
      onlyWith: ['-m'],
      safeVariant: 'flask db downgrade --sql',
    }),
  ],
  collectors: [
    targetCollector('alembic', {
      texts: [{ glob: '**/env.py', hints: ['alembic'] }],
      line: /(?:environ|getenv)\b.*["']\w*(?:URL|URI|DSN)["']/,
    }),
    toolingCollector('alembic', 'Alembic', {
      files: [{ glob: '**/alembic.ini' }],
      python: ['alembic', 'flask-migrate', 'Flask-Migrate'],
    }),
  ],
});
