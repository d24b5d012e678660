import type { Collector } from '../../model/plugin.ts';
import { sameFolder } from '../../recognize/platform/same-folder.ts';

/**
 * Reads `DATABASES` of Django's settings, one module per stage, and what a module takes over from another.
 * @see https://docs.djangoproject.com/en/5.2/ref/settings/#databases
 */
export const collector: Collector = {
  id: 'django-settings',
  emits: ['Environment', 'DataStore', 'Credential', 'Relation'],
  files: ['**/settings.py', '**/settings_*.py', '**/*_settings.py', '**/settings/*.py'].map(
    (glob) => ({ glob, format: 'text', hints: ['DATABASES', 'import *'] }) as const,
  ),
  group: sameFolder,
  load: () => import('./collect.ts'),
};
