import type { Fact } from '../model/fact.ts';
import type { ProviderFacts } from '../model/knowledge.ts';

/** Lowers the confidence of credentials that end within hours and stand in a file that git tracks: they have ended before anybody reads them. */
export function demoteEnded(
  facts: readonly Fact[],
  packs: readonly ProviderFacts[],
): readonly Fact[] {
  const brief = new Set(
    packs.flatMap((pack) =>
      pack.credentials
        .filter((spec) => spec.expires === 'within-hours')
        .map((spec) => `${pack.id}/${spec.id}`),
    ),
  );
  return facts.map((fact) =>
    fact.kind === 'Credential' &&
    fact.form === 'literal' &&
    fact.tracked === true &&
    brief.has(`${fact.provider}/${fact.product}`)
      ? { ...fact, confidence: 'low' }
      : fact,
  );
}
