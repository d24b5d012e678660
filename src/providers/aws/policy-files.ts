import type { Collector } from '../../model/plugin.ts';

/**
 * Reads policies of IAM that lie in files of their own, and the scripts that give them to users, groups and roles. Where no script does, nobody can
 * tell from the files who has what they grant.
 * @see https://docs.aws.amazon.com/cli/latest/reference/iam/put-user-policy.html
 */
export const policyFiles: Collector = {
  id: 'aws-policy-files',
  emits: ['Principal'],
  files: [
    { glob: '**/*.json', format: 'json', hints: ['"Statement"'] },
    ...['sh', 'bash'].map((extension) => ({
      glob: `**/*.${extension}`,
      format: 'shell' as const,
      hints: ['aws iam '],
    })),
  ],
  group: (files) => (files.length === 0 ? [] : [files]),
  load: () => import('./collect-policy-files.ts'),
};
