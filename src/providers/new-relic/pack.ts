import { credentialsOf, definePack } from '../../model/pack.ts';

const claim = {
  source: 'https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/',
  checkedOn: '2026-11-21',
};

/** New Relic: user keys. */
export const pack = definePack({
  id: 'new-relic',
  title: 'New Relic',
  credentials: [
    credentialsOf(claim)({
      id: 'user-key',
      title: 'New Relic user key',
      env: ['NEW_RELIC_API_KEY', 'NEW_RELIC_USER_KEY'],
      prefixes: ['NRAK-'],
      shape: /NRAK-[A-Z0-9]{27}/,
      scope: null,
      actions: null,
      plane: 'comms',
      expires: 'unknown',
      narrower: 'Use the key of a user whose role only reads',
    }),
  ],
});
