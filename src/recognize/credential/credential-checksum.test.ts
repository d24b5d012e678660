import { expect, it } from 'vitest';
import { fakeChecksummed } from '../../../test/fake-tokens.ts';
import { endsInChecksum } from './credential-checksum.ts';

it('agrees with a checksum that was made elsewhere', () => {
  expect(endsInChecksum(`p_${'A'.repeat(30)}0uCPlr`, 'p_')).toBe(true);
  expect(endsInChecksum(`p_${'A'.repeat(30)}0uCPls`, 'p_')).toBe(false);
});

it('accepts the checksum of its own body only', () => {
  const token = fakeChecksummed('p_');
  expect(endsInChecksum(token, 'p_')).toBe(true);
  expect(endsInChecksum(token.replace('aB3', 'aB4'), 'p_')).toBe(false);
  expect(endsInChecksum('p_', 'p_')).toBe(false);
});
