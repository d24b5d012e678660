import type { Credential } from '../../model/fact.ts';
import type { Demotion } from './demotion.ts';

/** A credential that says it has ended, or that ends within hours and stands in a file that git tracks: it ended before anybody reads it. */
export const endedCredential: Demotion = ({ packs, today }) => {
  const brief = new Set(
    packs.flatMap((pack) =>
      pack.credentials
        .filter((spec) => spec.expires === 'within-hours')
        .map((spec) => `${pack.id}/${spec.id}`),
    ),
  );
  return (fact) =>
    fact.kind === 'Credential' &&
    fact.form === 'literal' &&
    (hasEnded(fact, today) ||
      (fact.tracked === true && brief.has(`${fact.provider}/${fact.product}`)));
};

/** Dates of this form stand in the order of their letters; `never` comes after all of them. */
function hasEnded({ expiresOn }: Credential, today: string): boolean {
  return expiresOn !== undefined && expiresOn < today;
}
