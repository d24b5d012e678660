import type { Refinement } from '../../model/knowledge.ts';
import { base64Bytes } from '../../recognize/credential/credential-decode.ts';

const magic = 'openssh-key-v1\0';

/**
 * Whether a private key asks for a passphrase: its header says so, or the cipher that the OpenSSH format names at its beginning.
 * @see https://github.com/openssh/openssh-portable/blob/master/PROTOCOL.key
 */
export function refinePrivateKey(value: string): Refinement | null {
  const head = value.slice(0, 400);
  const isEncrypted =
    /BEGIN ENCRYPTED PRIVATE KEY|Proc-Type: 4,ENCRYPTED/.test(head) || hasCipher(head);
  return isEncrypted ? { title: 'SSH private key behind a passphrase' } : null;
}

function hasCipher(head: string): boolean {
  const body = /-----BEGIN OPENSSH PRIVATE KEY-----(?:\\n|\s)*([A-Za-z0-9+/]{40})/.exec(head)?.[1];
  const bytes = body === undefined ? null : base64Bytes(body);
  if (bytes === null) return false;
  const text = Buffer.from(bytes).toString('latin1');
  if (!text.startsWith(magic)) return false;
  // A length of four bytes stands before the cipher's name.
  return !text.startsWith('none', magic.length + 4);
}
