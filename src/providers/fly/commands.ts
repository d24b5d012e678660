import type { CommandSpec } from '../../model/knowledge.ts';
import { commandsOf } from '../../model/pack.ts';

const command = commandsOf(
  'fly|flyctl',
  {
    source: 'https://github.com/superfly/flyctl/tree/master/internal/command',
    checkedOn: '2026-11-21',
  },
  { asks: 'needs-flag', skipsPrompt: ['--yes|-y|--auto-confirm'] },
);

/** Destructive commands of flyctl; without a terminal most of them refuse unless `--yes` is given. */
export const commands: readonly CommandSpec[] = [
  command('apps|app destroy|delete|remove|rm', 'project', { safeVariant: 'fly apps list' }),
  command('destroy', 'project', { safeVariant: 'fly apps list' }),
  command('volumes|volume|vol|v destroy|delete|rm', 'volume', {
    safeVariant: 'fly volumes list',
    recovery:
      'according to vendor documentation in 2026, the volume is kept for 24 hours and its snapshots for their retention, 5 days by default',
  }),
  // `--image` asks, and has no flag that skips the question.
  command('machine|machines|m destroy|remove|rm', 'service', {
    harmlessWith: ['--image|-i'],
    asks: 'never',
    skipsPrompt: [],
    safeVariant: 'fly machine list',
  }),
  command('mpg destroy|delete|remove|rm', 'database', { safeVariant: 'fly mpg list' }),
  command('redis destroy|delete', 'cache', { safeVariant: 'fly redis list' }),
  command('storage|tigris destroy', 'bucket', { safeVariant: 'fly storage list' }),
  command('extensions|ext storage|tigris destroy', 'bucket', { safeVariant: 'fly storage list' }),
  command('extensions|ext vector destroy', 'database', {
    safeVariant: 'fly extensions vector list',
  }),
  command('extensions|ext kubernetes|k8s destroy|rm', 'environment', {
    safeVariant: 'fly extensions kubernetes list',
  }),
  command('orgs delete', 'account', { safeVariant: 'fly orgs list' }),
  command('secrets unset', 'service', {
    asks: 'never',
    skipsPrompt: [],
    safeVariant: 'fly secrets list',
  }),
];
