import { credentialsOf, definePack } from '../../model/pack.ts';

const claim = { source: 'https://circleci.com/docs/managing-api-tokens/', checkedOn: '2026-11-21' };

/** CircleCI: API tokens, which start pipelines and read their settings. */
export const pack = definePack({
  id: 'circleci',
  title: 'CircleCI',
  credentials: [
    credentialsOf(claim)({
      id: 'api-token',
      title: 'CircleCI API token',
      env: ['CIRCLECI_TOKEN', 'CIRCLE_TOKEN', 'CIRCLECI_CLI_TOKEN', 'CIRCLECI_API_TOKEN'],
      headers: ['circle-token'],
      scope: null,
      actions: null,
      plane: 'supply',
      narrower: 'Use a project token with the narrowest scope',
    }),
  ],
});
