import { endsInChecksum } from '../../recognize/credential/credential-checksum.ts';

/** Tokens of this shape end in a checksum. */
export function isGenuine(value: string): boolean {
  return !/^npm_[A-Za-z0-9]{36}$/.test(value) || endsInChecksum(value, 'npm_');
}
