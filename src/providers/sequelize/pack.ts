import { callsOf, commandsOf, definePack } from '../../model/pack.ts';
import { toolingCollector } from '../../recognize/tooling.ts';

const claim = {
  source: 'https://sequelize.org/docs/v6/other-topics/migrations/',
  checkedOn: '2026-11-21',
};

const command = commandsOf('sequelize|sequelize-cli', claim, {
  targets: ['DATABASE_URL'],
  safeVariant: 'sequelize db:migrate:status',
});

const call = callsOf({
  source: 'https://sequelize.org/docs/v6/core-concepts/model-basics/',
  checkedOn: '2026-11-21',
  packages: ['sequelize', 'sequelize-typescript', '@sequelize/core'],
  targets: ['DATABASE_URL'],
});

/** Sequelize CLI: commands that drop the database or undo migrations; none asks. */
export const pack = definePack({
  id: 'sequelize',
  title: 'Sequelize',
  commands: [
    command('db:drop', 'database'),
    command('db:migrate:undo:all', 'database'),
    command('db:migrate:undo', 'database'),
  ],
  collectors: [
    toolingCollector('sequelize', 'Sequelize', {
      files: [{ glob: '**/.sequelizerc' }],
      npm: ['sequelize', 'sequelize-cli'],
    }),
  ],
  calls: [call('sync', { option: 'force' })],
});
