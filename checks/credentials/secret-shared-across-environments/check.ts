import { withArticle } from '../../../src/model/article.ts';
import { defineCheck, pathFacts } from '../../../src/model/check.ts';
import type { Credential, Environment } from '../../../src/model/fact.ts';
import type { RiskGraph } from '../../../src/model/graph.ts';

export const check = defineCheck({
  id: 'secret-shared-across-environments',
  title: 'Production and another environment use the same secret',
  severity: 'medium',
  since: '0.1.0',
  on: 'Credential',
  needs: pathFacts,
  why: 'Whoever works on the harmless environment holds the key to production.',
  fix: 'Give each environment a secret of its own, and rotate this one.',
  accept: 'When the secret only reads, or the vendor issues one per account.',
  references: [
    'https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html',
    'https://12factor.net/config',
  ],

  *run(credential, graph) {
    if (credential.form !== 'literal' || credential.confidence === 'low') return;
    const holders = graph.into(credential, 'holds', 'Environment');
    const production = holders.find((holder) => graph.tier(holder) === 'production');
    const other = holders.find((holder) => isLesser(graph.tier(holder)));
    if (production === undefined || other === undefined) return;
    if (isReportedAsStore(credential, graph)) return;
    const stake = graph.stake(credential);
    yield {
      at: placeIn(credential, other, graph),
      label: `the ${graph.tier(other)} side`,
      what: `${graph.tier(other)} (${other.name}) and production (${production.name}) use the same secret "${credential.name}", ${withArticle(credential.title)}.`,
      fix: `Give ${other.name} a secret of its own, and rotate this one.`,
      confidence: credential.confidence,
      // A key that sends messages or costs money destroys nothing.
      severity: credential.plane === 'comms' ? 'low' : stake === 'low' ? 'medium' : stake,
      subjects: [credential, production, other],
      related: [{ ...placeIn(credential, production, graph), label: 'the production side' }],
    };
  },
});

function isLesser(tier: string): boolean {
  return tier === 'staging' || tier === 'development' || tier === 'preview';
}

/** A login to a store that both share is one finding, about the store. */
function isReportedAsStore(credential: Credential, graph: RiskGraph): boolean {
  return graph
    .from(credential, 'authorizes', 'DataStore')
    .some((store) => !store.implied && graph.environments(store).length > 1);
}

function placeIn(credential: Credential, environment: Environment, graph: RiskGraph) {
  const { file } = environment.at;
  const place = graph.places(credential).find((candidate) => candidate.file === file);
  return place === undefined
    ? environment.at
    : { file: place.file, start: place.start, end: place.end };
}
