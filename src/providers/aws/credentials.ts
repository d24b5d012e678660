import type { CredentialSpec } from '../../model/knowledge.ts';
import { credentialsOf } from '../../model/pack.ts';
import { accountIn, isNotCommitHash, refineKeyId } from './account-of-key.ts';

const checkedOn = '2026-11-21';
const credential = credentialsOf({
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html',
  checkedOn,
});
const identifiers =
  'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids';

const role =
  'Let CI assume a role through OIDC and people sign in through IAM Identity Center; give agents a read-only role';

/** Forty characters of base64; hexadecimal ones are a commit or a checksum. */
const secretHalf =
  /(?:^|[^A-Za-z0-9/+])(?![0-9a-f]{40}(?:[^A-Za-z0-9/+]|$))[A-Za-z0-9/+]{40}(?:[^A-Za-z0-9/+=]|$)/m;

/** Credentials of AWS. What a key may do stands in IAM policies, never in the key; a root key looks like any other. */
export const credentials: readonly CredentialSpec[] = [
  credential({
    id: 'access-key-id',
    title: 'long-lived AWS access key id',
    env: ['AWS_ACCESS_KEY_ID', 'AMAZON_ACCESS_KEY_ID', 'AWS_ACCESS_KEY', 'AWS_S3_ACCESS_KEY_ID'],
    prefixes: ['AKIA'],
    shape: /AKIA[A-Z2-7]{16}/,
    scope: null,
    actions: null,
    expires: 'never',
    narrower: role,
    refine: refineKeyId,
    tellsAccount: true,
    secretHalf: 'secret-access-key',
    counterpart: secretHalf,
    source: identifiers,
  }),
  credential({
    id: 'secret-access-key',
    title: 'AWS secret access key',
    env: [
      'AWS_SECRET_ACCESS_KEY',
      'AWS_SECRET_KEY',
      'AMAZON_SECRET_ACCESS_KEY',
      'AWS_S3_SECRET_ACCESS_KEY',
    ],
    shape: /[A-Za-z0-9/+]{40}/,
    scope: null,
    actions: null,
    narrower: role,
    // Forty hexadecimal digits are a SHA-1.
    isGenuine: isNotCommitHash,
    ownerIn: accountIn,
    tellsAccount: true,
  }),
  credential({
    id: 'temporary-access-key-id',
    title: 'temporary AWS access key id',
    prefixes: ['ASIA'],
    shape: /ASIA[A-Z2-7]{16}/,
    scope: null,
    actions: null,
    expires: 'within-hours',
    narrower: 'Let the tool fetch its session itself, and write none down',
    refine: refineKeyId,
    tellsAccount: true,
    secretHalf: 'secret-access-key',
    counterpart: secretHalf,
    source: identifiers,
  }),
  credential({
    id: 'session-token',
    title: 'AWS session token',
    env: ['AWS_SESSION_TOKEN', 'AWS_SECURITY_TOKEN'],
    shape: /[A-Za-z0-9/+]{100,2000}={0,2}/,
    scope: null,
    actions: null,
    expires: 'within-hours',
    narrower: 'Let the tool fetch its session itself, and write none down',
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp.html',
  }),
  credential({
    id: 'service-bearer-token',
    title: 'AWS service bearer token or context-specific credential',
    prefixes: ['ABIA', 'ACCA'],
    shape: /(?:ABIA|ACCA)[A-Z2-7]{16}/,
    scope: null,
    actions: null,
    narrower: 'Request it when it is needed, and write none down',
    refine: refineKeyId,
    tellsAccount: true,
    secretHalf: 'secret-access-key',
    counterpart: secretHalf,
    source: identifiers,
  }),
  credential({
    id: 'bedrock-api-key',
    title: 'Amazon Bedrock API key (model calls only)',
    env: ['AWS_BEARER_TOKEN_BEDROCK'],
    prefixes: ['ABSK'],
    shape: /ABSK[A-Za-z0-9+/]{109,269}={0,2}/,
    scope: null,
    actions: null,
    plane: 'comms',
    narrower: 'Use a short-term Bedrock key, or the role the program runs with',
    source: 'https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys.html',
  }),
];
