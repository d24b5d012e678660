import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { filePath } from '../model/source.ts';
import { createReader, type FileContent, type ReadResult } from './read-text.ts';

const CAP = 1024 * 1024;
let base = '';
let root = '';

beforeEach(() => {
  base = realpathSync(mkdtempSync(join(tmpdir(), 'riskscan-read-')));
  root = join(base, 'root');
  mkdirSync(root);
});

afterEach(() => {
  rmSync(base, { recursive: true, force: true });
});

function readBack(content: string | Uint8Array, maxBytes = CAP): FileContent {
  writeFileSync(join(root, 'file'), content);
  const result = createReader(root).read(filePath('file'), maxBytes);
  if (result.state !== 'read') throw new Error(result.notice.message);
  return result;
}

function messageOf(result: ReadResult): string {
  return result.state === 'read' ? 'read' : result.notice.message;
}

describe('text', () => {
  it.each([
    ['an empty file', ''],
    ['plain text with CRLF', 'a: 1\r\nb: ü\r\n'],
    ['a byte order mark, which stays', '\uFEFFa: 1\n'],
    ['a stray NUL', 'KEY=value\0\nOTHER=1\n'],
    ['colour codes', '\u001b[31mred\u001b[0m\n'],
  ])('reads %s', (_, text) => {
    const content = readBack(text);
    expect(content).toMatchObject({ binary: false, truncated: false });
    expect(content.decode()).toBe(text);
    expect(Buffer.from(content.bytes).toString()).toBe(text);
  });

  it.each([
    ['UTF-16 LE with a mark', '\uFEFF', 'le'],
    ['UTF-16 BE with a mark', '\uFEFF', 'be'],
    ['UTF-16 LE without a mark', '', 'le'],
    ['UTF-16 BE without a mark', '', 'be'],
  ] as const)('reads %s, and gives its bytes as UTF-8', (_, mark, order) => {
    const text = `${mark}services:\r\n  db:\r\n    image: postgres # größer\r\n`;
    const encoded = Buffer.from(text, 'utf16le');
    const content = readBack(order === 'be' ? encoded.swap16() : encoded);
    expect(content.binary).toBe(false);
    expect(content.decode()).toBe(text);
    expect(Buffer.from(content.bytes).includes('image: postgres')).toBe(true);
  });

  it('drops the half character at the end of broken UTF-16', () => {
    const big = Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from([0, 0x61, 0])]);
    expect(readBack(big).decode()).toBe('\uFEFFa');
    const little = Buffer.from([0xff, 0xfe, 0x61, 0, 0x62]);
    expect(readBack(little).decode()).toBe('\uFEFFa');
  });

  it('tolerates bytes that are not UTF-8', () => {
    const content = readBack(Buffer.from([0x61, 0xff, 0xc3, 0x0a]));
    expect(content.binary).toBe(false);
    expect(content.decode()).toBe('a\uFFFD\uFFFD\n');
  });

  it.each([
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d4948445200000010000000100803', 'hex')],
    ['a program', Buffer.from('7f454c4602010100000000000000000003003e00010000', 'hex')],
    ['zeros', Buffer.alloc(4096)],
    ['a table of numbers', Buffer.from(Uint32Array.from({ length: 500 }, (_, n) => n).buffer)],
  ])('calls %s binary', (_, bytes) => {
    expect(readBack(bytes).binary).toBe(true);
  });
});

describe('size', () => {
  it('tells a file that just fits from one that goes on', () => {
    expect(readBack('12345', 5)).toMatchObject({ truncated: false });
    const longer = readBack('123456', 5);
    expect(longer.truncated).toBe(true);
    expect(longer.decode()).toBe('12345');
  });

  it('grows its buffer without losing a byte, and never past the limit', () => {
    const text = Array.from({ length: 200_000 }, (_, n) => `line ${n}`).join('\n');
    expect(readBack(text, 20 * CAP).decode()).toBe(text);
    expect(readBack(text, 300_000).bytes).toHaveLength(300_000);
  });

  it('uses its buffer again, and refuses to pass one file off as another', () => {
    writeFileSync(join(root, 'long'), 'x'.repeat(100));
    writeFileSync(join(root, 'short'), 'abc');
    const reader = createReader(root);
    const long = reader.read(filePath('long'), CAP);
    const short = reader.read(filePath('short'), CAP);
    expect(short.state === 'read' && short.decode()).toBe('abc');
    expect(() => long.state === 'read' && long.decode()).toThrow(/another file/);
  });

  it.runIf(process.platform === 'linux')('reads files whose size the system does not know', () => {
    // Files of /proc have size 0 and give short reads.
    const result = createReader('/proc').read(filePath('meminfo'), CAP);
    expect(result.state === 'read' && result.decode()).toMatch(/^MemTotal:/);
  });
});

describe('what is no plain file', () => {
  it('does not wait for a pipe, and does not read a folder or a device', () => {
    execFileSync('mkfifo', [join(root, 'pipe')]);
    mkdirSync(join(root, 'folder'));
    const reader = createReader(root);
    expect(messageOf(reader.read(filePath('pipe'), CAP))).toMatch(/not a regular file/);
    expect(messageOf(reader.read(filePath('folder'), CAP))).toMatch(/not a regular file|folder/);
    expect(messageOf(createReader('/dev').read(filePath('zero'), CAP))).toMatch(
      /not a regular file/,
    );
  });

  it('follows a link inside the root only', () => {
    writeFileSync(join(root, 'real'), 'inside');
    writeFileSync(join(base, 'secret'), 'outside');
    mkdirSync(join(base, 'root-twin'));
    writeFileSync(join(base, 'root-twin/secret'), 'outside');
    symlinkSync('real', join(root, 'inner'));
    symlinkSync('../secret', join(root, 'outer'));
    symlinkSync('../root-twin/secret', join(root, 'twin'));
    symlinkSync('missing', join(root, 'broken'));
    symlinkSync('circle', join(root, 'circle'));
    const reader = createReader(root);
    const inner = reader.read(filePath('inner'), CAP);
    expect(inner.state === 'read' && inner.decode()).toBe('inside');
    for (const name of ['outer', 'twin', 'circle']) {
      expect(messageOf(reader.read(filePath(name), CAP))).toMatch(
        /leads out of the scanned folder/,
      );
    }
    expect(messageOf(reader.read(filePath('broken'), CAP))).toMatch(/went away/);
  });

  it('turns a missing file into a notice that does not fail the scan', () => {
    const result = createReader(root).read(filePath('gone.yml'), CAP);
    expect(result).toMatchObject({
      state: 'unread',
      notice: { kind: 'skipped', file: 'gone.yml', incomplete: false },
    });
  });

  it.skipIf(process.getuid?.() === 0)('says when it has no permission', () => {
    writeFileSync(join(root, 'locked'), 'x');
    chmodSync(join(root, 'locked'), 0);
    const result = createReader(root).read(filePath('locked'), CAP);
    expect(messageOf(result)).toMatch(/no permission/);
  });
});
