import { withArticle } from '../../../src/model/article.ts';
import { defineCheck, pathFacts } from '../../../src/model/check.ts';
import type { Credential, Environment } from '../../../src/model/fact.ts';
import type { RiskGraph } from '../../../src/model/graph.ts';

export const check = defineCheck({
  id: 'production-credential-elsewhere',
  title: 'Credential of production stands in the file of another environment',
  severity: 'medium',
  since: '0.1.0',
  on: 'Credential',
  needs: pathFacts,
  why: 'Whoever works on the harmless environment, an agent included, holds the key to production.',
  fix: 'Take it out of the file, and sign in to production from where production runs.',
  accept: 'When the name is a leftover and the value opens nothing of production.',
  references: [
    'https://12factor.net/config',
    'https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html',
  ],

  *run(credential, graph) {
    if (credential.form !== 'literal' || credential.confidence === 'low') return;
    if (!isWrittenOnce(credential, graph)) return;
    const holders = graph.into(credential, 'holds', 'Environment');
    const holder = holders.find((one) => isLesser(one, graph));
    if (holder === undefined || !holders.some((one) => graph.tier(one) === 'production')) return;
    if (isReportedAsStore(credential, graph)) return;
    yield {
      at: credential.at,
      label: 'the credential',
      what: `"${credential.name}", ${withArticle(credential.title)}, says that it is for production and stands among the settings of ${holder.name} (${graph.tier(holder)}).`,
      fix: `Take it out of ${credential.at.file}, and sign in to production from where production runs.`,
      confidence: 'medium',
      // A key that sends messages or costs money destroys nothing.
      severity: credential.plane === 'comms' ? 'low' : 'medium',
      subjects: [credential],
    };
  },
});

/** What stands in the files of both is shared, which is a finding of its own. */
function isWrittenOnce(credential: Credential, graph: RiskGraph): boolean {
  const [first, ...others] = graph.places(credential);
  return others.every(({ file, start }) => file === first?.file && start === first.start);
}

function isLesser(environment: Environment, graph: RiskGraph): boolean {
  return ['staging', 'development', 'preview'].includes(graph.tier(environment));
}

/** A login to a store that both use is a finding about the store. */
function isReportedAsStore(credential: Credential, graph: RiskGraph): boolean {
  return graph
    .from(credential, 'authorizes', 'DataStore')
    .some((store) => !store.implied && graph.environments(store).length > 1);
}
