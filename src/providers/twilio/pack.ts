import { credentialsOf, definePack } from '../../model/pack.ts';

const claim = { source: 'https://www.twilio.com/docs/iam/api-keys', checkedOn: '2026-11-21' };

const credential = credentialsOf(claim);

/** Twilio: the auth token of an account, and API keys. */
export const pack = definePack({
  id: 'twilio',
  title: 'Twilio',
  credentials: [
    credential({
      id: 'auth-token',
      title: 'Twilio auth token',
      env: ['TWILIO_AUTH_TOKEN'],
      shape: /[0-9a-f]{32}/,
      scope: 'account',
      actions: ['read', 'write', 'delete', 'admin'],
      plane: 'comms',
      expires: 'unknown',
      narrower: 'Use a restricted API key',
    }),
    credential({
      id: 'api-secret',
      title: 'Twilio API key secret',
      env: ['TWILIO_API_SECRET', 'TWILIO_API_KEY_SECRET'],
      scope: null,
      actions: null,
      plane: 'comms',
      expires: 'unknown',
      narrower: 'Use a restricted API key',
    }),
  ],
});
