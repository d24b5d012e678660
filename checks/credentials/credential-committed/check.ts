import { withArticle } from '../../../src/model/article.ts';
import { defineCheck, pathFacts } from '../../../src/model/check.ts';
import { equalLogins } from '../../../src/model/equal-logins.ts';
import type { Credential } from '../../../src/model/fact.ts';
import { type Severity, severities } from '../../../src/model/finding.ts';
import type { RiskGraph } from '../../../src/model/graph.ts';

export const check = defineCheck({
  id: 'credential-committed',
  title: 'Credential is committed to git',
  severity: 'medium',
  since: '0.1.0',
  on: 'Credential',
  needs: pathFacts,
  why: 'Every clone, fork and agent has it, and it stays in the history after it is removed from the file.',
  fix: 'Revoke it, take it out of the file, and read it from the environment or a secret store.',
  accept: 'When it is revoked already, or only opens a store that can be made again.',
  references: [
    'https://docs.github.com/en/code-security/secret-scanning/introduction/about-secret-scanning',
    'https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html',
  ],

  *run(credential, graph) {
    if (!isExposed(credential, graph)) return;
    const equal = equalLogins(credential, graph).filter((one) => isExposed(one, graph));
    // A template speaks only where no file of settings does.
    const lead = equal.find((one) => one.inTemplate !== true) ?? equal[0];
    if (lead?.key !== credential.key) return;
    const others = equal.filter(({ key }) => key !== credential.key);
    const tracked = new Set(equal.map(({ at }) => at.file));
    const files = new Set(equal.flatMap((one) => graph.places(one)).map(({ file }) => file));
    yield {
      at: credential.at,
      label: 'the credential',
      what: `"${credential.name}", ${withArticle(credential.title)}, ${verbOf(credential)} in ${placesOf(tracked.size, files.size)}.`,
      fix: `Revoke it, take it out of ${files.size > 1 ? 'all of them' : credential.at.file}, and read it from the environment or a secret store.`,
      confidence: credential.confidence,
      severity: equal.map((one) => severityOf(one, graph)).reduce(worse),
      subjects: [credential],
      related: [
        ...graph.places(credential).slice(1),
        ...others.flatMap((one) => graph.places(one)),
      ].map((place) => ({ ...place, label: 'the same credential' })),
    };
  },
});

/** A template may show what never opened anything. */
function verbOf({ inTemplate }: Credential): string {
  return inTemplate === true ? 'appears to stand with its real value' : 'stands';
}

/** Git is asked about the first place of each; where else the same value stands may be a file of its own machine. */
function placesOf(tracked: number, all: number): string {
  const known = `${tracked > 1 ? `${tracked} files` : 'a file'} that git tracks`;
  const more = all - tracked;
  return more <= 0 ? known : `${known}, and in ${more} more`;
}

function isExposed(credential: Credential, graph: RiskGraph): boolean {
  if (credential.tracked !== true || credential.form !== 'literal') return false;
  const isSure = credential.confidence === 'high' || credential.inTemplate === true;
  if (!isSure || credential.plane === 'comms') return false;
  return !isHarmless(credential, graph);
}

/** It opens nothing but stores of developers and tests. */
function isHarmless(credential: Credential, graph: RiskGraph): boolean {
  const stores = graph.from(credential, 'authorizes', 'DataStore');
  return (
    (opensUnseen(credential, graph) && !isOfProduction(credential, graph)) ||
    (stores.length > 0 &&
      stores.every((store) => ['development', 'preview'].includes(graph.tier(store))))
  );
}

/** A login to a machine that is not known, or that nobody reaches from here. */
function opensUnseen(credential: Credential, graph: RiskGraph): boolean {
  const stores = graph.from(credential, 'authorizes', 'DataStore');
  return credential.provider === null && stores.length === 0;
}

function isOfProduction(credential: Credential, graph: RiskGraph): boolean {
  return graph
    .into(credential, 'holds', 'Environment')
    .some((one) => graph.tier(one) === 'production');
}

function severityOf(credential: Credential, graph: RiskGraph): Severity {
  const isDoubtful = credential.inTemplate === true || opensUnseen(credential, graph);
  return isDoubtful ? 'low' : atLeastMedium(graph.stake(credential));
}

function atLeastMedium(severity: Severity): Severity {
  return severities.indexOf(severity) < severities.indexOf('medium') ? 'medium' : severity;
}

function worse(a: Severity, b: Severity): Severity {
  return severities.indexOf(a) >= severities.indexOf(b) ? a : b;
}
