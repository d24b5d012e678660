import type { Refinement } from '../../model/knowledge.ts';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
/** Accounts of AWS's own documentation, and the one that emulators make up. */
const sampleAccounts = new Set(['000000000000', '111122223333', '123456789012']);

/**
 * The account that an access key id belongs to: forty bits behind the fifth character's first one, as people who look for leaked keys found. Keys
 * from before 2019, whose fifth character is I or J, do not carry it; `null` for those and for anything else.
 * @see https://github.com/trufflesecurity/trufflehog/tree/main/pkg/detectors/aws
 */
export function accountOfKey(keyId: string): string | null {
  if (!/^A[A-Z]{3}[A-HK-Z2-7][A-Z2-7]{15}$/.test(keyId)) return null;
  let bits = 0;
  // Ten characters hold fifty bits; the first forty-eight are looked at, so nothing leaves the safe integers.
  for (const letter of keyId.slice(4, 14)) bits = bits * 32 + alphabet.indexOf(letter);
  const account = Math.floor((Math.floor(bits / 4) % 2 ** 47) / 2 ** 7);
  return account > 999_999_999_999 ? null : String(account).padStart(12, '0');
}

/** The account of an access key id; that of a sample is nobody's. */
export function refineKeyId(keyId: string): Refinement | null {
  const account = accountOfKey(keyId);
  if (account === null) return null;
  return sampleAccounts.has(account) ? { isPublic: true } : { belongsTo: account };
}

/** The account of the only key whose id stands in a text; `null` where none does, or those of several accounts. */
export function accountIn(text: string): string | null {
  const accounts = new Set<string>();
  for (const [keyId] of text.matchAll(
    /(?<![A-Za-z0-9])(?:AKIA|ASIA)[A-Z2-7]{16}(?![A-Za-z0-9])/g,
  )) {
    const account = refineKeyId(keyId)?.belongsTo;
    if (account !== undefined) accounts.add(account);
    if (accounts.size > 1) return null;
  }
  return [...accounts][0] ?? null;
}

/** Forty characters of hexadecimal are the hash of a commit. */
export function isNotCommitHash(value: string): boolean {
  return !/^[0-9a-f]{40}$/.test(value);
}
