import { credentialsOf, definePack } from '../../model/pack.ts';
import { refineVaultKey } from './refine.ts';

const claim = { source: 'https://dotenvx.com/docs/', checkedOn: '2026-11-21' };

const credential = credentialsOf(claim);

/** dotenvx: keys that open encrypted .env files; the stage is in the name. */
export const pack = definePack({
  id: 'dotenvx',
  title: 'dotenvx',
  credentials: [
    credential({
      id: 'private-key',
      title: 'dotenvx private key',
      env: ['DOTENV_PRIVATE_KEY'],
      shape: /[0-9a-f]{64}/,
      scope: 'environment',
      actions: ['read'],
      plane: 'meta',
      expires: 'never',
      narrower: 'Give agents the key of the development file only',
    }),
    credential({
      id: 'vault-key',
      title: 'key of a .env.vault file',
      env: ['DOTENV_KEY'],
      prefixes: ['dotenv://:key_'],
      // Several may follow each other, with commas between.
      shape: /dotenv:\/\/:key_[0-9a-f]{8,128}@[A-Za-z0-9./_?=,:@-]{10,800}/,
      refine: refineVaultKey,
      scope: 'environment',
      actions: ['read'],
      plane: 'meta',
      expires: 'never',
      narrower: 'Give agents the key of the development environment only',
    }),
  ],
});
