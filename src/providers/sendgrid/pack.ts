import { credentialsOf, definePack } from '../../model/pack.ts';

const claim = {
  source: 'https://www.twilio.com/docs/sendgrid/ui/account-and-settings/api-keys',
  checkedOn: '2026-11-21',
};

/** SendGrid: API keys. */
export const pack = definePack({
  id: 'sendgrid',
  title: 'SendGrid',
  credentials: [
    credentialsOf(claim)({
      id: 'api-key',
      title: 'SendGrid API key',
      env: ['SENDGRID_API_KEY'],
      prefixes: ['SG.'],
      shape: /SG\.[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{43}/,
      scope: null,
      actions: null,
      plane: 'comms',
      expires: 'never',
      narrower: 'Use a key that may only send mail',
    }),
  ],
});
