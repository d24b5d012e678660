import { credentialsOf, definePack } from '../../model/pack.ts';
import { refineOrganizationToken } from './refine.ts';

const claim = { source: 'https://docs.sentry.io/account/auth-tokens/', checkedOn: '2026-11-21' };

const credential = credentialsOf(claim);

/** Sentry: auth tokens by their prefix, and the public DSN. */
export const pack = definePack({
  id: 'sentry',
  title: 'Sentry',
  credentials: [
    credential({
      id: 'organization-token',
      title: 'Sentry organization token',
      prefixes: ['sntrys_'],
      shape: /sntrys_eyJ[A-Za-z0-9+/=_-]{60,500}/,
      refine: refineOrganizationToken,
      scope: 'organization',
      actions: ['write'],
      plane: 'comms',
      expires: 'never',
      narrower: 'Nothing narrower exists: it uploads releases and source maps only',
    }),
    credential({
      id: 'auth-token',
      title: 'Sentry auth token',
      env: ['SENTRY_AUTH_TOKEN'],
      prefixes: ['sntryu_', 'sntryi_'],
      shape: /sntry[ui]_[0-9a-f]{64}/,
      scope: null,
      actions: null,
      plane: 'comms',
      expires: 'never',
      narrower: 'Use an organization token, which uploads releases and source maps only',
    }),
    credential({
      id: 'dsn',
      title: 'Sentry DSN',
      env: ['SENTRY_DSN'],
      scope: null,
      actions: [],
      plane: 'comms',
      expires: 'never',
      narrower: 'Nothing to do: it is published with every page',
      isPublic: true,
    }),
  ],
});
