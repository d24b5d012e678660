import type { DataDocument, DataEntry } from '../../model/document.ts';
import type { Fact, Tier } from '../../model/fact.ts';
import { weaker } from '../../model/finding.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { SourceRange } from '../../model/source.ts';
import { deployedVariables } from './deployed-variables.ts';
import { environmentFact, type Origin } from './platform-facts.ts';

/** One kind of deployment of a platform, and the variables that are only its own. */
export interface Context {
  readonly name: string;
  readonly tier: Tier;
  readonly at: SourceRange;
  readonly own: readonly DataEntry[];
}

/**
 * What each kind of deployment uses, where all of them share some variables and each may override them. Nothing for a context whose variables name no
 * store.
 */
export function contextFacts(
  origin: Origin,
  document: DataDocument,
  shared: readonly DataEntry[],
  contexts: readonly Context[],
  knowledge: Knowledge,
): readonly Fact[] {
  return contexts.flatMap((context): readonly Fact[] => {
    const environment = environmentFact(origin, context.tier, {
      id: `context/${context.name}`,
      name: `${context.name} of ${origin.file}`,
      at: context.at,
      implied: context.own.length === 0,
    });
    const owner = { document, environment: environment.key, collector: origin.collector };
    const overridden = new Set(context.own.map(({ key }) => key));
    const inherited = shared.filter(({ key }) => !overridden.has(key));
    const facts = [
      ...deployedVariables(context.own, owner, knowledge),
      // Settings of the platform itself, which the file does not show, may override them.
      ...deployedVariables(inherited, owner, knowledge).map(lessSure),
    ];
    return facts.length === 0 ? [] : [environment, ...facts];
  });
}

function lessSure(fact: Fact): Fact {
  if (fact.kind !== 'Relation' || fact.rel !== 'connects-to') return fact;
  return { ...fact, confidence: weaker(fact.confidence, 'medium') };
}
