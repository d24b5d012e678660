import type { CredentialSpec } from '../../model/knowledge.ts';
import { credentialsOf } from '../../model/pack.ts';

const checkedOn = '2026-11-21';
const token = credentialsOf({
  source: 'https://docs.digitalocean.com/reference/api/create-personal-access-token/',
  checkedOn,
});
const spaces = credentialsOf({
  source: 'https://docs.digitalocean.com/products/spaces/how-to/manage-access/',
  checkedOn,
});
/** The value shows the kind only: a token reaches the team, with all scopes or with those chosen. */
const teamWide = {
  scope: 'organization',
  actions: null,
  expires: 'optional',
  narrower:
    'Create a token with custom scopes, without any of the delete scopes, and with an expiry',
} as const;

/** Credentials of DigitalOcean. */
export const credentials: readonly CredentialSpec[] = [
  token({
    id: 'personal-token',
    title: 'DigitalOcean personal access token',
    env: ['DIGITALOCEAN_ACCESS_TOKEN', 'DIGITALOCEAN_TOKEN', 'DO_TOKEN', 'DO_API_TOKEN'],
    headers: ['authorization'],
    prefixes: ['dop_v1_'],
    shape: /dop_v1_[0-9a-f]{64}/,
    ...teamWide,
  }),
  token({
    id: 'oauth-token',
    title: 'DigitalOcean OAuth token',
    prefixes: ['doo_v1_', 'dor_v1_'],
    shape: /do[or]_v1_[0-9a-f]{64}/,
    ...teamWide,
  }),
  spaces({
    id: 'spaces-key',
    title: 'DigitalOcean Spaces secret key',
    env: ['SPACES_SECRET_ACCESS_KEY', 'SPACES_SECRET_KEY', 'DO_SPACES_SECRET'],
    scope: null,
    actions: null,
    plane: 'data',
    narrower: 'Create a key for one bucket, with read access only where nothing is written',
  }),
];
