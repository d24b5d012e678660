import { endsInChecksum } from '../../recognize/credential/credential-checksum.ts';

/** Tokens of 40 characters end in a checksum; the newer, longer forms do not. */
export function isGenuine(value: string): boolean {
  return !/^gh[pousr]_[A-Za-z0-9]{36}$/.test(value) || endsInChecksum(value, value.slice(0, 4));
}
