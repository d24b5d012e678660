import { callsOf, commandsOf, definePack } from '../../model/pack.ts';
import { configuredTarget } from '../../recognize/task/configured-target.ts';
import { targetCollector } from '../../recognize/task/target-collector.ts';
import { toolingCollector } from '../../recognize/tooling.ts';

const claim = {
  source: 'https://typeorm.io/docs/advanced-topics/using-cli',
  checkedOn: '2026-11-21',
};

const command = commandsOf('typeorm|typeorm-ts-node-commonjs|typeorm-ts-node-esm', claim, {
  targets: ['DATABASE_URL', 'TYPEORM_URL', configuredTarget('typeorm')],
  safeVariant: 'typeorm schema:log',
});

const call = callsOf({
  source: 'https://typeorm.io/docs/data-source/data-source-api',
  checkedOn: '2026-11-21',
  packages: ['typeorm', '@nestjs/typeorm'],
  targets: ['DATABASE_URL', 'TYPEORM_URL', configuredTarget('typeorm')],
});

/** TypeORM: commands that drop or rewrite the schema without a question. */
export const pack = definePack({
  id: 'typeorm',
  title: 'TypeORM',
  commands: [
    command('schema:drop', 'database'),
    command('schema:sync', 'database'),
    command('migration:revert', 'database', { safeVariant: 'typeorm migration:show' }),
  ],
  collectors: [
    targetCollector('typeorm', {
      modules: [
        { glob: '**/*data-source*.{ts,js}', hints: ['DataSource'] },
        { glob: '**/*datasource*.{ts,js}', hints: ['DataSource'] },
        { glob: '**/ormconfig.{ts,js}' },
      ],
      settings: ['url', 'host'],
    }),
    toolingCollector('typeorm', 'TypeORM', {
      files: [
        { glob: '**/ormconfig.json' },
        { glob: '**/ormconfig.js' },
        { glob: '**/ormconfig.ts' },
      ],
      npm: ['typeorm'],
    }),
  ],
  calls: [
    call('dropDatabase', 'always'),
    call('synchronize', { trueAt: 0 }),
    ...['DataSource', 'forRoot'].map((made) =>
      call(
        made,
        { option: 'dropSchema' },
        { source: 'https://typeorm.io/docs/data-source/data-source-options' },
      ),
    ),
  ],
});
