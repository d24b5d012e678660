import type { Action } from '../../model/fact.ts';
import type { Refinement } from '../../model/knowledge.ts';
import { jsonObject, wordIn } from '../../recognize/credential/credential-decode.ts';
import { jwtExpiry, readJwt } from '../../recognize/credential/credential-jwt.ts';

const actionOfLetter: Readonly<Record<string, Action>> = {
  r: 'read',
  l: 'read',
  f: 'read',
  e: 'read',
  a: 'write',
  c: 'write',
  w: 'write',
  u: 'write',
  m: 'write',
  t: 'write',
  i: 'write',
  p: 'write',
  d: 'delete',
  x: 'delete',
  y: 'delete',
  o: 'admin',
};
const resources: Readonly<Record<string, string>> = {
  b: 'one blob',
  bv: 'one blob version',
  bs: 'one blob snapshot',
  c: 'one container',
  d: 'one directory',
  s: 'one file share',
  f: 'one file',
};
const order: readonly Action[] = ['read', 'write', 'delete', 'admin'];

/**
 * What a shared access signature allows, from its own query: permissions, what it covers, and its end. Where a stored policy holds the permissions,
 * they are not in the text.
 * @see https://learn.microsoft.com/en-us/rest/api/storageservices/create-account-sas
 * @see https://learn.microsoft.com/en-us/rest/api/storageservices/create-service-sas
 */
export function refineSas(value: string): Refinement | null {
  if (value.length > 16 * 1024) return null;
  const query = new URLSearchParams(value.slice(value.indexOf('?') + 1));
  if (!query.has('sig')) return null;
  const letters = query.get('sp');
  const day = /^(20\d\d-\d\d-\d\d)(?:T|$)/.exec(query.get('se') ?? '')?.[1];
  return {
    title: titleOf(query),
    ...(letters === null ? {} : { actions: actionsOf(letters) }),
    ...(day === undefined ? {} : { expiresOn: day }),
  };
}

function actionsOf(letters: string): readonly Action[] {
  const found = new Set([...letters.toLowerCase()].map((letter) => actionOfLetter[letter]));
  return order.filter((action) => found.has(action));
}

function titleOf(query: URLSearchParams): string {
  const resource = resources[query.get('sr') ?? ''];
  const on = resource === undefined ? '' : ` on ${resource}`;
  if (query.has('skoid')) return `Azure user-delegation SAS${on}`;
  if (query.has('srt')) return 'Azure account SAS';
  return `Azure storage SAS${on}`;
}

/**
 * The account in a storage connection string, and the permissions where it carries a signature instead of the key. The emulator's account is public.
 * @see https://learn.microsoft.com/en-us/azure/storage/common/storage-configure-connection-string
 */
export function refineStorageConnection(value: string): Refinement | null {
  if (value.length > 16 * 1024) return null;
  if (/UseDevelopmentStorage=true|AccountName=devstoreaccount1(?:;|$)/i.test(value)) {
    return { isPublic: true };
  }
  const account =
    /(?:^|;)AccountName=([a-z0-9]{3,24})(?:;|$)/i.exec(value)?.[1] ??
    /Endpoint=https:\/\/([a-z0-9]{3,24})\./i.exec(value)?.[1];
  const signature = /(?:^|;)SharedAccessSignature=([^;]{1,4000})/i.exec(value)?.[1];
  const shown = signature === undefined ? null : refineSas(signature);
  if (account === undefined) return shown;
  return { ...shown, belongsTo: account };
}

/**
 * The key that every Azurite starts with.
 * @see https://learn.microsoft.com/en-us/azure/storage/common/storage-use-azurite
 */
export function refineStorageKey(value: string): Refinement | null {
  return value.startsWith('Eby8vdM02xNOcqFlqUwJPLlm') ? { isPublic: true } : null;
}

/**
 * The account in a Cosmos DB connection string; the key that every emulator starts with is public.
 * @see https://learn.microsoft.com/en-us/azure/cosmos-db/emulator
 */
export function refineCosmos(value: string): Refinement | null {
  if (value.length > 16 * 1024) return null;
  if (value.includes('C2y6yDjf5/R+ob0N8A7Cgv30')) return { isPublic: true };
  const account = /AccountEndpoint=https:\/\/([a-z0-9-]{3,50})\./i.exec(value)?.[1];
  return account === undefined ? null : { belongsTo: account };
}

/**
 * The subscription that the file for `azure/login` names.
 * @see https://github.com/Azure/login
 */
export function refineServicePrincipal(value: string): Refinement | null {
  const file = jsonObject(value);
  const belongsTo = file === null ? null : wordIn(file, 'subscriptionId');
  return belongsTo === null ? null : { belongsTo };
}

/**
 * Tenant and end of an access token.
 * @see https://learn.microsoft.com/en-us/entra/identity-platform/access-token-claims-reference
 */
export function refineAccessToken(value: string): Refinement | null {
  const jwt = readJwt(value);
  if (jwt === null) return null;
  const belongsTo = wordIn(jwt.claims, 'tid');
  const expiresOn = jwtExpiry(jwt);
  return {
    ...(belongsTo === null ? {} : { belongsTo }),
    ...(expiresOn === undefined ? {} : { expiresOn }),
  };
}
