import { credentialsOf, definePack } from '../../model/pack.ts';

const claim = {
  source: 'https://buildkite.com/docs/apis/managing-api-tokens',
  checkedOn: '2026-11-21',
};

/** Buildkite: API access tokens. */
export const pack = definePack({
  id: 'buildkite',
  title: 'Buildkite',
  credentials: [
    credentialsOf(claim)({
      id: 'api-token',
      title: 'Buildkite API access token',
      env: ['BUILDKITE_API_TOKEN', 'BUILDKITE_API_ACCESS_TOKEN'],
      scope: null,
      actions: null,
      plane: 'supply',
      narrower: 'Give the token the read scopes its job needs',
    }),
  ],
});
