import { credentialsOf, definePack } from '../../model/pack.ts';

const claim = { source: 'https://getsops.io/docs/', checkedOn: '2026-11-21' };

/** SOPS: the age identity that opens every file encrypted to it. */
export const pack = definePack({
  id: 'sops',
  title: 'SOPS',
  credentials: [
    credentialsOf(claim)({
      id: 'age-identity',
      title: 'age identity',
      env: ['SOPS_AGE_KEY', 'AGE_SECRET_KEY'],
      prefixes: ['AGE-SECRET-KEY-1'],
      shape: /AGE-SECRET-KEY-1[QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L]{58}/,
      scope: null,
      actions: ['read'],
      plane: 'meta',
      expires: 'never',
      narrower: 'Encrypt production files to a key that only production holds',
    }),
  ],
});
