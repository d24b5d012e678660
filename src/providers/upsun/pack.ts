import { commandsOf, credentialsOf, definePack, operationsOf } from '../../model/pack.ts';
import { toolingCollector } from '../../recognize/tooling.ts';

const checkedOn = '2026-11-21';
const claim = {
  source: 'https://github.com/platformsh/legacy-cli/tree/main/src/Command',
  checkedOn,
} as const;
const program = 'upsun|platform';
/** Questions whose default is yes are answered so without a terminal. */
const assuming = commandsOf(program, claim, {
  asks: 'assumes-yes',
  skipsPrompt: ['--yes|-y|--no-interaction'],
});
/** Questions whose default is no. */
const refusing = commandsOf(program, claim, { asks: 'needs-flag', skipsPrompt: ['--yes|-y'] });
const operation = operationsOf({ source: 'https://docs.upsun.com/api/', checkedOn });
const credential = credentialsOf({
  source: 'https://docs.upsun.com/administration/cli/api-tokens.html',
  checkedOn,
});
const question =
  'upsun environment:delete, backup:delete, backup:restore and environment:synchronize';

/** Everything known about Upsun, formerly Platform.sh. */
export const pack = definePack({
  id: 'upsun',
  title: 'Upsun',
  credentials: [
    credential({
      id: 'api-token',
      title: 'Upsun API token',
      env: ['UPSUN_CLI_TOKEN', 'PLATFORMSH_CLI_TOKEN', 'UPSUN_API_TOKEN', 'PLATFORMSH_API_TOKEN'],
      // It has the rights of the user who made it.
      scope: 'account',
      actions: ['read', 'write', 'delete', 'admin'],
      narrower:
        'Use the token of a machine user who may reach one project, and only its non-production environments',
    }),
  ],
  commands: [
    refusing('project:delete', 'project', { safeVariant: 'upsun project:info' }),
    refusing('organization:delete', 'account', { safeVariant: 'upsun organization:info' }),
    refusing('variable:delete', 'service', { safeVariant: 'upsun variable:get' }),
    assuming('environment:delete', 'environment', { safeVariant: 'upsun environment:info' }),
    assuming('backup:delete', 'backup', { safeVariant: 'upsun backup:list' }),
    assuming('backup:restore', 'environment', { safeVariant: 'upsun backup:list' }),
    // It replaces the data of this environment by those of its parent.
    assuming('environment:synchronize|sync data|both', 'database', {
      safeVariant: 'upsun environment:relationships',
    }),
    assuming('environment:synchronize|sync code data', 'database', {
      safeVariant: 'upsun environment:relationships',
    }),
    assuming('service:mongo:restore|mongorestore', 'database', {
      asks: 'never',
      skipsPrompt: [],
    }),
  ],
  consents: ['UPSUN_CLI_NO_INTERACTION', 'PLATFORMSH_CLI_NO_INTERACTION'].map((env) => ({
    env,
    value: null,
    silences: question,
    source: 'https://docs.upsun.com/administration/cli.html',
    checkedOn,
  })),
  api: {
    hosts: ['api.upsun.com', 'api.platform.sh'],
    operations: [
      operation('DELETE /projects/{project}', 'project'),
      operation('DELETE /projects/{project}/environments/{environment}', 'environment'),
      operation('DELETE /projects/{project}/environments/{environment}/backups/{backup}', 'backup'),
      operation(
        'POST /projects/{project}/environments/{environment}/backups/{backup}/restore',
        'environment',
      ),
    ],
  },
  variables: [
    {
      env: ['PLATFORM_PROJECT'],
      names: { what: 'project' },
      companions: [],
      source: 'https://docs.upsun.com/development/variables/use-variables.html',
      checkedOn,
    },
    {
      env: ['PLATFORM_ENVIRONMENT'],
      names: { what: 'environment' },
      companions: ['PLATFORM_BRANCH'],
      source: 'https://docs.upsun.com/development/variables/use-variables.html',
      checkedOn,
    },
  ],
  collectors: [
    toolingCollector('upsun', 'Upsun', {
      files: [
        { glob: '**/.upsun/config.yaml' },
        { glob: '**/.platform.app.yaml' },
        { glob: '**/.platform/services.yaml' },
        { glob: '**/.platform/applications.yaml' },
      ],
      npm: ['platformsh-config'],
      python: ['platformshconfig'],
      others: ['platformsh/config-reader', 'platformsh/symfonyflex-bridge'],
    }),
  ],
});
