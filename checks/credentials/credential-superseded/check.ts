import { withArticle } from '../../../src/model/article.ts';
import { defineCheck, pathFacts } from '../../../src/model/check.ts';
import type { Credential } from '../../../src/model/fact.ts';
import type { RiskGraph } from '../../../src/model/graph.ts';
import { folderOf } from '../../../src/model/source.ts';

export const check = defineCheck({
  id: 'credential-superseded',
  title: 'An old credential still stands beside the one that replaced it',
  severity: 'low',
  since: '0.1.0',
  on: 'Credential',
  needs: pathFacts,
  why: 'Nobody uses it, so nobody misses it when it is found, and whatever finds it can use it as before.',
  fix: 'Revoke it where it was issued, and take the line out.',
  accept: 'While both are needed, during a rotation or a move to another database.',
  references: [
    'https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html#27-rotate-secrets',
  ],

  *run(credential, graph) {
    if (credential.form !== 'literal' || credential.confidence === 'low') return;
    const current = nameWithoutMark(credential.name);
    if (current === null) return;
    const newer = graph.all('Credential').find((other) => replaces(other, current, credential));
    if (newer === undefined) return;
    yield {
      at: credential.at,
      label: 'the old one',
      what: `"${credential.name}", ${withArticle(credential.title)}, still stands beside "${newer.name}", which appears to have replaced it.`,
      fix: `Revoke "${credential.name}" where it was issued, and take it out of ${credential.at.file}.`,
      confidence: credential.confidence,
      severity: severityOf(credential, graph),
      subjects: [credential],
      related: [{ ...newer.at, label: 'the one that replaced it' }],
    };
  },
});

/** Words that say of a name that its value is no longer the one in use. */
const mark =
  /^(?:old|legacy|deprecated|previous|prev|former|retired)_(?=.)|_(?:old|legacy|deprecated|previous|prev|former|retired|bak)(?=_|$)/i;

/** `RAILWAY_TOKEN` for `RAILWAY_TOKEN_OLD`; `null` for names that say nothing of the kind. */
function nameWithoutMark(name: string): string | null {
  const plain = name.replaceAll(/[-. ]/g, '_').replaceAll(/([a-z])([A-Z])/g, '$1_$2');
  const current = plain.replace(mark, '');
  return current === plain ? null : current.toUpperCase();
}

/** Same vendor, same place, the name without its mark, and another value. */
function replaces(other: Credential, current: string, old: Credential): boolean {
  return (
    other.key !== old.key &&
    other.provider === old.provider &&
    folderOf(other.at.file) === folderOf(old.at.file) &&
    other.name
      .replaceAll(/[-. ]/g, '_')
      .replaceAll(/([a-z])([A-Z])/g, '$1_$2')
      .toUpperCase() === current &&
    (other.digest === null || other.digest !== old.digest)
  );
}

/** One that opens a way to data is worth a look; any other is tidiness. */
function severityOf(credential: Credential, graph: RiskGraph): 'low' | 'medium' {
  return graph.stake(credential) === 'low' ? 'low' : 'medium';
}
