import type {
  Backup,
  Confidence,
  Credential,
  EntityKey,
  Principal,
  Relation,
  Scope,
} from '../model/fact.ts';
import { weaker } from '../model/finding.ts';
import { known } from '../model/value.ts';
import type { LinkIndex } from './link-index.ts';

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
  const backups = index.all('Backup').filter((backup) => !isKept(index, backup));
  if (principals.length === 0 || backups.length === 0) return [];
  return index.all('Credential').flatMap((credential) => {
    if (credential.form !== 'literal' && credential.form !== 'file') return [];
    const holder = actualHolder(index, credential) ?? likelyHolder(index, credential);
    if (holder === undefined || !deletesCopies(holder.principal)) return [];
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

function isKept(index: LinkIndex, backup: Backup): boolean {
  return index.out(backup.key, 'guarded-by').some((relation) => {
    const guard = index.entity(relation.to);
    return guard?.kind === 'Guard' && guard.strength === 'blocks' && guard.honouredBy === undefined;
  });
}

/** The one principal that a relation names. */
function actualHolder(index: LinkIndex, credential: Credential): Holder | undefined {
  const links = index
    .out(credential.key, 'acts-as')
    .filter(({ confidence }) => confidence !== 'low');
  const [link, ...others] = links;
  const principal = link === undefined ? undefined : index.entity(link.to);
  if (link === undefined || principal?.kind !== 'Principal' || others.length > 0) return undefined;
  return { principal, because: link.because, confidence: link.confidence };
}

/**
 * Nothing says whose key it is, and whoever has keys of that vendor here, by what the tree declares, may delete copies. One who may not leaves the
 * question open.
 */
function likelyHolder(index: LinkIndex, credential: Credential): Holder | undefined {
  if (credential.plane !== 'control' || known(credential.scope) !== undefined) return undefined;
  if (index.out(credential.key, 'acts-as').length > 0) return undefined;
  const candidates = index
    .all('Principal')
    .filter(
      (principal) =>
        principal.hasLastingKeys === true &&
        principal.provider === credential.provider &&
        principal.confidence !== 'low',
    );
  const [principal] = candidates;
  if (principal === undefined || !candidates.every(deletesCopies)) return undefined;
  if (candidates.some((one) => isOfAnother(index, credential, one))) return undefined;
  return {
    principal,
    because: 'this may be one of its keys',
    confidence: 'medium',
  };
}

/** The key tells its account, and the principal's is a known other one. */
function isOfAnother(index: LinkIndex, { belongsTo }: Credential, principal: Principal): boolean {
  if (belongsTo === undefined) return false;
  return accountsOf(index, principal.key).some((key) => {
    const account = key.slice(key.lastIndexOf('/') + 1);
    return /^[\w-]{4,64}$/.test(account) && account !== belongsTo;
  });
}

function accountsOf(index: LinkIndex, key: EntityKey): readonly EntityKey[] {
  return index.out(key, 'placed-in').flatMap(({ to }) => {
    const domain = index.entity(to);
    return domain?.kind === 'FailureDomain' && domain.level === 'account' ? [domain.key] : [];
  });
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
