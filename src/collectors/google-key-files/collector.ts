import type { Collector } from '../../model/plugin.ts';

const hints = ['"service_account"', '"authorized_user"', '"impersonated_service_account"'];

/** Google credentials in a file of their own; their names are free, so that the content decides. */
export const collector: Collector = {
  id: 'google-key-files',
  emits: ['Credential', 'Relation'],
  files: [
    { glob: '**/*.json', format: 'json', hints },
    ...[
      '**/*{service,svc}*{account,acct}*.json',
      '**/*{credential,adminsdk,keyfile,secret}*.json',
      '**/*{-key,_key,-sa,_sa}.json',
      '**/{key,keyfile,gcp,gcloud,google,firebase,sa}.json',
    ].map((glob) => ({ glob, format: 'json', hints, evenIfIgnored: true })),
    { glob: '~/.config/gcloud/application_default_credentials.json', format: 'json' },
    { glob: '~/.config/gcloud/legacy_credentials/*/adc.json', format: 'json' },
  ],
  load: () => import('./collect.ts'),
};
