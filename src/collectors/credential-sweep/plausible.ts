import { type CredentialKind, matchesWhole } from '../../recognize/credential/credential.ts';
import { isWeakSecret } from '../../recognize/credential/secret-value.ts';

const privateKey = /^-----BEGIN (?:[A-Z]{2,9} )?PRIVATE KEY-----\s{0,4}[A-Za-z0-9+/]{60}/;

/** Whether a word is a value: free text has no grammar that would make it one, so only a proven shape or a random-looking word counts. */
export function isPlausible(kind: CredentialKind, value: string): boolean {
  const { shape } = kind.known.spec;
  if (shape !== null) return matchesWhole(shape, value);
  if (privateKey.test(value)) return true;
  if (isWeakSecret(value) || value.length < 20 || /[(){}<>$\\|]/.test(value)) return false;
  if (!/\d/.test(value) || !/[A-Za-z]/.test(value) || value.includes(' ')) return false;
  return !isWordy(value);
}

/** `config.v2.production.accessToken`, `teams/edge/production/1`: a path or a label that people chose, whose pieces are words, with a number behind them at most. */
function isWordy(value: string): boolean {
  const pieces = value
    .slice(0, 400)
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .split(/[-_./:@?]/);
  return pieces.every((piece) => /^(?:[A-Z]?[a-z]{0,20}|[A-Z]{1,20})\d{0,6}$/.test(piece));
}
