import type { Credential, Principal, Relation } from '../model/fact.ts';
import { accountsOf } from './accounts-of.ts';
import type { LinkIndex } from './link-index.ts';

/**
 * Whose key a credential may be, where nothing says it: every principal of that vendor that has keys which last and that is not known to be of
 * another account. A suspicion, so of low confidence.
 */
export function likelyHolders(index: LinkIndex): readonly Relation[] {
  const principals = index
    .all('Principal')
    .filter(({ hasLastingKeys, confidence }) => hasLastingKeys === true && confidence !== 'low');
  if (principals.length === 0) return [];
  return index
    .all('Credential')
    .filter((credential) => isOpen(index, credential))
    .flatMap((credential) =>
      principals
        .filter((principal) => mayBeOf(index, credential, principal))
        .map((principal) => suspicion(credential, principal)),
    );
}

/** A value of which nothing else tells what it opens. */
function isOpen(index: LinkIndex, credential: Credential): boolean {
  return (
    (credential.form === 'literal' || credential.form === 'file') &&
    credential.confidence !== 'low' &&
    credential.plane === 'control' &&
    credential.scope.state === 'unknown' &&
    index.out(credential.key, 'acts-as').length === 0
  );
}

/** The key may tell its account, and the principal's may be a known other one. */
function mayBeOf(index: LinkIndex, credential: Credential, principal: Principal): boolean {
  const { belongsTo, provider } = credential;
  if (provider !== principal.provider) return false;
  return (
    belongsTo === undefined ||
    accountsOf(index, principal.key).every((key) => {
      const account = key.slice(key.lastIndexOf('/') + 1);
      // What stands for an account whose name nobody knows has other signs in it.
      return !/^[\w-]{4,64}$/.test(account) || account === belongsTo;
    })
  );
}

function suspicion(credential: Credential, principal: Principal): Relation {
  return {
    kind: 'Relation',
    rel: 'acts-as',
    from: credential.key,
    to: principal.key,
    actions: [],
    because: 'this may be one of its keys',
    at: credential.at,
    confidence: 'low',
  };
}
