import type { Collector } from '../../model/plugin.ts';
import type { FilePath } from '../../model/source.ts';
import { resourceKinds } from '../../recognize/resource/resource-kinds.ts';

/** Terraform states, and plans in JSON: every attribute of every resource, secrets in plain text included. */
export const collector: Collector = {
  id: 'terraform-state',
  emits: resourceKinds,
  files: [
    ...['**/*.tfstate', '**/*.tfstate.backup', '**/*.tfstate.*'].map((glob) => ({
      glob,
      format: 'json' as const,
      hints: ['"resources"', '"outputs"', '"modules"'],
      evenIfIgnored: true,
    })),
    { glob: '**/*plan*.json', format: 'json', hints: ['"planned_values"'] },
    // What the tree's own code declares, it says better.
    { glob: '**/*.tf', format: 'text', hints: ['resource'] },
  ],
  group: withCode,
  readsResources: true,
  load: () => import('./collect.ts'),
};

/** One unit for the tree, where there is a state or a plan at all. */
function withCode(files: readonly FilePath[]): readonly (readonly FilePath[])[] {
  return files.some((file) => !file.endsWith('.tf')) ? [files] : [];
}
