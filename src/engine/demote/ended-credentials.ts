import type { Demotion } from './demotion.ts';

/** A credential that ends within hours and stands in a file that git tracks has ended before anybody reads it. */
export const endedCredential: Demotion = ({ packs }) => {
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
    fact.tracked === true &&
    brief.has(`${fact.provider}/${fact.product}`);
};
