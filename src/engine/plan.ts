import type { AnyCheck } from '../model/check.ts';
import type { Collector } from '../model/plugin.ts';

/** The collectors that give at least one kind of fact which these checks read. */
export function collectorsFor(
  checks: readonly { readonly check: AnyCheck }[],
  collectors: readonly Collector[],
): readonly Collector[] {
  const needed = new Set(checks.flatMap(({ check }) => check.needs));
  return collectors.filter((collector) => collector.emits.some((kind) => needed.has(kind)));
}
