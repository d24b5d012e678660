import { credentialsOf, definePack } from '../../model/pack.ts';
import { refineManagementToken } from './refine.ts';

const claim = {
  source: 'https://auth0.com/docs/secure/tokens/access-tokens/management-api-access-tokens',
  checkedOn: '2026-11-21',
};

const credential = credentialsOf(claim);

/** Auth0: client secrets and management tokens. */
export const pack = definePack({
  id: 'auth0',
  title: 'Auth0',
  credentials: [
    credential({
      id: 'client-secret',
      title: 'Auth0 client secret',
      env: ['AUTH0_CLIENT_SECRET'],
      scope: null,
      actions: null,
      plane: 'meta',
      expires: 'unknown',
      narrower: 'Authorize the application for read scopes of the Management API only',
    }),
    credential({
      id: 'management-token',
      title: 'Auth0 Management API token',
      env: ['AUTH0_MGMT_API_TOKEN', 'AUTH0_MANAGEMENT_API_TOKEN', 'AUTH0_API_TOKEN'],
      scope: null,
      actions: null,
      plane: 'meta',
      expires: 'always',
      narrower: 'Ask for read scopes only',
      refine: refineManagementToken,
    }),
  ],
});
