import type { CommandSpec } from '../../model/knowledge.ts';
import { commandsOf } from '../../model/pack.ts';

const claim = {
  source: 'https://github.com/cloudflare/workers-sdk/tree/main/packages/wrangler/src',
  checkedOn: '2026-11-21',
} as const;
const products = {
  d1: ['cloudflare-d1'],
  kv: ['cloudflare-kv'],
  'kv:namespace': ['cloudflare-kv'],
  'kv:key': ['cloudflare-kv'],
  'kv:bulk': ['cloudflare-kv'],
  r2: ['cloudflare-r2'],
  vectorize: ['cloudflare-vectorize'],
  hyperdrive: ['cloudflare-hyperdrive'],
  queues: ['cloudflare-queue'],
  'agent-memory': ['cloudflare-agent-memory'],
} as const;
/** Wrangler answers its own questions with yes when there is no terminal, or when `CI` is set. */
const assuming = commandsOf('wrangler', claim, { asks: 'assumes-yes' }, products);
const silent = commandsOf('wrangler', claim, {}, products);
/** Questions that count as no without a terminal. */
const refusing = commandsOf('wrangler', claim, { asks: 'needs-flag' }, products);
const confirmed = ['--skip-confirmation|-y'] as const;
const forced = ['--force|-y'] as const;

/**
 * Destructive commands of wrangler, version 4. Commands on single keys and objects work on local storage unless `--remote` is given; SQL handed to
 * `d1 execute` is judged where SQL is read.
 */
export const commands: readonly CommandSpec[] = [
  assuming('d1 delete', 'database', {
    skipsPrompt: confirmed,
    safeVariant: 'wrangler d1 info',
  }),
  assuming('d1 time-travel restore', 'database', {
    skipsPrompt: ['--json'],
    safeVariant: 'wrangler d1 time-travel info',
  }),
  assuming('kv namespace delete', 'database', {
    skipsPrompt: confirmed,
    safeVariant: 'wrangler kv namespace list',
  }),
  assuming('kv:namespace delete', 'database', { safeVariant: 'wrangler kv namespace list' }),
  assuming('kv bulk delete', 'database', {
    onlyWith: ['--remote'],
    skipsPrompt: ['--force|-f'],
    safeVariant: 'wrangler kv key list',
  }),
  assuming('vectorize delete', 'database', {
    skipsPrompt: forced,
    safeVariant: 'wrangler vectorize info',
  }),
  assuming('delete', 'service', {
    harmlessWith: ['--dry-run'],
    skipsPrompt: ['--force'],
    safeVariant: 'wrangler delete --dry-run',
  }),
  assuming('pages project delete', 'project', {
    skipsPrompt: ['--yes|-y'],
    safeVariant: 'wrangler pages project list',
  }),
  assuming('agent-memory namespace delete', 'database', { skipsPrompt: forced }),
  assuming('tunnel delete', 'service', {
    skipsPrompt: forced,
    safeVariant: 'wrangler tunnel info',
  }),
  assuming('secret delete', 'service', { safeVariant: 'wrangler secret list' }),
  // The bucket must be empty: no data goes with it.
  silent('r2 bucket delete', 'service', {
    safeVariant: 'wrangler r2 bucket info',
    recovery: 'it is refused while the bucket holds objects',
  }),
  silent('r2 bucket lock remove', 'backup', { safeVariant: 'wrangler r2 bucket lock list' }),
  silent('r2 object delete', 'files', {
    onlyWith: ['--remote'],
    safeVariant: 'wrangler r2 object get',
  }),
  silent('kv key delete', 'database', {
    onlyWith: ['--remote'],
    safeVariant: 'wrangler kv key get',
  }),
  silent('queues delete', 'queue', { safeVariant: 'wrangler queues info' }),
  silent('hyperdrive delete', 'service', { safeVariant: 'wrangler hyperdrive get' }),
  silent('workflows delete', 'service', { safeVariant: 'wrangler workflows describe' }),
  silent('containers delete', 'service', { safeVariant: 'wrangler containers info' }),
  silent('secrets-store store delete', 'service', {
    onlyWith: ['--remote'],
    safeVariant: 'wrangler secrets-store store list --remote',
  }),
  refusing('queues purge', 'queue', {
    skipsPrompt: ['--force'],
    safeVariant: 'wrangler queues info',
  }),
  refusing('pages deployment delete', 'service', {
    skipsPrompt: ['--force|-f'],
    safeVariant: 'wrangler pages deployment list',
  }),
  refusing('pipelines delete', 'service', {
    skipsPrompt: forced,
    safeVariant: 'wrangler pipelines list',
  }),
  refusing('pipelines streams|sinks delete', 'service', { skipsPrompt: forced }),
  refusing('artifacts repos delete', 'files', { skipsPrompt: forced }),
];
