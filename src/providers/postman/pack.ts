import { credentialsOf, definePack } from '../../model/pack.ts';

const claim = {
  source: 'https://learning.postman.com/docs/developer/postman-api/authentication/',
  checkedOn: '2026-11-21',
};

/** Postman: API keys, which read the secrets kept in environments. */
export const pack = definePack({
  id: 'postman',
  title: 'Postman',
  credentials: [
    credentialsOf(claim)({
      id: 'api-key',
      title: 'Postman API key',
      env: ['POSTMAN_API_KEY'],
      headers: ['x-api-key'],
      prefixes: ['PMAK-'],
      shape: /PMAK-[0-9a-f]{24}-[0-9a-f]{34}/,
      scope: 'account',
      actions: null,
      plane: 'meta',
      expires: 'optional',
      narrower: 'Keep secrets out of the environments of Postman',
    }),
  ],
});
