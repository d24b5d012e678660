import { credentialsOf, definePack } from '../../model/pack.ts';

const claim = {
  source: 'https://docs.datadoghq.com/account_management/api-app-keys/',
  checkedOn: '2026-11-21',
};

const credential = credentialsOf(claim);

/** Datadog: API keys only send, application keys act as a person. */
export const pack = definePack({
  id: 'datadog',
  title: 'Datadog',
  credentials: [
    credential({
      id: 'api-key',
      title: 'Datadog API key',
      env: ['DD_API_KEY', 'DATADOG_API_KEY'],
      headers: ['dd-api-key'],
      shape: /[0-9a-f]{32}/,
      scope: 'organization',
      actions: ['write'],
      plane: 'comms',
      expires: 'never',
      narrower: 'Rotate the key when it leaks',
    }),
    credential({
      id: 'application-key',
      title: 'Datadog application key',
      env: ['DD_APP_KEY', 'DATADOG_APP_KEY', 'DD_APPLICATION_KEY'],
      headers: ['dd-application-key'],
      shape: /[0-9a-f]{40}/,
      scope: null,
      actions: null,
      plane: 'comms',
      expires: 'never',
      narrower: 'Give the application key the scopes its job needs',
    }),
  ],
});
