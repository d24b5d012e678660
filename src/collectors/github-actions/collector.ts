import type { Collector } from '../../model/plugin.ts';

/** One of these occurs in every workflow that can reach anything of value, or that is called by one. */
const hints = [
  ...['secrets', 'id-token', 'self-hosted', 'environment', 'workflow_call', 'uses: ./'],
  ...['destroy', 'apply', 'deploy', 'delete', 'reset', 'uninstall', 'remove', 'drop', 'force'],
  ...['pull_request_target', 'issue_comment'],
];

/** Jobs of GitHub Actions: what they destroy or start, with which secrets, set off by whom, behind which gate. */
export const collector: Collector = {
  id: 'github-actions',
  emits: [
    'Pipeline',
    'Environment',
    'Credential',
    'DestructiveCommand',
    'Guard',
    'Principal',
    'Relation',
  ],
  files: [
    { glob: '.github/workflows/*.yml', format: 'yaml', hints },
    { glob: '.github/workflows/*.yaml', format: 'yaml', hints },
    { glob: '**/action.yml', format: 'yaml', hints: ['composite'] },
    { glob: '**/action.yaml', format: 'yaml', hints: ['composite'] },
  ],
  group: (files) => (files.length === 0 ? [] : [files]),
  load: () => import('./collect.ts'),
};
