import type { Refinement } from '../../model/knowledge.ts';
import { base64Json, type Fields, jsonObject, wordIn } from './credential-decode.ts';

/**
 * What a Google credentials file shows, as JSON or base64 of it: its kind and its project. A workload identity file holds no secret.
 * @see https://cloud.google.com/iam/docs/keys-create-delete
 * @see https://cloud.google.com/docs/authentication/application-default-credentials
 */
export function refineGoogleFile(value: string): Refinement | null {
  const file = jsonObject(value) ?? base64Json(value);
  if (file === null) return null;
  switch (file['type']) {
    case 'service_account':
      return serviceAccount(file);
    case 'external_account':
      return { isPublic: true };
    case 'authorized_user':
      return {
        title: 'login of a person at Google Cloud',
        scope: 'account',
        ...belonging(wordIn(file, 'quota_project_id')),
      };
    default:
      return null;
  }
}

/** Whether a Google credentials file holds what it is for: a service account's key without a key is a form to fill in. */
export function hasPrivateKey(value: string): boolean {
  const file = jsonObject(value) ?? base64Json(value);
  if (file === null || file['type'] !== 'service_account') return true;
  const key = file['private_key'];
  return typeof key === 'string' && key.includes('PRIVATE KEY-----') && key.length > 200;
}

function serviceAccount(file: Fields): Refinement {
  const email = wordIn(file, 'client_email') ?? '';
  const project = wordIn(file, 'project_id') ?? /@([a-z0-9-]+)\.iam\./.exec(email)?.[1] ?? null;
  return { title: titleOf(email), ...belonging(project) };
}

function titleOf(email: string): string {
  if (email.startsWith('firebase-adminsdk-')) return 'Firebase Admin SDK service account key';
  if (email.endsWith('-compute@developer.gserviceaccount.com')) {
    return 'key of the default Compute Engine service account';
  }
  if (email.endsWith('@appspot.gserviceaccount.com')) {
    return 'key of the default App Engine service account';
  }
  return 'Google Cloud service account key';
}

function belonging(belongsTo: string | null): Refinement {
  return belongsTo === null ? {} : { belongsTo };
}
