import type { Collector } from '../../model/plugin.ts';
import { resourceKinds } from '../../recognize/resource/resource-kinds.ts';
import { byApp } from './group.ts';

/** What files of an application mention: its library, and what is handed to it. */
const hints = [
  'aws-cdk-lib',
  '@aws-cdk/',
  'constructs',
  'Construct',
  'Stack',
  'account',
  'Account',
  'region',
  'emovalPolicy',
  'eletionProtection',
  'etention',
  'isProd',
  'stage',
  'Stage',
];

/**
 * Applications of the AWS Cloud Development Kit in TypeScript: their stacks, each with what its constructs become. Files are parsed only below a
 * `cdk.json`, when the program imports them.
 * @see https://docs.aws.amazon.com/cdk/v2/guide/apps.html (read 2026-11-21)
 */
export const collector: Collector = {
  id: 'aws-cdk',
  emits: resourceKinds,
  files: [
    { glob: '**/cdk.json', format: 'json' },
    { glob: '**/*.ts', format: 'text', hints },
    { glob: '**/*.mts', format: 'text', hints },
    { glob: '**/*config*.json', format: 'json', hints },
    { glob: '**/config/*.json', format: 'json', hints },
  ],
  group: byApp,
  readsResources: true,
  load: () => import('./collect.ts'),
};
