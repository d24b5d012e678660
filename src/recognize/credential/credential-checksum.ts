import { crc32 } from 'node:zlib';

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const checksumLength = 6;

/**
 * Whether the last six characters of a token are the CRC32 of what stands between its prefix and them, in base 62 with leading zeros: how GitHub
 * and npm end their 40-character tokens.
 * @see https://github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats/
 */
export function endsInChecksum(token: string, prefix: string): boolean {
  const body = token.slice(prefix.length, -checksumLength);
  return token.slice(-checksumLength) === base62(crc32(body)).padStart(checksumLength, '0');
}

function base62(value: number): string {
  let text = '';
  for (let left = value; left > 0; left = Math.floor(left / 62)) text = digits[left % 62] + text;
  return text;
}
