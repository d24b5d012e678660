import type { Collector } from '../../model/plugin.ts';

const hints = ['role_arn', 'sso_role_name', 'aws_access_key_id', 'aws_secret_access_key'];

/** Profiles of the AWS command line: which account and role a profile signs in to, and keys that are written down. */
export const collector: Collector = {
  id: 'aws-profiles',
  emits: ['Credential', 'Environment', 'FailureDomain', 'Relation', 'Binding'],
  files: [
    ...['**/.aws/config', '**/aws/config', '**/.aws/credentials', '**/aws/credentials'].map(
      (glob) => ({ glob, format: 'text', hints, evenIfIgnored: true }),
    ),
    { glob: '~/.aws/config', format: 'text' },
    { glob: '~/.aws/credentials', format: 'text' },
  ],
  load: () => import('./collect.ts'),
};
