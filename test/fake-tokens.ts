import { crc32 } from 'node:zlib';

/** A JSON web token with these claims and a signature that signs nothing. */
export function fakeJwt(claims: object, header: object = { alg: 'HS256', typ: 'JWT' }): string {
  return `${base64url(header)}.${base64url(claims)}.${'aB3_'.repeat(11)}`;
}

function base64url(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

/** A token of GitHub's or npm's form: 30 made-up characters and their checksum. */
export function fakeChecksummed(prefix: string, body = 'aB3xY9'.repeat(5)): string {
  const digits = [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'];
  let text = '';
  for (let left = crc32(body); left > 0; left = Math.floor(left / 62)) {
    text = `${digits[left % 62]}${text}`;
  }
  return `${prefix}${body}${text.padStart(6, '0')}`;
}

/** A macaroon in the binary form, version 2, as base64url. */
export function fakeMacaroon(location: string, caveats: readonly string[]): string {
  const field = (type: number, data: string): number[] => {
    const bytes = [...Buffer.from(data)];
    const length =
      bytes.length < 0x80 ? [bytes.length] : [(bytes.length & 0x7f) | 0x80, bytes.length >> 7];
    return [type, ...length, ...bytes];
  };
  return Buffer.from([
    2,
    ...field(1, location),
    ...field(2, 'made up for a test'),
    0,
    ...caveats.flatMap((caveat) => [...field(2, caveat), 0]),
    0,
    ...field(6, 'x'.repeat(32)),
  ]).toString('base64url');
}

/** MessagePack of plain values; a Map keeps numbers as keys, a Buffer is bytes. */
export function fakePack(value: unknown): Buffer {
  if (value === null) return Buffer.from([0xc0]);
  if (typeof value === 'boolean') return Buffer.from([value ? 0xc3 : 0xc2]);
  if (typeof value === 'number') return packNumber(value);
  if (typeof value === 'string') return packText(value);
  if (Buffer.isBuffer(value)) return Buffer.concat([Buffer.from([0xc4, value.length]), value]);
  if (Array.isArray(value)) {
    return Buffer.concat([Buffer.from([0xdc, 0, value.length]), ...value.map(fakePack)]);
  }
  if (value instanceof Map) {
    const parts = [...value].flatMap(([key, each]) => [fakePack(key), fakePack(each)]);
    return Buffer.concat([Buffer.from([0x80 | value.size]), ...parts]);
  }
  throw new TypeError('not a value of these tests');
}

function packNumber(value: number): Buffer {
  if (value < 0x80) return Buffer.from([value]);
  const bytes = Buffer.alloc(9);
  bytes[0] = 0xcf;
  bytes.writeBigUInt64BE(BigInt(value), 1);
  return bytes;
}

function packText(value: string): Buffer {
  const bytes = Buffer.from(value);
  return Buffer.concat([Buffer.from([0xd9, bytes.length]), bytes]);
}
