import { credentialsOf, definePack } from '../../model/pack.ts';

const claim = {
  source: 'https://developer.okta.com/docs/guides/create-an-api-token/main/',
  checkedOn: '2026-11-21',
};

const credential = credentialsOf(claim);

/** Okta: API tokens, which have the rights of the admin who made them. */
export const pack = definePack({
  id: 'okta',
  title: 'Okta',
  credentials: [
    credential({
      id: 'api-token',
      title: 'Okta API token',
      env: ['OKTA_API_TOKEN', 'OKTA_CLIENT_TOKEN'],
      shape: /00[A-Za-z0-9_-]{40}/,
      scope: 'organization',
      actions: null,
      plane: 'meta',
      expires: 'unknown',
      narrower: 'Use an OAuth service app with okta.*.read scopes',
    }),
    credential({
      id: 'client-key',
      title: 'private key of an Okta service app',
      env: ['OKTA_CLIENT_PRIVATEKEY', 'OKTA_PRIVATE_KEY'],
      scope: null,
      actions: null,
      plane: 'meta',
      expires: 'unknown',
      narrower: 'Grant the service app okta.*.read scopes only',
    }),
  ],
});
