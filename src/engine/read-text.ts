import { closeSync, constants, fstatSync, openSync, readSync, realpathSync } from 'node:fs';
import { sep } from 'node:path';
import type { Notice } from '../model/finding.ts';
import type { FilePath } from '../model/source.ts';
import { decodeText, detectEncoding } from './text-encoding.ts';

/** A file's content, valid until the reader's next `read`: its bytes lie in a buffer that is used again. */
export interface FileContent {
  readonly state: 'read';
  /** UTF-8 whatever the file's own encoding, so that bytes can be searched for ASCII words. */
  readonly bytes: Uint8Array;
  /** No text; do not decode. */
  readonly binary: boolean;
  /** The file goes on after these bytes. */
  readonly truncated: boolean;
  /** The whole text, byte order mark included. Throws after the next `read`: that would be another file's text. */
  readonly decode: () => string;
}

export type ReadResult = FileContent | { readonly state: 'unread'; readonly notice: Notice };

export interface Reader {
  /** Reads at most `maxBytes`. Never waits for a pipe and never follows a link out of the root. */
  readonly read: (file: FilePath, maxBytes: number) => ReadResult;
}

const FIRST_BUFFER_BYTES = 256 * 1024;
/** Both are undefined on Windows, which has neither pipes in folders nor this kind of link race. */
const OPEN_FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** Errors that say something about the file; any other is trouble of the machine, and the scan is incomplete. */
const EXPECTED: Readonly<Record<string, string>> = {
  EACCES: 'no permission to read it',
  EPERM: 'no permission to read it',
  ENOENT: 'it went away during the scan',
  ENOTDIR: 'it went away during the scan',
  EISDIR: 'it became a folder during the scan',
  ELOOP: 'it is a link that leads out of the scanned folder',
  ENXIO: 'it is not a regular file',
  ENODEV: 'it is not a regular file',
  ENAMETOOLONG: 'its path is too long',
};

/** Makes a reader for a scanned folder, given by its real path. It owns one buffer that grows up to the largest file asked for. */
export function createReader(root: string): Reader {
  let buffer = Buffer.allocUnsafe(FIRST_BUFFER_BYTES);
  let generation = 0;

  function read(file: FilePath, maxBytes: number): ReadResult {
    generation += 1;
    const mine = generation;
    let length: number;
    let truncated: boolean;
    try {
      const descriptor = openInside(root, file);
      try {
        const stats = fstatSync(descriptor);
        if (!stats.isFile()) return unread(file, 'ENODEV');
        length = fill(descriptor, stats.size, maxBytes);
        truncated = length > maxBytes;
      } finally {
        closeSync(descriptor);
      }
    } catch (cause) {
      return unread(file, codeOf(cause));
    }
    const raw = buffer.subarray(0, truncated ? maxBytes : length);
    const encoding = detectEncoding(raw);
    const text = encoding.startsWith('utf-16') ? decodeText(raw, encoding) : null;
    return {
      state: 'read',
      bytes: text === null ? raw : Buffer.from(text),
      binary: encoding === 'binary',
      truncated,
      decode() {
        if (mine !== generation) throw new Error('the buffer holds another file by now');
        return text ?? decodeText(raw, encoding);
      },
    };
  }

  /** Reads one byte more than wanted, to tell a longer file from one that just fits. Returns the bytes read. */
  function fill(descriptor: number, size: number, maxBytes: number): number {
    const most = maxBytes + 1;
    let length = 0;
    while (length < most) {
      if (length === buffer.length) {
        const larger = Buffer.allocUnsafe(Math.min(most, buffer.length * 2));
        buffer.copy(larger);
        buffer = larger;
      }
      const room = Math.min(most, buffer.length) - length;
      const count = readSync(descriptor, buffer, length, room, null);
      length += count;
      // Once all that the file had is read, less than asked for is its end: most files take one call.
      if (count === 0 || (count < room && length >= size)) break;
    }
    return length;
  }

  return { read };
}

/**
 * Opens a file without following a link in its last step. Where that step is a link, as discovery allows for links inside the root, the link is
 * resolved, checked, and its target opened the same way; what is swapped in meanwhile is refused by the second open.
 */
function openInside(root: string, file: FilePath): number {
  const path = `${root}/${file}`;
  try {
    return openSync(path, OPEN_FLAGS);
  } catch (cause) {
    // Linux and macOS say ELOOP, FreeBSD EMLINK.
    if (!['ELOOP', 'EMLINK'].includes(codeOf(cause))) throw cause;
    const target = realpathSync(path);
    if (!target.startsWith(root.endsWith(sep) ? root : root + sep)) throw cause;
    return openSync(target, OPEN_FLAGS);
  }
}

function unread(file: FilePath, code: string): ReadResult {
  const reason = EXPECTED[code];
  const message = `This file was not read: ${reason ?? `the system reports ${code}`}.`;
  return {
    state: 'unread',
    notice: { kind: 'skipped', file, message, incomplete: reason === undefined },
  };
}

function codeOf(cause: unknown): string {
  const isCoded = cause instanceof Error && 'code' in cause && typeof cause.code === 'string';
  return isCoded ? String(cause.code) : 'an unknown error';
}
