import type { Refinement } from '../../model/knowledge.ts';
import { wordIn } from '../../recognize/credential/credential-decode.ts';
import { jwtExpiry, readJwt } from '../../recognize/credential/credential-jwt.ts';

/**
 * Access, database or group, and end of a database token.
 * @see https://docs.turso.tech/sdk/authentication
 */
export function refineDatabaseToken(value: string): Refinement | null {
  const jwt = readJwt(value);
  if (jwt === null) return null;
  const { claims } = jwt;
  const access = claims['a'];
  if (access !== 'rw' && access !== 'ro') return null;
  const group = wordIn(claims, 'gid');
  const belongsTo = wordIn(claims, 'id') ?? group;
  const expiresOn = jwtExpiry(jwt);
  const isForGroup = group !== null && claims['id'] === undefined;
  const kind = access === 'ro' ? 'read-only ' : '';
  return {
    title: `Turso ${kind}${isForGroup ? 'group' : 'database'} token`,
    actions: access === 'ro' ? ['read'] : ['read', 'write', 'delete'],
    ...(belongsTo === null ? {} : { belongsTo }),
    ...(expiresOn === undefined ? {} : { expiresOn }),
  };
}
