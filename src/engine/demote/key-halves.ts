import type { Credential, Fact } from '../../model/fact.ts';
import type { Demotion } from './demotion.ts';

/** The half of a key that only names it, in a file that holds the secret half too: the pair is one credential, and the secret half stands for it. */
export const nameOfKey: Demotion = ({ facts, packs }) => {
  const secretHalves = new Map<string, string>();
  for (const pack of packs) {
    for (const { id, secretHalf } of pack.credentials) {
      if (secretHalf !== undefined)
        secretHalves.set(kindOf(pack.id, id), kindOf(pack.id, secretHalf));
    }
  }
  const written = new Set(
    facts.filter(isWritten).map((one) => placeOf(one, kindOf(one.provider, one.product))),
  );
  return (fact) => {
    if (fact.kind !== 'Credential' || fact.form !== 'literal') return false;
    const secretHalf = secretHalves.get(kindOf(fact.provider, fact.product));
    return secretHalf !== undefined && written.has(placeOf(fact, secretHalf));
  };
};

function isWritten(fact: Fact): fact is Credential {
  return fact.kind === 'Credential' && fact.form === 'literal' && fact.confidence !== 'low';
}

function kindOf(provider: string | null, product: string): string {
  return `${provider}/${product}`;
}

function placeOf({ at }: Credential, kind: string): string {
  return `${at.file}\n${kind}`;
}
