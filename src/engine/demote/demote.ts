import type { Fact } from '../../model/fact.ts';
import type { Demotion, Evidence } from './demotion.ts';
import { endedCredential } from './ended-credentials.ts';
import { inlineTest } from './inline-tests.ts';
import { nameOfKey } from './key-halves.ts';
import { credentialAmongMany, credentialOfSeeds } from './sample-credentials.ts';

/** Seen in a test, fixture, template, example, docs or vendored code. */
const asideFromSource: Demotion =
  ({ classOf }) =>
  ({ at }) =>
    classOf(at.file) !== 'source';

/** Every reason there is, the most frequent first; any one is enough. */
const reasons: readonly Demotion[] = [
  asideFromSource,
  inlineTest,
  credentialAmongMany,
  credentialOfSeeds,
  endedCredential,
  nameOfKey,
];

/** The facts of a tree, those of low confidence that there is a reason to doubt. */
export function demote(evidence: Evidence): readonly Fact[] {
  const doubts = reasons.map((reason) => reason(evidence));
  return evidence.facts.map((fact) => {
    if (fact.kind === 'Binding' || fact.confidence === 'low') return fact;
    return doubts.some((holds) => holds(fact)) ? { ...fact, confidence: 'low' } : fact;
  });
}
