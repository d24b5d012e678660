import type { Refinement } from '../../model/knowledge.ts';

/** The master key goes by the id of its account; every other key's id carries that id in the middle. */
export function refineKeyId(value: string): Refinement | null {
  if (/^[0-9a-f]{12}$/.test(value)) {
    return {
      title: 'Backblaze B2 master application key id',
      scope: 'account',
      actions: ['read', 'write', 'delete', 'admin'],
      expiresOn: 'never',
      belongsTo: value,
    };
  }
  const account = /^00[0-9]([0-9a-f]{12})[0-9]{10}$/.exec(value)?.[1];
  return account === undefined ? null : { belongsTo: account };
}
