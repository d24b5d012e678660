import type { Refinement } from '../../model/knowledge.ts';
import { printableWord } from '../../recognize/credential/credential-decode.ts';
import {
  isSample,
  type Jwt,
  jwtExpiry,
  readJwt,
} from '../../recognize/credential/credential-jwt.ts';

/**
 * What a JWT key of a project says: its role, its project and its end. The keys of `supabase-demo` open every local stack and nothing else; the
 * anon key is published with every page, whatever the variable is called.
 * @see https://supabase.com/docs/guides/api/api-keys
 */
export function refineProjectKey(value: string): Refinement | null {
  const jwt = readJwt(value);
  if (jwt === null) return null;
  const { claims } = jwt;
  if (claims['iss'] === 'supabase-demo' || isSample(jwt)) return { isPublic: true };
  switch (claims['role']) {
    case 'anon':
      return { isPublic: true };
    case 'service_role':
      return {
        title: 'Supabase service role key',
        scope: 'project',
        actions: ['read', 'write', 'delete'],
        plane: 'data',
        isPublic: false,
        ...ownerAndEnd(jwt),
      };
    default:
      return null;
  }
}

function ownerAndEnd(jwt: Jwt): Refinement {
  const belongsTo = printableWord(jwt.claims['ref']);
  const expiresOn = jwtExpiry(jwt);
  return {
    ...(belongsTo === null ? {} : { belongsTo }),
    ...(expiresOn === undefined ? {} : { expiresOn }),
  };
}

/**
 * Keys that the CLI gives every local stack, without their public beginning.
 * @see https://github.com/supabase/cli/blob/develop/apps/cli-go/pkg/config/apikeys.go
 */
const localSecret = 'N7UND0UgjKTVK-Uodkm0Hg_xSvEMPvz';
const localJwtSecret = 'super-secret-jwt-token-with-at-least-32-characters-long';

/** The secret key of a local stack is the same everywhere. */
export function refineSecretKey(value: string): Refinement | null {
  return value.endsWith(localSecret) ? { isPublic: true } : null;
}

/** The signing secret of a local stack is the same everywhere. */
export function refineJwtSecret(value: string): Refinement | null {
  return value === localJwtSecret ? { isPublic: true } : null;
}
