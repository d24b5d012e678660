import { credentialsOf, definePack } from '../../model/pack.ts';

const claim = {
  source: 'https://tailscale.com/kb/1252/key-secret-management',
  checkedOn: '2026-11-21',
};

const credential = credentialsOf(claim);

/** Tailscale: API tokens, auth keys and OAuth secrets by their prefix. */
export const pack = definePack({
  id: 'tailscale',
  title: 'Tailscale',
  credentials: [
    credential({
      id: 'api-token',
      title: 'Tailscale API access token',
      env: ['TAILSCALE_API_KEY', 'TS_API_KEY', 'TAILSCALE_API_TOKEN'],
      prefixes: ['tskey-api-'],
      shape: /tskey-api-[0-9A-Za-z_]{8,40}-[0-9A-Za-z_]{16,60}/,
      scope: 'organization',
      actions: null,
      plane: 'meta',
      expires: 'always',
      narrower: 'Use an OAuth client with the read scopes its job needs',
    }),
    credential({
      id: 'auth-key',
      title: 'Tailscale auth key',
      env: ['TS_AUTHKEY', 'TS_AUTH_KEY', 'TAILSCALE_AUTHKEY', 'TAILSCALE_AUTH_KEY'],
      prefixes: ['tskey-auth-'],
      shape: /tskey-auth-[0-9A-Za-z_]{8,40}-[0-9A-Za-z_]{16,60}/,
      scope: null,
      actions: null,
      plane: 'meta',
      expires: 'always',
      narrower: 'Use a tagged, ephemeral key that works once',
    }),
    credential({
      id: 'oauth-secret',
      title: 'Tailscale OAuth client secret',
      env: ['TAILSCALE_OAUTH_SECRET', 'TS_OAUTH_SECRET', 'TAILSCALE_OAUTH_CLIENT_SECRET'],
      prefixes: ['tskey-client-'],
      shape: /tskey-client-[0-9A-Za-z_]{8,40}-[0-9A-Za-z_]{16,60}/,
      scope: null,
      actions: null,
      plane: 'meta',
      expires: 'never',
      narrower: 'Give the OAuth client the read scopes its job needs',
    }),
    credential({
      id: 'directory-key',
      title: 'Tailscale SCIM or webhook key',
      prefixes: ['tskey-scim-', 'tskey-webhook-'],
      shape: /tskey-(?:scim|webhook)-[0-9A-Za-z_]{8,40}-[0-9A-Za-z_]{16,60}/,
      scope: null,
      actions: null,
      plane: 'comms',
      expires: 'unknown',
      narrower: 'Keep it with the service that uses it only',
    }),
  ],
});
