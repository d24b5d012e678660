import { credentialsOf, definePack } from '../../model/pack.ts';
import { refineServiceAccountToken } from './refine.ts';

const claim = {
  source: 'https://developer.1password.com/docs/service-accounts/',
  checkedOn: '2026-11-21',
};

const credential = credentialsOf(claim);

/** 1Password: service account and Connect tokens, which read secrets. */
export const pack = definePack({
  id: 'onepassword',
  title: '1Password',
  credentials: [
    credential({
      id: 'service-account-token',
      title: '1Password service account token',
      env: ['OP_SERVICE_ACCOUNT_TOKEN'],
      prefixes: ['ops_eyJ'],
      shape: /ops_eyJ[A-Za-z0-9+/=_-]{100,1300}/,
      refine: refineServiceAccountToken,
      scope: null,
      actions: null,
      plane: 'meta',
      expires: 'optional',
      narrower: 'Use a service account that only reads one vault',
    }),
    credential({
      id: 'connect-token',
      title: '1Password Connect token',
      env: ['OP_CONNECT_TOKEN'],
      scope: null,
      actions: null,
      plane: 'meta',
      expires: 'optional',
      narrower: 'Use a Connect token that only reads one vault',
    }),
  ],
});
