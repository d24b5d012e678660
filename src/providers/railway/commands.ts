import type { CommandSpec } from '../../model/knowledge.ts';
import { commandsOf } from '../../model/pack.ts';

const checkedOn = '2026-11-21';
const cli = 'https://github.com/railwayapp/cli/tree/master/src/commands';
const delayed =
  'according to vendor documentation in 2026, restorable for 48 hours through an e-mailed link or the dashboard';

const command = commandsOf(
  'railway|@railway/cli',
  { source: cli, checkedOn },
  { asks: 'needs-flag', skipsPrompt: ['--yes|-y'] },
);

/**
 * Destructive commands of the Railway CLI, version 5. Two-factor codes are asked of interactive sessions only, never of tokens.
 * `railway api` is not among them: it sends any GraphQL document, so the operations in that document decide.
 */
export const commands: readonly CommandSpec[] = [
  command('volume|volumes delete|remove|rm', 'volume', {
    safeVariant: 'railway volume list --json',
    recovery: delayed,
  }),
  command('volume|volumes files delete|remove|rm', 'files', {
    safeVariant: 'railway volume files list',
  }),
  command('service files delete|remove|rm', 'files', { safeVariant: 'railway service files list' }),
  command('delete|rm|remove', 'project', { safeVariant: 'railway list', recovery: delayed }),
  command('project|projects delete|rm|remove', 'project', {
    safeVariant: 'railway list',
    recovery: delayed,
  }),
  command('environment|env delete|remove|rm', 'environment', {
    safeVariant: 'railway environment list',
  }),
  command('service delete|remove|rm', 'service', { safeVariant: 'railway service list' }),
  command('functions|function|func|fn|funcs|fns delete|remove|rm', 'service', {
    safeVariant: 'railway functions list',
  }),
  command('bucket|buckets delete|remove|rm', 'bucket', {
    safeVariant: 'railway bucket info',
    recovery:
      'according to vendor documentation in 2026, restorable for 2 days, then the objects are destroyed',
  }),
  command('bucket|buckets credentials|creds', 'bucket', {
    onlyWith: ['--reset'],
    safeVariant: 'railway bucket info',
    recovery: 'the objects stay, the old keys die',
  }),
  command('config apply', 'anything', {
    onlyWith: ['--confirm-destructive'],
    safeVariant: 'railway config plan',
  }),
  command('down', 'service', {
    safeVariant: 'railway status',
    recovery: 'only the latest deployment is removed; its service, volume and variables stay',
  }),
  command('variable|variables|vars|var delete|remove|rm', 'service', {
    asks: 'never',
    skipsPrompt: [],
  }),
  command('postgres pitr disable', 'backup', { safeVariant: 'railway postgres pitr status' }),
  command('postgres pitr restore', 'database', { safeVariant: 'railway postgres pitr status' }),
  command('postgres pitr backup delete', 'backup', {
    safeVariant: 'railway postgres pitr backup list',
  }),
  command('postgres pitr backup restore', 'database', {
    safeVariant: 'railway postgres pitr backup list',
  }),
];
