import type { DataStore } from '../../model/fact.ts';

type Kept = Pick<DataStore, 'product' | 'holds'>;

/** Add-ons that keep data, by the start of their plan. */
const plans: readonly (readonly [plan: RegExp, kept: Kept])[] = [
  [/^heroku-postgresql(?::|$)/, { product: 'heroku-postgres', holds: 'database' }],
  [/^(?:jawsdb|jawsdb-maria|cleardb)(?::|$)/, { product: 'mysql', holds: 'database' }],
  [/^(?:mongolab|ormongo)(?::|$)/, { product: 'mongodb', holds: 'database' }],
  [/^(?:heroku-redis|rediscloud|memcachier)(?::|$)/, { product: 'heroku-redis', holds: 'cache' }],
];

/** What an add-on keeps, `null` for one that keeps nothing of the app's. `plan`: `heroku-postgresql:essential-0`. */
export function keptByAddon(plan: string): Kept | null {
  return plans.find(([start]) => start.test(plan))?.[1] ?? null;
}
