import { commandsOf, credentialsOf, definePack } from '../../model/pack.ts';
import { toolingCollector } from '../../recognize/tooling.ts';

const checkedOn = '2026-11-21';
const docs = 'https://www.serverless.com/framework/docs';

/** Everything known about the Serverless Framework; it deploys with the credentials of the cloud it deploys to. */
export const pack = definePack({
  id: 'serverless',
  title: 'Serverless Framework',
  commands: [
    commandsOf('serverless|sls|osls', {
      source: `${docs}/providers/aws/cli-reference/remove`,
      checkedOn,
    })('remove', 'environment', {
      safeVariant: 'serverless info',
      recovery: 'resources with the deletion policy Retain stay',
    }),
  ],
  credentials: [
    credentialsOf({ source: `${docs}/guides/cicd/running-in-your-own-cicd`, checkedOn })({
      id: 'access-key',
      title: 'Serverless Framework access key',
      env: ['SERVERLESS_ACCESS_KEY'],
      scope: 'organization',
      actions: null,
      narrower: 'Keep it in the secret store of CI, next to a cloud role of one stage',
    }),
  ],
  collectors: [
    toolingCollector('serverless', 'Serverless Framework', {
      files: [
        { glob: '**/serverless.yml' },
        { glob: '**/serverless.yaml' },
        { glob: '**/serverless.ts' },
        { glob: '**/serverless-compose.yml' },
      ],
      npm: ['serverless', 'osls'],
    }),
  ],
});
