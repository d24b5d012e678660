import { credentialsOf, definePack } from '../../model/pack.ts';
import { refineApiKey } from './refine.ts';

const claim = { source: 'https://workos.com/docs/glossary/api-key', checkedOn: '2026-11-21' };

/** WorkOS: API keys, which start like those of Stripe. */
export const pack = definePack({
  id: 'workos',
  title: 'WorkOS',
  credentials: [
    credentialsOf(claim)({
      id: 'api-key',
      title: 'WorkOS API key',
      env: ['WORKOS_API_KEY'],
      // What follows is base64 and starts with `key_`, which tells these from the keys of others.
      prefixes: ['sk_live_a2V5Xz', 'sk_test_a2V5Xz'],
      shape: /sk_(?:live|test)_a2V5Xz[A-Za-z0-9+/=_-]{16,250}/,
      scope: 'environment',
      actions: null,
      plane: 'meta',
      expires: 'unknown',
      narrower: 'Give agents the key of the sandbox environment',
      refine: refineApiKey,
    }),
  ],
});
