/** Longest encoded text that is decoded, in characters; a longer one is no credential that anybody carries in a variable. */
const longestEncoded = 16 * 1024;

/** The fields of a decoded object; each is judged where it is used. */
export type Fields = Readonly<Record<string, unknown>>;

/** Bytes of a base64 text in the standard or the URL alphabet, padded or not; `null` for anything else and above 16 KiB. */
export function base64Bytes(text: string): Uint8Array | null {
  if (text.length === 0 || text.length > longestEncoded) return null;
  return /^[A-Za-z0-9+/_-]+={0,3}$/.test(text) ? Buffer.from(text, 'base64') : null;
}

/** The object that a JSON text is; `null` for other values, broken text and above 16 KiB. */
export function jsonObject(text: string): Fields | null {
  if (text.length > longestEncoded) return null;
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null; // not JSON: the value tells nothing
  }
}

/** The object inside a base64 text. Line breaks in it are allowed. */
export function base64Json(text: string): Fields | null {
  if (text.length > longestEncoded) return null;
  const bytes = base64Bytes(text.replace(/\s/g, ''));
  return bytes === null ? null : jsonObject(Buffer.from(bytes).toString('utf8'));
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * A name or identifier in a field, fit to be printed: one word without anything that a terminal, a table or a link would act on. `null` where the
 * field holds something else, such as a number that is no whole one.
 */
export function wordIn(fields: Fields, name: string): string | null {
  return printableWord(fields[name]);
}

/** The value itself when it is one short word of names and identifiers, else `null`. */
export function printableWord(value: unknown): string | null {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? String(value) : null;
  if (typeof value !== 'string') return null;
  return /^[A-Za-z0-9][A-Za-z0-9@._:/-]{0,79}$/.test(value) ? value : null;
}

/** The ISO date of a time in seconds since 1970; `null` for anything that is no such time. */
export function dayOf(seconds: unknown): string | null {
  // From 2001 to 2286: outside it is no time of expiry, but a counter or milliseconds.
  if (typeof seconds !== 'number' || !(seconds > 1e9 && seconds < 1e10)) return null;
  return new Date(seconds * 1000).toISOString().slice(0, 10);
}
