/** How a file's bytes stand for text; `binary` is no text at all. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'binary';

/** Bytes at the start of a file that decide. */
const SAMPLE = 8192;

/**
 * Guesses the encoding from the first 8 KiB. A byte order mark decides; without one, a text in UTF-16 has NUL in every other byte, and always the same
 * one. A few stray NULs do not make a text binary: real configuration files have them.
 */
export function detectEncoding(bytes: Uint8Array): TextEncoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, SAMPLE);
  if (!sample.includes(0)) return 'utf-8';

  let evenNuls = 0;
  let oddNuls = 0;
  let controls = 0;
  for (let i = 0; i < sample.length; i++) {
    const byte = sample[i] ?? 0;
    if (byte === 0) {
      if (i % 2 === 0) evenNuls += 1;
      else oddNuls += 1;
    } else if (isControl(byte)) controls += 1;
  }
  const pairs = Math.floor(sample.length / 2);
  if (controls * 50 <= pairs) {
    if (oddNuls * 2 > pairs && evenNuls * 20 <= pairs) return 'utf-16le';
    if (evenNuls * 2 > pairs && oddNuls * 20 <= pairs) return 'utf-16be';
  }
  const suspicious = evenNuls + oddNuls + controls;
  return suspicious > Math.max(2, sample.length / 50) ? 'binary' : 'utf-8';
}

/** Decodes text; never fails. A byte order mark stays, bytes that mean nothing become U+FFFD. */
export function decodeText(bytes: Buffer, encoding: TextEncoding): string {
  if (encoding === 'utf-16le') return bytes.toString('utf16le');
  if (encoding !== 'utf-16be') return bytes.toString('utf8');
  const swapped = Buffer.from(bytes.subarray(0, bytes.length & ~1));
  return swapped.swap16().toString('utf16le');
}

/** Control characters that no text holds; tab, line ends, form feed, backspace and escape are text. */
function isControl(byte: number): boolean {
  return (byte < 0x20 && !(byte >= 8 && byte <= 13) && byte !== 0x1b) || byte === 0x7f;
}
