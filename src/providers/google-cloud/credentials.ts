import type { CredentialSpec } from '../../model/knowledge.ts';
import { credentialsOf } from '../../model/pack.ts';
import {
  hasPrivateKey,
  refineGoogleFile,
} from '../../recognize/credential/credential-service-account.ts';

const checkedOn = '2026-11-21';
const credential = credentialsOf({
  source: 'https://cloud.google.com/docs/authentication',
  checkedOn,
});
const federation =
  'Use workload identity federation, or let the caller impersonate a service account, and delete the exported key';

/** Credentials of Google Cloud. What a key may do stands in IAM bindings, never in the key; a key file names its project. */
export const credentials: readonly CredentialSpec[] = [
  credential({
    id: 'service-account-key',
    title: 'Google Cloud service account key',
    env: [
      'GOOGLE_CREDENTIALS',
      'GOOGLE_CREDENTIALS_JSON',
      'GOOGLE_APPLICATION_CREDENTIALS_JSON',
      'GOOGLE_SERVICE_ACCOUNT_KEY',
      'GCP_SA_KEY',
      'GCP_CREDENTIALS',
      'GCP_SERVICE_ACCOUNT_KEY',
      'GCLOUD_SERVICE_KEY',
    ],
    prefixes: [
      '{"type":"service_account"',
      '{"type": "service_account"',
      '{\n  "type": "service_account"',
      'eyJ0eXBlIjoic2VydmljZV9hY2NvdW50',
      'eyJ0eXBlIjogInNlcnZpY2VfYWNjb3Vud',
      'ewogICJ0eXBlIjogInNlcnZpY2VfYWNjb3Vud',
    ],
    shape:
      /\{(?:"type": ?|\n {2}"type": |\s{1,8}"type":\s{0,4})"service_account"[\s\S]{100,6000}|(?:eyJ0eXBlIjoic2VydmljZV9hY2NvdW50|eyJ0eXBlIjogInNlcnZpY2VfYWNjb3Vud|ewogICJ0eXBlIjogInNlcnZpY2VfYWNjb3Vud)[A-Za-z0-9+/=\s]{200,8000}/,
    scope: null,
    actions: null,
    expires: 'never',
    narrower: federation,
    source: 'https://cloud.google.com/iam/docs/service-account-creds#key-types',
    refine: refineGoogleFile,
    isGenuine: hasPrivateKey,
  }),
  credential({
    id: 'user-credentials',
    title: 'Google user credentials file (application default credentials)',
    prefixes: [
      '{"type":"authorized_user"',
      '{"type": "authorized_user"',
      '{\n  "type": "authorized_user"',
    ],
    shape: /\{(?:"type": ?|\n {2}"type": |\s{1,8}"type":\s{0,4})"authorized_user"[\s\S]{50,4000}/,
    scope: 'account',
    actions: null,
    narrower: 'Sign in on the machine, and keep what gcloud writes out of the repository',
    refine: refineGoogleFile,
    source: 'https://cloud.google.com/docs/authentication/application-default-credentials',
  }),
  credential({
    id: 'access-token',
    title: 'Google OAuth access token',
    env: ['CLOUDSDK_AUTH_ACCESS_TOKEN', 'GOOGLE_OAUTH_ACCESS_TOKEN'],
    headers: ['authorization'],
    prefixes: ['ya29.'],
    shape: /ya29\.[0-9A-Za-z_-]{20,500}/,
    scope: null,
    actions: null,
    // Most are an app's, for mail or calendars; only its scopes, which stand elsewhere, say whether it reaches the cloud.
    plane: 'data',
    expires: 'within-hours',
    narrower: 'Let the tool fetch its token when it runs, and write none down',
    source: 'https://cloud.google.com/docs/authentication/token-types',
  }),
  credential({
    id: 'refresh-token',
    title: 'Google OAuth refresh token',
    prefixes: ['1//0'],
    shape: /1\/\/0[0-9A-Za-z_-]{20,200}/,
    // What it reaches is what the person granted the client: mail and calendars more often than the cloud.
    scope: null,
    actions: null,
    plane: 'data',
    narrower: 'Use workload identity federation in place of a person',
    source: 'https://cloud.google.com/docs/authentication/token-types',
  }),
  credential({
    id: 'oauth-client-secret',
    title: 'Google OAuth client secret',
    prefixes: ['GOCSPX-'],
    shape: /GOCSPX-[0-9A-Za-z_-]{28}/,
    // Alone it only names an app; it reaches what each user granted that app.
    scope: null,
    actions: null,
    plane: 'comms',
    narrower: 'Keep the client secret in the secret store of the server that exchanges the codes',
    source: 'https://developers.google.com/identity/protocols/oauth2',
  }),
  credential({
    id: 'storage-hmac-key',
    title: 'Google Cloud Storage HMAC access id',
    prefixes: ['GOOG1E', 'GOOG'],
    shape: /GOOG1E[A-Z0-9]{55}|GOOG[A-Z0-9]{20}/,
    scope: null,
    actions: null,
    plane: 'data',
    narrower: 'Tie the HMAC key to a service account that may only touch one bucket',
    source: 'https://cloud.google.com/storage/docs/authentication/hmackeys',
  }),
  credential({
    id: 'api-key',
    title: 'Google API key',
    prefixes: ['AIza'],
    shape: /AIza[0-9A-Za-z_-]{35}/,
    scope: 'project',
    actions: [],
    plane: 'comms',
    narrower: 'Restrict the key to the APIs and sites that use it',
    // It identifies a project for billing and quota, stands in every web and mobile app, and deletes nothing.
    isPublic: true,
    source: 'https://cloud.google.com/docs/authentication/api-keys',
  }),
];
