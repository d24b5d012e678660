/** A value of MessagePack. Bytes that are no text come as `null`: nothing of use is written in them. */
export type Packed =
  | null
  | boolean
  | number
  | string
  | readonly Packed[]
  | ReadonlyMap<string, Packed>;

const deepest = 12;
/** Values, not bytes: a broken length cannot make the reader run on. */
const mostValues = 2_000;

interface Cursor {
  readonly view: DataView;
  at: number;
  values: number;
}

/**
 * Reads the first value of a MessagePack text; `undefined` where it is broken or cut off, deeper than 12 levels, or uses an extension type. Whole
 * numbers above 2^53 lose their last digits, as everywhere in JavaScript.
 * @see https://github.com/msgpack/msgpack/blob/master/spec.md
 */
export function unpack(bytes: Uint8Array): Packed | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return read({ view, at: 0, values: 0 }, 0);
  } catch (error) {
    if (error instanceof RangeError) return undefined; // the text ends before the value does
    throw error;
  }
}

function read(cursor: Cursor, depth: number): Packed {
  cursor.values += 1;
  if (depth > deepest || cursor.values > mostValues) throw new RangeError('too much');
  const type = unsigned(cursor, 1);
  if (type <= 0x7f) return type;
  if (type <= 0x8f) return map(cursor, type & 0x0f, depth);
  if (type <= 0x9f) return list(cursor, type & 0x0f, depth);
  if (type <= 0xbf) return text(cursor, type & 0x1f);
  if (type >= 0xe0) return type - 0x100;
  switch (type) {
    case 0xc0:
      return null;
    case 0xc2:
      return false;
    case 0xc3:
      return true;
    case 0xc4:
    case 0xc5:
    case 0xc6:
      return skip(cursor, unsigned(cursor, 1 << (type - 0xc4)));
    case 0xca:
      return skip(cursor, 4);
    case 0xcb:
      return skip(cursor, 8);
    case 0xcc:
    case 0xcd:
    case 0xce:
    case 0xcf:
      return unsigned(cursor, 1 << (type - 0xcc));
    case 0xd0:
    case 0xd1:
    case 0xd2:
    case 0xd3:
      return signed(cursor, 1 << (type - 0xd0));
    case 0xd9:
    case 0xda:
    case 0xdb:
      return text(cursor, unsigned(cursor, 1 << (type - 0xd9)));
    case 0xdc:
    case 0xdd:
      return list(cursor, unsigned(cursor, type === 0xdc ? 2 : 4), depth);
    case 0xde:
    case 0xdf:
      return map(cursor, unsigned(cursor, type === 0xde ? 2 : 4), depth);
    default:
      throw new RangeError('an extension');
  }
}

function unsigned(cursor: Cursor, width: number): number {
  const { view, at } = cursor;
  cursor.at += width;
  if (width === 1) return view.getUint8(at);
  if (width === 2) return view.getUint16(at);
  if (width === 4) return view.getUint32(at);
  return Number(view.getBigUint64(at));
}

function signed(cursor: Cursor, width: number): number {
  const value = unsigned(cursor, width);
  const span = 2 ** (8 * width);
  return value >= span / 2 ? value - span : value;
}

function skip(cursor: Cursor, length: number): null {
  cursor.at += length;
  if (cursor.at > cursor.view.byteLength) throw new RangeError('cut off');
  return null;
}

function text(cursor: Cursor, length: number): string {
  const start = cursor.view.byteOffset + cursor.at;
  skip(cursor, length);
  return Buffer.from(cursor.view.buffer, start, length).toString('utf8');
}

function list(cursor: Cursor, length: number, depth: number): readonly Packed[] {
  const items: Packed[] = [];
  for (let item = 0; item < length; item += 1) items.push(read(cursor, depth + 1));
  return items;
}

function map(cursor: Cursor, length: number, depth: number): ReadonlyMap<string, Packed> {
  const entries = new Map<string, Packed>();
  for (let entry = 0; entry < length; entry += 1) {
    const key = read(cursor, depth + 1);
    entries.set(String(key), read(cursor, depth + 1));
  }
  return entries;
}
