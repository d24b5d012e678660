import { credentialsOf, definePack } from '../../model/pack.ts';

const claim = {
  source: 'https://infisical.com/docs/documentation/platform/identities/overview',
  checkedOn: '2026-11-21',
};

const credential = credentialsOf(claim);

/** Infisical: tokens and secrets of machine identities. */
export const pack = definePack({
  id: 'infisical',
  title: 'Infisical',
  credentials: [
    credential({
      id: 'access-token',
      title: 'Infisical token',
      env: ['INFISICAL_TOKEN'],
      scope: null,
      actions: null,
      plane: 'meta',
      expires: 'unknown',
      narrower: 'Log in through OIDC as an identity whose role only reads one environment',
    }),
    credential({
      id: 'client-secret',
      title: 'Infisical client secret of a machine identity',
      env: ['INFISICAL_CLIENT_SECRET', 'INFISICAL_UNIVERSAL_AUTH_CLIENT_SECRET'],
      shape: /[0-9a-f]{64}/,
      scope: null,
      actions: null,
      plane: 'meta',
      expires: 'optional',
      narrower: 'Log in through OIDC as an identity whose role only reads one environment',
    }),
  ],
});
