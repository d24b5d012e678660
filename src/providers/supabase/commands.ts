import type { CommandSpec } from '../../model/knowledge.ts';
import { commandsOf } from '../../model/pack.ts';

const command = commandsOf('supabase', {
  source: 'https://github.com/supabase/cli/tree/main/apps/cli-go/cmd',
  checkedOn: '2026-11-21',
});
/** Without a terminal the answer is no, unless somebody pipes a yes. */
const asking = { asks: 'needs-flag', skipsPrompt: ['--yes'] } as const;

/**
 * Destructive commands of the Supabase CLI. Without `--linked` or `--db-url`, resets and rollbacks touch the local stack only. `db query`, `db push`
 * and migration files are judged by the SQL in them.
 */
export const commands: readonly CommandSpec[] = [
  command('db reset', 'database', {
    ...asking,
    onlyWith: ['--linked|--db-url'],
    safeVariant: 'supabase db push --linked --dry-run',
  }),
  command('migration|migrations down', 'database', {
    ...asking,
    onlyWith: ['--linked|--db-url'],
    safeVariant: 'supabase migration list --linked',
  }),
  command('projects delete', 'project', { ...asking, safeVariant: 'supabase projects list' }),
  command('branches delete', 'environment', { safeVariant: 'supabase branches list' }),
  command('backups restore', 'database', { safeVariant: 'supabase backups list' }),
  command('storage rm', 'bucket', {
    ...asking,
    onlyWith: ['--recursive|-r'],
    harmlessWith: ['--local'],
    safeVariant: 'supabase storage ls --recursive',
  }),
];
