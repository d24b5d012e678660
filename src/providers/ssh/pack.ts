import { credentialsOf, definePack } from '../../model/pack.ts';
import { refinePrivateKey } from './refine.ts';

const claim = { source: 'https://man.openbsd.org/ssh-keygen', checkedOn: '2026-11-21' };

/** SSH: private keys. What a key opens is not in its text. */
export const pack = definePack({
  id: 'ssh',
  title: 'SSH',
  credentials: [
    credentialsOf(claim)({
      id: 'private-key',
      title: 'SSH private key',
      env: ['SSH_PRIVATE_KEY', 'SSH_DEPLOY_KEY'],
      prefixes: ['-----BEGIN OPENSSH PRIVATE KEY-----'],
      // As it is, with its line breaks or with `\n` in their place, or once more in base64.
      shape:
        /-----BEGIN (?:(?:RSA|EC|DSA|OPENSSH|ENCRYPTED) )?PRIVATE KEY-----[A-Za-z0-9+/=\s\\:,-]{100,7000}|LS0tLS1CRUdJTi[A-Za-z0-9+/=\s]{100,8000}/,
      scope: null,
      actions: null,
      plane: 'control',
      expires: 'never',
      narrower: 'Use a key with a forced command, or one that may only read one repository',
      refine: refinePrivateKey,
    }),
  ],
});
