import { withArticle } from '../../../src/model/article.ts';
import { defineCheck, pathFacts } from '../../../src/model/check.ts';
import { equalLogins } from '../../../src/model/equal-logins.ts';
import type { Credential, DataStore } from '../../../src/model/fact.ts';
import type { RiskGraph } from '../../../src/model/graph.ts';
import { known } from '../../../src/model/value.ts';

export const check = defineCheck({
  id: 'database-owner-in-application',
  title: 'Production signs in to its database as the user who owns everything',
  severity: 'low',
  since: '0.1.0',
  on: 'Credential',
  needs: pathFacts,
  why: 'A flaw in the application, or an agent that finds its address, can drop every table and every other user.',
  fix: 'Sign in as a role that owns no tables and may do only what the application needs; keep the owner for migrations.',
  accept:
    'When the platform offers no other user, or the address is that of the job that migrates.',
  references: [
    'https://www.postgresql.org/docs/current/role-attributes.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Database_Security_Cheat_Sheet.html',
  ],

  *run(credential, graph) {
    const store = ownedStore(credential, graph);
    if (store === undefined) return;
    const equal = equalLogins(credential, graph).filter(
      (one) => ownedStore(one, graph) !== undefined,
    );
    if (equal[0]?.key !== credential.key) return;
    yield {
      at: credential.at,
      label: 'the login',
      what: `"${credential.name}", ${withArticle(credential.title)}, is how production signs in to "${store.name}", and that user owns everything in it.`,
      ...(credential.narrower === null
        ? {}
        : { fix: `${credential.narrower} (${credential.at.file}).` }),
      confidence: credential.confidence,
      // What a platform hands out is rarely somebody's choice.
      severity: store.provider === null ? 'medium' : 'low',
      subjects: [credential],
      related: equal.slice(1).map((one) => ({ ...one.at, label: 'the same login' })),
    };
  },
});

/** The database of production that an application opens with this login as its owner. */
function ownedStore(credential: Credential, graph: RiskGraph): DataStore | undefined {
  if (credential.form !== 'literal' || credential.confidence !== 'high') return undefined;
  if (!(known(credential.actions)?.includes('admin') ?? false)) return undefined;
  if (/migrat|admin|direct|owner|root|super/i.test(credential.name)) return undefined;
  const isOfProduction = graph
    .into(credential, 'holds', 'Environment')
    .some((one) => graph.tier(one) === 'production');
  if (!isOfProduction) return undefined;
  return graph
    .from(credential, 'authorizes', 'DataStore')
    .find((store) => store.holds === 'database' && known(store.disposable) !== true);
}
