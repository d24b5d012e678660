import { describe, expect, it } from 'vitest';
import { refinePrivateKey } from './refine.ts';

function openssh(cipher: string): string {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(cipher.length);
  const body = Buffer.concat([
    Buffer.from('openssh-key-v1\0'),
    length,
    Buffer.from(cipher),
    Buffer.alloc(80, 1),
  ]).toString('base64');
  return `-----BEGIN ${'OPENSSH'} PRIVATE KEY-----\n${body}\n-----END OPENSSH PRIVATE KEY-----`;
}

describe('a private key', () => {
  const title = 'SSH private key behind a passphrase';
  it.each([
    ['OpenSSH', openssh('aes256-ctr')],
    ['OpenSSH on one line', openssh('aes256-ctr').replaceAll('\n', '\\n')],
    ['PKCS 8', '-----BEGIN ENCRYPTED PRIVATE KEY-----\nMIIE'],
    ['PEM', '-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n'],
  ])('of %s asks for its passphrase', (_, key) => expect(refinePrivateKey(key)).toEqual({ title }));
  it.each([openssh('none'), '-----BEGIN RSA PRIVATE KEY-----\nMIIE', 'a path', ''])(
    '%s does not',
    (key) => expect(refinePrivateKey(key)).toBeNull(),
  );
});
