import { credentialsOf, definePack } from '../../model/pack.ts';
import { refineSecretKey } from './refine.ts';

const claim = {
  source: 'https://clerk.com/docs/guides/development/clerk-environment-variables',
  checkedOn: '2026-11-21',
};

/** Clerk: secret keys, which start like those of Stripe. */
export const pack = definePack({
  id: 'clerk',
  title: 'Clerk',
  credentials: [
    credentialsOf(claim)({
      id: 'secret-key',
      title: 'Clerk secret key',
      env: ['CLERK_SECRET_KEY', 'CLERK_API_KEY'],
      shape: /sk_(?:live|test)_[A-Za-z0-9]{40,60}/,
      scope: 'environment',
      actions: ['read', 'write', 'delete', 'admin'],
      plane: 'meta',
      expires: 'unknown',
      narrower: 'Give agents the secret key of a development instance',
      refine: refineSecretKey,
    }),
  ],
});
