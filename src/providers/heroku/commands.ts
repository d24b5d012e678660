import type { CommandSpec } from '../../model/knowledge.ts';
import { commandsOf } from '../../model/pack.ts';

const command = commandsOf(
  'heroku',
  { source: 'https://github.com/heroku/cli/tree/main/src/commands', checkedOn: '2026-11-21' },
  // The name of the app must be typed, or given on the command line: an agent can do that too.
  { asks: 'needs-flag', skipsPrompt: ['--confirm|-c'] },
);

/** Destructive commands of the Heroku CLI. */
export const commands: readonly CommandSpec[] = [
  command('apps:destroy|apps:delete|destroy', 'project', { safeVariant: 'heroku apps:info' }),
  command('addons:destroy|addons:remove', 'anything', { safeVariant: 'heroku addons:info' }),
  command('data:pg:destroy', 'database', { safeVariant: 'heroku data:pg:info' }),
  command('pg:reset', 'database', { safeVariant: 'heroku pg:info' }),
  command('pg:copy', 'database', {
    skipsPrompt: ['--confirm'],
    safeVariant: 'heroku pg:info',
  }),
  command('pg:backups:restore', 'database', { safeVariant: 'heroku pg:backups' }),
  command('pg:backups:delete', 'backup', { safeVariant: 'heroku pg:backups' }),
  command('pg:credentials:destroy', 'service', { safeVariant: 'heroku pg:credentials' }),
  command('data:pg:credentials:destroy', 'service', {
    safeVariant: 'heroku data:pg:credentials',
  }),
  command('spaces:destroy', 'environment', {
    skipsPrompt: ['--confirm'],
    safeVariant: 'heroku spaces:info',
  }),
];
