import type { CommandSpec } from '../../model/knowledge.ts';
import { commandsOf } from '../../model/pack.ts';

const command = commandsOf(
  'vercel|vc',
  {
    source: 'https://github.com/vercel/vercel/tree/main/packages/cli/src/commands',
    checkedOn: '2026-11-21',
  },
  { asks: 'needs-flag', skipsPrompt: ['--yes|-y'] },
);

/**
 * Destructive commands of the Vercel CLI. `project remove` asks and knows no flag that answers; `api` asks before `DELETE` only, so what its other
 * methods do is not judged here.
 */
export const commands: readonly CommandSpec[] = [
  command('remove|rm', 'project', {
    harmlessWith: ['--safe|-s'],
    asks: 'unless-flag',
    safeVariant: 'vercel remove --safe',
  }),
  command('project|projects remove|rm', 'project', {
    asks: 'unless-flag',
    skipsPrompt: [],
    safeVariant: 'vercel project ls',
  }),
  command('blob delete-store', 'bucket', { safeVariant: 'vercel blob list-stores' }),
  command('blob empty-store', 'bucket', { safeVariant: 'vercel blob list' }),
  command('blob del', 'files', {
    asks: 'never',
    skipsPrompt: [],
    safeVariant: 'vercel blob list',
  }),
  command('integration-resource|ir remove|rm', 'anything', {
    safeVariant: 'vercel integration list',
  }),
  command('integration resource remove|rm', 'anything', {
    safeVariant: 'vercel integration list',
  }),
  command('global-config|edge-config remove|rm|delete', 'database', {
    safeVariant: 'vercel global-config list',
  }),
  command('env remove|rm', 'service', { safeVariant: 'vercel env ls' }),
  command('domains remove|rm', 'service', {
    asks: 'unless-flag',
    safeVariant: 'vercel domains ls',
  }),
  command('dns remove|rm', 'service', { safeVariant: 'vercel dns ls' }),
  command('cache dangerously-delete', 'cache', { safeVariant: 'vercel cache invalidate' }),
  command('api', 'anything', {
    onlyWith: ['-X DELETE|--method DELETE|-XDELETE'],
    skipsPrompt: ['--dangerously-skip-permissions'],
    safeVariant: 'vercel api list',
  }),
];
