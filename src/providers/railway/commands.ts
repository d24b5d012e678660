import type { CommandSpec } from '../../model/knowledge.ts';

const checkedOn = '2026-11-21';
const cli = 'https://github.com/railwayapp/cli/tree/master/src/commands';
const delayed =
  'according to vendor documentation in 2026, restorable for 48 hours through an e-mailed link or the dashboard';

interface Rest {
  readonly onlyWith?: readonly string[];
  readonly asks?: CommandSpec['asks'];
  readonly skipsPrompt?: readonly string[];
  readonly safeVariant?: string;
  readonly recovery?: string;
}

function command(words: string, destroys: CommandSpec['destroys'], rest: Rest = {}): CommandSpec {
  return {
    argv: ['railway', ...words.split(' ')],
    onlyWith: rest.onlyWith ?? [],
    harmlessWith: ['--help|-h'],
    destroys,
    asks: rest.asks ?? 'needs-flag',
    skipsPrompt: rest.skipsPrompt ?? ['--yes|-y'],
    safeVariant: rest.safeVariant ?? null,
    recovery: rest.recovery ?? null,
    source: cli,
    checkedOn,
  };
}

/**
 * Destructive commands of the Railway CLI, version 5. Two-factor codes are asked of interactive sessions only, never of tokens.
 * `railway api` is not among them: it sends any GraphQL document, so the operations in that document decide.
 */
export const commands: readonly CommandSpec[] = [
  command('volume delete|remove|rm', 'volume', {
    safeVariant: 'railway volume list --json',
    recovery: delayed,
  }),
  command('volume files delete|remove|rm', 'files', { safeVariant: 'railway volume files list' }),
  command('service files delete|remove|rm', 'files', { safeVariant: 'railway service files list' }),
  command('delete|rm', 'project', { safeVariant: 'railway list', recovery: delayed }),
  command('project delete|rm|remove', 'project', {
    safeVariant: 'railway list',
    recovery: delayed,
  }),
  command('environment|env delete|remove|rm', 'environment', {
    safeVariant: 'railway environment list',
  }),
  command('service delete|remove|rm', 'service', { safeVariant: 'railway service list' }),
  command('bucket delete|remove|rm', 'bucket', {
    safeVariant: 'railway bucket info',
    recovery:
      'according to vendor documentation in 2026, restorable for 2 days, then the objects are destroyed',
  }),
  command('config apply', 'anything', {
    onlyWith: ['--confirm-destructive'],
    safeVariant: 'railway config plan',
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
