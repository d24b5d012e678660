import { credentialsOf, definePack } from '../../model/pack.ts';

const claim = {
  source: 'https://support.pagerduty.com/main/docs/api-access-keys',
  checkedOn: '2026-11-21',
};

/** PagerDuty: API keys. */
export const pack = definePack({
  id: 'pagerduty',
  title: 'PagerDuty',
  credentials: [
    credentialsOf(claim)({
      id: 'api-key',
      title: 'PagerDuty API key',
      env: ['PAGERDUTY_TOKEN', 'PAGERDUTY_API_KEY', 'PD_API_KEY'],
      scope: null,
      actions: null,
      plane: 'comms',
      expires: 'never',
      narrower: 'Use a read-only key',
    }),
  ],
});
