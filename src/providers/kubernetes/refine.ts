import type { Refinement } from '../../model/knowledge.ts';
import { printableWord } from '../../recognize/credential/credential-decode.ts';
import { isSample, jwtExpiry, readJwt } from '../../recognize/credential/credential-jwt.ts';

/**
 * Service account and end of a cluster's token. Those of before Kubernetes 1.24 never end.
 * @see https://kubernetes.io/docs/reference/access-authn-authz/service-accounts-admin/
 */
export function refineServiceAccountToken(value: string): Refinement | null {
  const jwt = readJwt(value);
  if (jwt === null) return null;
  if (isSample(jwt)) return { isPublic: true };
  const subject = String(jwt.claims['sub'] ?? '');
  const account = /^system:serviceaccount:([a-z0-9.-]{1,80}):([a-z0-9.-]{1,80})$/.exec(subject);
  const expiresOn = jwtExpiry(jwt);
  const issuer = printableWord(String(jwt.claims['iss'] ?? '').replace(/^https:\/\//, ''));
  return {
    ...(account === null
      ? {}
      : { title: `Kubernetes token of the service account ${account[1]}/${account[2]}` }),
    // Every cluster calls itself by these names.
    ...(issuer === null || /^kubernetes(?:\/|\.default)/.test(issuer) ? {} : { belongsTo: issuer }),
    ...(expiresOn === undefined ? {} : { expiresOn }),
  };
}
