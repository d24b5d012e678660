import type { CredentialSpec } from '../../model/knowledge.ts';
import { credentialsOf } from '../../model/pack.ts';
import { refineAccessToken, refineBlobToken } from './refine.ts';

const checkedOn = '2026-11-21';
const credential = credentialsOf({
  source: 'https://vercel.com/docs/rest-api#authentication',
  checkedOn,
});
const blob = credentialsOf({
  source: 'https://vercel.com/docs/vercel-blob/using-blob-sdk',
  checkedOn,
});
const gateway = credentialsOf({ source: 'https://vercel.com/docs/ai-gateway', checkedOn });

const narrower =
  'Create a token for one project, or for one team, with an expiry, and let deployments reach clouds through OIDC federation';

/** Tokens of Vercel. Full-account, team and project tokens look alike. */
export const credentials: readonly CredentialSpec[] = [
  credential({
    id: 'token',
    title: 'Vercel token',
    env: ['VERCEL_TOKEN', 'VERCEL_API_TOKEN', 'VERCEL_ACCESS_TOKEN'],
    headers: ['authorization'],
    // Tokens of before 2026; newer ones are the prefixed kinds below.
    shape: /[A-Za-z0-9]{24}/,
    scope: null,
    actions: ['read', 'write', 'delete'],
    expires: 'optional',
    narrower,
  }),
  credential({
    id: 'access-token',
    title: 'Vercel access token',
    prefixes: ['vcp_', 'vca_', 'vcr_'],
    shape: /vc[apr]_[A-Za-z0-9]{20,60}/,
    refine: refineAccessToken,
    scope: null,
    actions: ['read', 'write', 'delete'],
    expires: 'optional',
    narrower,
  }),
  credential({
    id: 'integration-token',
    title: 'Vercel integration token',
    prefixes: ['vci_'],
    shape: /vci_[A-Za-z0-9]{20,60}/,
    scope: null,
    actions: null,
    narrower: 'Keep the token of an integration in the secret store of the integration itself',
  }),
  gateway({
    id: 'ai-gateway-key',
    title: 'Vercel AI Gateway key',
    env: ['AI_GATEWAY_API_KEY'],
    prefixes: ['vck_'],
    shape: /vck_[A-Za-z0-9]{20,60}/,
    scope: 'organization',
    actions: null,
    plane: 'comms',
    narrower: 'Use the OIDC token that deployments get instead of a key',
  }),
  blob({
    id: 'blob-token',
    title: 'Vercel Blob read-write token',
    env: ['BLOB_READ_WRITE_TOKEN'],
    prefixes: ['vercel_blob_rw_'],
    shape: /vercel_blob_rw_[A-Za-z0-9]{6,40}_[A-Za-z0-9]{16,64}/,
    // The store it is for.
    refine: refineBlobToken,
    scope: 'resource',
    actions: ['read', 'write', 'delete'],
    plane: 'data',
    narrower:
      'Let the browser upload with signed client tokens, and keep one store per environment',
  }),
];
