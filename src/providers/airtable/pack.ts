import { credentialsOf, definePack } from '../../model/pack.ts';

const claim = {
  source: 'https://airtable.com/developers/web/guides/personal-access-tokens',
  checkedOn: '2026-11-21',
};

/** Airtable: personal access tokens. */
export const pack = definePack({
  id: 'airtable',
  title: 'Airtable',
  credentials: [
    credentialsOf(claim)({
      id: 'personal-token',
      title: 'Airtable personal access token',
      env: ['AIRTABLE_API_KEY', 'AIRTABLE_TOKEN', 'AIRTABLE_PAT'],
      shape: /pat[A-Za-z0-9]{14}\.[0-9a-f]{64}/,
      scope: null,
      actions: null,
      plane: 'data',
      expires: 'never',
      narrower: 'Give the token read scopes and the one base it needs',
    }),
  ],
});
