import type { Collector, FileMatch } from '../../model/plugin.ts';
import { sameFolder } from '../../recognize/platform/same-folder.ts';

const yaml = ['**/config/database.yml', '**/application.yml', '**/application-*.yml'];
const spring = ['**/application.yaml', '**/application-*.yaml'];
const modules = [
  '**/knexfile.js',
  '**/knexfile.cjs',
  '**/knexfile.mjs',
  '**/knexfile.ts',
  '**/config/config.js',
  '**/config/config.cjs',
  '**/config/config.ts',
  '**/config/database.js',
  '**/config/database.ts',
  '**/ormconfig.js',
];
/** Settings of tools that change a schema: their address, where it is written out. */
const tools = [
  { glob: '**/flyway*.conf', format: 'dotenv' },
  { glob: '**/flyway*.properties', format: 'dotenv' },
  { glob: '**/flyway*.toml', format: 'toml' },
  { glob: '**/liquibase*.properties', format: 'dotenv' },
  { glob: '**/alembic*.ini', format: 'text' },
  { glob: '**/ormconfig.json', format: 'json' },
  { glob: '**/ormconfig.ts', format: 'script' },
  { glob: '**/*data-source*.{ts,js}', format: 'script', hints: ['DataSource'] },
  { glob: '**/*datasource*.{ts,js}', format: 'script', hints: ['DataSource'] },
  { glob: '**/mikro-orm*.config.{ts,js}', format: 'script' },
  { glob: '**/drizzle*.config.{ts,js,mjs}', format: 'script' },
];
const byStage = [
  'production',
  'prod',
  'staging',
  'stage',
  'development',
  'dev',
  'test',
  'qa',
  'uat',
];
const folders = ['**/config/', '**/config/env/', '**/config/environments/'];

/**
 * Configuration that applications keep per environment: Rails' `database.yml`, Sequelize's `config.json`, Knex's `knexfile`, Spring's `application-*.yml` and `.properties`,
 * ASP.NET's `appsettings.*.json`, files in `config` that are called by their stage, and the settings of Flyway, Liquibase, Alembic and ORMs.
 */
export const collector: Collector = {
  id: 'app-config',
  emits: ['Environment', 'DataStore', 'Credential', 'Relation'],
  files: [
    ...[...yaml, ...spring].map((glob) => match(glob, 'yaml')),
    match('**/application.properties', 'dotenv'),
    match('**/application-*.properties', 'dotenv'),
    match('**/appsettings.json', 'json'),
    match('**/appsettings.*.json', 'json'),
    match('**/config/config.json', 'json'),
    ...modules.map((glob) => match(glob, 'script')),
    ...tools,
    ...folders.flatMap((folder) =>
      byStage.flatMap((stage) => [
        match(`${folder}${stage}.json`, 'json'),
        match(`${folder}${stage}.yml`, 'yaml'),
        match(`${folder}${stage}.yaml`, 'yaml'),
      ]),
    ),
  ],
  group: sameFolder,
  load: () => import('./collect.ts'),
};

function match(glob: string, format: string): FileMatch {
  return { glob, format };
}
