import type { CredentialSpec } from '../../model/knowledge.ts';
import { credentialsOf } from '../../model/pack.ts';
import {
  hasPrivateKey,
  refineGoogleFile,
} from '../../recognize/credential/credential-service-account.ts';

const checkedOn = '2026-11-21';
const cli = credentialsOf({ source: 'https://firebase.google.com/docs/cli', checkedOn });
const admin = credentialsOf({
  source: 'https://firebase.google.com/docs/admin/setup',
  checkedOn,
});
const keys = credentialsOf({
  source: 'https://firebase.google.com/docs/projects/api-keys',
  checkedOn,
});
const legacy = credentialsOf({
  source: 'https://firebase.google.com/docs/cloud-messaging/migrate-v1',
  checkedOn,
});

/** Credentials of Firebase. Keys in files and their `private_key` are Google Cloud service account keys. */
export const credentials: readonly CredentialSpec[] = [
  cli({
    id: 'ci-token',
    title: 'Firebase CI token',
    env: ['FIREBASE_TOKEN', 'FIREBASE_CI_TOKEN', 'FIREBASE_DEPLOY_TOKEN'],
    shape: /1\/\/0[A-Za-z0-9_-]{20,200}/,
    // The refresh token of a human account: every project that account may change.
    scope: 'account',
    actions: ['read', 'write', 'delete', 'admin'],
    expires: 'never',
    narrower:
      'Deploy with workload identity federation and a service account that may only deploy; login:ci tokens are deprecated',
  }),
  admin({
    id: 'service-account',
    title: 'Firebase service account key',
    env: [
      'FIREBASE_SERVICE_ACCOUNT',
      'FIREBASE_SERVICE_ACCOUNT_KEY',
      'FIREBASE_SERVICE_ACCOUNT_JSON',
      'FIREBASE_SERVICE_ACCOUNT_BASE64',
      'FIREBASE_ADMIN_PRIVATE_KEY',
      'FIREBASE_PRIVATE_KEY',
    ],
    scope: 'project',
    // The Admin SDK ignores security rules.
    actions: ['read', 'write', 'delete'],
    plane: 'data',
    expires: 'never',
    narrower:
      'Use workload identity or the attached service account, with a custom role instead of the Admin SDK role',
    refine: refineGoogleFile,
    isGenuine: hasPrivateKey,
  }),
  legacy({
    id: 'messaging-key',
    title: 'Firebase Cloud Messaging legacy server key',
    env: ['FCM_SERVER_KEY', 'FIREBASE_SERVER_KEY'],
    shape: /AAAA[A-Za-z0-9_-]{7}:[A-Za-z0-9_-]{140}/,
    scope: 'project',
    actions: ['write'],
    plane: 'comms',
    expires: 'never',
    narrower: 'Send through the HTTP v1 API with short-lived tokens',
  }),
  keys({
    id: 'web-api-key',
    title: 'Firebase web API key',
    env: ['FIREBASE_API_KEY', 'FIREBASE_WEB_API_KEY'],
    scope: 'project',
    actions: null,
    plane: 'comms',
    narrower: 'Nothing to do: it identifies the project, security rules decide what it may touch',
    isPublic: true,
  }),
];
