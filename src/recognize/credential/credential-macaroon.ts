import { base64Bytes } from './credential-decode.ts';

/** Types of the fields of a macaroon, version 2. */
const field = { end: 0, location: 1, identifier: 2, verifier: 4, signature: 6 } as const;
/** More caveats than this is no token that a registry issued. */
const mostCaveats = 50;

/**
 * The caveats of a macaroon in the binary form, version 2, as text. They narrow what it may do, and everybody can read them. `null` for anything
 * else, also for one that is cut off.
 * @see https://github.com/rescrv/libmacaroons/blob/master/doc/format.txt
 */
export function macaroonCaveats(encoded: string): readonly string[] | null {
  const bytes = base64Bytes(encoded);
  if (bytes === null || bytes[0] !== 2) return null;
  const fields = fieldsOf(bytes);
  if (fields === null) return null;
  // The first section names the token; each further one is a caveat, and an empty one ends them.
  const caveats: string[] = [];
  let section = 0;
  let inCaveat = false;
  for (const { type, data } of fields) {
    if (type === field.end) {
      if (section > 0 && !inCaveat) return caveats;
      section += 1;
      inCaveat = false;
      continue;
    }
    inCaveat = true;
    if (section === 0 || type !== field.identifier) continue;
    caveats.push(Buffer.from(data).toString('utf8'));
    if (caveats.length > mostCaveats) return null;
  }
  return null;
}

interface Field {
  readonly type: number;
  readonly data: Uint8Array;
}

/** All fields up to the signature; `null` where one leaves the text or the order is none of a macaroon. */
function fieldsOf(bytes: Uint8Array): readonly Field[] | null {
  const fields: Field[] = [];
  let at = 1;
  while (at < bytes.length) {
    const type = bytes[at] ?? 0;
    at += 1;
    if (type === field.end) {
      fields.push({ type, data: bytes.subarray(at, at) });
      continue;
    }
    if (type !== field.location && type !== field.identifier && type !== field.verifier) {
      return type === field.signature ? fields : null;
    }
    const length = varint(bytes, at);
    if (length === null || length.next + length.value > bytes.length) return null;
    fields.push({ type, data: bytes.subarray(length.next, length.next + length.value) });
    at = length.next + length.value;
  }
  return null;
}

/** A number in groups of seven bits, the lowest first. Three groups are more than any length here. */
function varint(bytes: Uint8Array, from: number): { value: number; next: number } | null {
  let value = 0;
  for (let group = 0; group < 3; group += 1) {
    const byte = bytes[from + group];
    if (byte === undefined) return null;
    value += (byte & 0x7f) << (7 * group);
    if (byte < 0x80) return { value, next: from + group + 1 };
  }
  return null;
}
