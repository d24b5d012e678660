import type { Refinement } from '../../model/knowledge.ts';
import { base64Json, dayOf, type Fields } from './credential-decode.ts';

/** What a JSON web token says, its signature left alone. */
export interface Jwt {
  readonly header: Fields;
  readonly claims: Fields;
}

/** Reads a JSON web token: three base64url parts of which the first names an algorithm. `null` for anything else. */
export function readJwt(value: string): Jwt | null {
  if (!value.startsWith('ey')) return null;
  const parts = value.split('.', 4);
  const [first, second] = parts;
  if (parts.length !== 3 || first === undefined || second === undefined) return null;
  const header = base64Json(first);
  if (header === null || typeof header['alg'] !== 'string') return null;
  const claims = base64Json(second);
  return claims === null ? null : { header, claims };
}

/** The day on which a token ends by itself: `never` where it carries no `exp`; `undefined` where `exp` cannot be read. */
export function jwtExpiry({ claims }: Jwt): string | undefined {
  return claims['exp'] === undefined ? 'never' : (dayOf(claims['exp']) ?? undefined);
}

/**
 * What any JSON web token shows, whoever issued it: its end. A token without a signature, or the sample of every tutorial, opens nothing.
 * @see https://www.rfc-editor.org/rfc/rfc7519#section-4.1
 */
export function refineJwt(value: string): Refinement | null {
  const jwt = readJwt(value);
  if (jwt === null) return null;
  if (isSample(jwt)) return { isPublic: true };
  const expiresOn = jwtExpiry(jwt);
  return expiresOn === undefined ? null : { expiresOn };
}

/** An unsigned token, or the one on the front page of jwt.io. */
export function isSample({ header, claims }: Jwt): boolean {
  return (
    String(header['alg']).toLowerCase() === 'none' ||
    (claims['sub'] === '1234567890' && claims['name'] === 'John Doe')
  );
}
