import type { Backup, Confidence, Credential, Principal, Relation, Scope } from '../model/fact.ts';
import { weaker } from '../model/finding.ts';
import { known } from '../model/value.ts';
import { accountsOf } from './accounts-of.ts';
import type { LinkIndex } from './link-index.ts';
import { isLocked } from './locked-copy.ts';

/** Whose key a credential is, and how sure that is. */
interface Holder {
  readonly principal: Principal;
  readonly because: string;
  readonly confidence: Confidence;
}

/**
 * Copies that the key of a principal deletes as well as what they are copies of, because its policies let it. Copies of another account, and those
 * that something keeps from being deleted, are out of its reach.
 */
export function deleteCopies(index: LinkIndex): readonly Relation[] {
  const principals = index.all('Principal').filter(deletesCopies);
  const backups = index.all('Backup').filter((backup) => !isLocked(index, backup));
  if (principals.length === 0 || backups.length === 0) return [];
  return index.all('Credential').flatMap((credential) => {
    if (credential.form !== 'literal' && credential.form !== 'file') return [];
    const holder = holderOf(index, credential);
    if (holder === undefined) return [];
    const places = accountsOf(index, holder.principal.key);
    return backups
      .filter((backup) => accountsOf(index, backup.key).some((account) => places.includes(account)))
      .map((backup) => edge(credential, backup, holder));
  });
}

const wide: ReadonlySet<Scope> = new Set(['project', 'account', 'organization']);

/** It deletes copies wherever they are in its account, and nothing asks first. */
function deletesCopies({ deletes, scope, confirms, confidence }: Principal): boolean {
  const reach = known(scope);
  return (
    confidence !== 'low' &&
    reach !== undefined &&
    wide.has(reach) &&
    known(deletes)?.includes('backup') === true &&
    known(confirms) === false
  );
}

/**
 * The one principal that a relation names. Where none does, whoever may have the key if all of them may delete copies: one who may not leaves the
 * question open.
 */
function holderOf(index: LinkIndex, credential: Credential): Holder | undefined {
  const links = index.out(credential.key, 'acts-as');
  const sure = links.filter(({ confidence }) => confidence !== 'low');
  if (sure.length > 1) return undefined;
  const holders = (sure.length === 1 ? sure : links).flatMap((link) => {
    const principal = index.entity(link.to);
    return principal?.kind === 'Principal' ? [{ principal, link }] : [];
  });
  const [first] = holders;
  if (first === undefined || !holders.every(({ principal }) => deletesCopies(principal))) {
    return undefined;
  }
  const { principal, link } = first;
  const confidence = sure.length === 1 ? link.confidence : 'medium';
  return { principal, because: link.because, confidence };
}

function edge(
  credential: Credential,
  backup: Backup,
  { principal, because, confidence }: Holder,
): Relation {
  return {
    kind: 'Relation',
    rel: 'authorizes',
    from: credential.key,
    to: backup.key,
    actions: ['delete'],
    because: `"${principal.name}" may delete every copy in its account, and ${because}`,
    at: principal.at,
    confidence: weaker(weaker(confidence, credential.confidence), backup.confidence),
  };
}
