import { callsOf, commandsOf, definePack } from '../../model/pack.ts';
import { configuredTarget } from '../../recognize/task/configured-target.ts';
import { targetCollector } from '../../recognize/task/target-collector.ts';
import { toolingCollector } from '../../recognize/tooling.ts';

const claim = { source: 'https://mikro-orm.io/docs/schema-generator', checkedOn: '2026-11-21' };

const command = commandsOf('mikro-orm|mikro-orm-esm', claim, {
  targets: ['DATABASE_URL', 'MIKRO_ORM_CLIENT_URL', configuredTarget('mikro-orm')],
});

const call = callsOf({
  source: 'https://mikro-orm.io/docs/schema-generator',
  checkedOn: '2026-11-21',
  packages: ['@mikro-orm/core', '@mikro-orm/postgresql', '@mikro-orm/mysql', '@mikro-orm/mongodb'],
  targets: ['DATABASE_URL', 'MIKRO_ORM_CLIENT_URL', configuredTarget('mikro-orm')],
});

/** MikroORM: schema commands destroy with `--run` only, `migration:fresh` always. */
export const pack = definePack({
  id: 'mikro-orm',
  title: 'MikroORM',
  commands: [
    ...['schema:drop', 'schema:fresh'].map((verb) =>
      command(verb, 'database', {
        onlyWith: ['--run|-r'],
        harmlessWith: ['--dump|-d'],
        safeVariant: 'mikro-orm schema:drop --dump',
      }),
    ),
    ...['migration:fresh', 'migration:down'].map((verb) =>
      command(verb, 'database', {
        safeVariant: 'mikro-orm migration:list',
        source: 'https://mikro-orm.io/docs/migrations',
      }),
    ),
  ],
  collectors: [
    targetCollector('mikro-orm', {
      modules: [{ glob: '**/mikro-orm*.config.{ts,js}' }],
      settings: ['clientUrl', 'host'],
    }),
    toolingCollector('mikro-orm', 'MikroORM', {
      files: [{ glob: '**/mikro-orm.config.ts' }, { glob: '**/mikro-orm.config.js' }],
      npm: ['@mikro-orm/core', '@mikro-orm/cli'],
    }),
  ],
  calls: [
    call('dropSchema', 'always'),
    call('dropDatabase', 'always'),
    call('refreshDatabase', 'always'),
    call('clearDatabase', 'always'),
  ],
});
