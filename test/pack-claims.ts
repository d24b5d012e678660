import type { ProviderFacts } from '../src/model/knowledge.ts';

/** Everything a pack says about its vendor, each with its own source. */
export function claimsOf(pack: ProviderFacts) {
  return [
    ...pack.credentials,
    ...pack.commands,
    ...(pack.api?.operations ?? []),
    ...pack.mcp,
    ...pack.variables,
    ...pack.hosts,
    ...pack.stores,
  ];
}
