import type { Action } from '../../model/fact.ts';
import type { Refinement } from '../../model/knowledge.ts';
import { printableWord } from '../../recognize/credential/credential-decode.ts';
import { isSample, jwtExpiry, readJwt } from '../../recognize/credential/credential-jwt.ts';

const verbs: readonly (readonly [Action, RegExp])[] = [
  ['read', /(?:^| )read:/],
  ['write', /(?:^| )(?:create|update):/],
  ['delete', /(?:^| )delete:/],
];

/**
 * Tenant, rights and end of a Management API token: its `scope` lists what it may do.
 * @see https://auth0.com/docs/secure/tokens/access-tokens/management-api-access-tokens
 */
export function refineManagementToken(value: string): Refinement | null {
  const jwt = readJwt(value);
  if (jwt === null) return null;
  if (isSample(jwt)) return { isPublic: true };
  const { aud, iss, scope } = jwt.claims;
  const audience = [aud]
    .flat()
    .find((each) => typeof each === 'string' && each.endsWith('/api/v2/'));
  const tenant = printableWord(String(audience ?? iss ?? '').replace(/^https:\/\/|\/.*$/g, ''));
  const expiresOn = jwtExpiry(jwt);
  return {
    ...(audience === undefined ? {} : { scope: 'organization' }),
    ...(typeof scope === 'string' ? { actions: actionsOf(scope) } : {}),
    ...(tenant === null ? {} : { belongsTo: tenant }),
    ...(expiresOn === undefined ? {} : { expiresOn }),
  };
}

function actionsOf(scope: string): readonly Action[] {
  return verbs.filter(([, verb]) => verb.test(scope)).map(([action]) => action);
}
