import type { Collector } from '../../model/plugin.ts';
import { type FilePath, folderOf } from '../../model/source.ts';

/**
 * Reads `railway.json` and `railway.toml`: services, their environments, mounts and start commands. They cannot declare volumes, databases or
 * backups, so silence proves nothing. Infrastructure as code is read below.
 * @see https://docs.railway.com/reference/config-as-code
 */
export const collector: Collector = {
  id: 'railway-config',
  emits: ['Workload', 'Environment', 'DataStore', 'DestructiveCommand', 'Relation'],
  files: [
    { glob: '**/railway.json', format: 'json' },
    { glob: '**/railway.*.json', format: 'json' },
    { glob: '**/railway.toml', format: 'toml' },
    { glob: '**/railway.*.toml', format: 'toml' },
  ],
  load: () => import('./collect.ts'),
};

/**
 * Reads infrastructure as code: what each environment of a project has, which service is handed what, and the schedules of backups.
 * @see https://docs.railway.com/infrastructure-as-code
 */
export const projectCollector: Collector = {
  id: 'railway-project',
  emits: [
    'Workload',
    'Environment',
    'DataStore',
    'Backup',
    'Credential',
    'FailureDomain',
    'DestructiveCommand',
    'Weakness',
    'Relation',
  ],
  files: [{ glob: '**/.railway/**/*.ts', format: 'text' }],
  group: byProject,
  load: () => import('./collect-project.ts'),
};

/** The same in Python and Go, whose programs are not followed: only which stores they name. */
export const projectTextCollector: Collector = {
  id: 'railway-project-text',
  emits: ['DataStore', 'FailureDomain', 'Relation'],
  files: ['py', 'go'].map((extension) => ({
    glob: `**/.railway/railway.${extension}`,
    format: 'text',
  })),
  load: () => import('./collect-project-text.ts'),
};

/** One unit for each `.railway` folder with a program: all scripts of the folder. */
function byProject(files: readonly FilePath[]): readonly (readonly FilePath[])[] {
  const mains = files.filter((file) => /(?:^|\/)\.railway\/railway\.ts$/.test(file));
  return mains.map((main) => [
    main,
    ...files.filter((file) => file !== main && file.startsWith(`${folderOf(main)}/`)),
  ]);
}

/**
 * Notes the token of the community Terraform provider: it reads `RAILWAY_TOKEN` but needs an account or workspace token.
 * @see https://registry.terraform.io/providers/terraform-community-providers/railway/latest/docs
 */
export const terraformCollector: Collector = {
  id: 'railway-terraform',
  emits: ['Credential'],
  files: [
    {
      glob: '**/*.tf',
      format: 'text',
      hints: ['terraform-community-providers/railway', 'provider "railway"'],
    },
  ],
  load: () => import('./collect-terraform.ts'),
};
