import type { CredentialSpec } from '../../model/knowledge.ts';
import { credentialsOf } from '../../model/pack.ts';

const checkedOn = '2026-11-21';
const token = credentialsOf({
  source: 'https://developers.cloudflare.com/fundamentals/api/get-started/create-token/',
  checkedOn,
});
const global = credentialsOf({
  source: 'https://developers.cloudflare.com/fundamentals/api/get-started/keys/',
  checkedOn,
});
const r2 = credentialsOf({
  source: 'https://developers.cloudflare.com/r2/api/tokens/',
  checkedOn,
});
const originCa = credentialsOf({
  source: 'https://developers.cloudflare.com/fundamentals/api/get-started/ca-keys/',
  checkedOn,
});

const narrowToken =
  'Limit the token to the zones, accounts and permissions that the job needs, with an expiry and an IP filter';
const dropGlobal =
  'Replace the global key by an API token limited to the zones and permissions needed';
const everything = ['read', 'write', 'delete', 'admin'] as const;

/** Credentials of Cloudflare. The prefixed kinds came in 2026; older values keep working. */
export const credentials: readonly CredentialSpec[] = [
  token({
    id: 'api-token',
    title: 'Cloudflare API token',
    env: ['CLOUDFLARE_API_TOKEN', 'CF_API_TOKEN'],
    headers: ['authorization'],
    shape: /[A-Za-z0-9_-]{40}/,
    scope: null,
    actions: null,
    expires: 'optional',
    narrower: narrowToken,
  }),
  token({
    id: 'user-token',
    title: 'Cloudflare user API token',
    prefixes: ['cfut_'],
    shape: /cfut_[A-Za-z0-9]{40}[0-9a-f]{8}/,
    scope: null,
    actions: null,
    expires: 'optional',
    narrower: narrowToken,
  }),
  token({
    id: 'account-token',
    title: 'Cloudflare account API token',
    prefixes: ['cfat_'],
    shape: /cfat_[A-Za-z0-9]{40}[0-9a-f]{8}/,
    scope: null,
    actions: null,
    expires: 'optional',
    narrower: narrowToken,
  }),
  global({
    id: 'global-key',
    title: 'Cloudflare Global API Key',
    env: ['CLOUDFLARE_API_KEY', 'CF_API_KEY', 'CLOUDFLARE_GLOBAL_API_KEY'],
    headers: ['x-auth-key'],
    shape: /[0-9a-f]{37}/,
    scope: 'account',
    actions: everything,
    expires: 'never',
    narrower: dropGlobal,
  }),
  global({
    id: 'prefixed-global-key',
    title: 'Cloudflare Global API Key',
    prefixes: ['cfk_'],
    shape: /cfk_[A-Za-z0-9]{40}[0-9a-f]{8}/,
    scope: 'account',
    actions: everything,
    expires: 'never',
    narrower: dropGlobal,
  }),
  originCa({
    id: 'origin-ca-key',
    title: 'Cloudflare Origin CA key (issues and revokes certificates only)',
    env: ['CLOUDFLARE_API_USER_SERVICE_KEY'],
    prefixes: ['v1.0-'],
    shape: /v1\.0-[0-9a-f]{24}-[0-9a-f]{146}/,
    scope: 'account',
    actions: ['write', 'delete'],
    plane: 'meta',
    narrower:
      'Use an API token with the permission to edit certificates; service keys ended in 2026',
  }),
  r2({
    id: 'r2-secret-key',
    title: 'Cloudflare R2 secret access key',
    env: ['R2_SECRET_ACCESS_KEY', 'CLOUDFLARE_R2_SECRET_ACCESS_KEY'],
    scope: null,
    actions: null,
    plane: 'data',
    narrower: 'Create an R2 token for one bucket, with Object Read only where nothing is written',
  }),
];
