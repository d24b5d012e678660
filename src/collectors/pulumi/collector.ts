import type { Collector } from '../../model/plugin.ts';
import { resourceKinds } from '../../recognize/resource/resource-kinds.ts';
import { byProject } from './group.ts';

/** What files of a program mention: its library, and what is handed to it. */
const hints = ['@pulumi/', 'pulumi', 'export ', 'exports'];
const scripts = ['ts', 'mts', 'cts', 'js', 'mjs', 'cjs'];

/**
 * Pulumi projects in TypeScript, JavaScript and YAML: what each of their stacks makes, with the values of `Pulumi.<stack>.yaml`. Files are parsed
 * only below a `Pulumi.yaml`, when the program imports them.
 * @see https://www.pulumi.com/docs/iac/concepts/projects/ (read 2026-11-21)
 */
export const collector: Collector = {
  id: 'pulumi',
  emits: resourceKinds,
  files: [
    { glob: '**/Pulumi.yaml', format: 'yaml' },
    { glob: '**/Pulumi.yml', format: 'yaml' },
    { glob: '**/Pulumi.*.yaml', format: 'yaml', evenIfIgnored: true },
    { glob: '**/Pulumi.*.yml', format: 'yaml', evenIfIgnored: true },
    ...scripts.map((ending) => ({ glob: `**/*.${ending}`, format: 'text' as const, hints })),
  ],
  group: byProject,
  readsResources: true,
  load: () => import('./collect.ts'),
};
