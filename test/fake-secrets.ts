import { createHash } from 'node:crypto';

/**
 * Replaces `{{fake:<shape>:<label>}}` by a value of that shape. The same label gives the same value, so that two files can share a secret; nothing
 * token-shaped is ever committed.
 */
export function fillFakes(text: string): string {
  return text.replaceAll(
    /\{\{fake:([a-z-]+)(?::([a-z0-9-]+))?\}\}/g,
    (whole, shape: string, label = '') => {
      const hex = createHash('sha256').update(`riskscan fixture ${label}`).digest('hex');
      switch (shape) {
        case 'uuid':
          return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
        case 'hex':
          return hex;
        case 'password':
          return createHash('sha256')
            .update(`password ${label}`)
            .digest('base64')
            .replaceAll(/[^A-Za-z0-9]/g, '')
            .slice(0, 28);
        case 'aws-key':
          return awsKey(label.split('-')[0] ?? '', hex);
        case 'aws-secret':
          return createHash('sha384').update(`secret ${label}`).digest('base64').slice(0, 40);
        case 'endless-token':
          return databaseToken({ a: 'rw', gid: hex.slice(0, 8) });
        case 'ending-token':
          return databaseToken({ a: 'rw', gid: hex.slice(0, 8), exp: 4_000_000_000 });
        default:
          throw new Error(`no fake of this shape: ${whole}`);
      }
    },
  );
}

/** A key id of an AWS account, whose number stands in front of its label; the rest is made up. */
function awsKey(account: string, hex: string): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const rest = BigInt(`0x${hex.slice(0, 9)}`);
  let bits = (1n << 79n) | (BigInt(account) << 39n) | rest;
  let text = '';
  for (let place = 0; place < 16; place += 1, bits >>= 5n)
    text = letters[Number(bits & 31n)] + text;
  return `AKIA${text}`;
}

/** A JSON web token with the claims of a database's vendor, and a signature that signs nothing. */
function databaseToken(claims: object): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'EdDSA', typ: 'JWT' })}.${part(claims)}.${'aB3_'.repeat(21)}aB`;
}
