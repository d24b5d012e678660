import { withArticle } from '../../../src/model/article.ts';
import { defineCheck } from '../../../src/model/check.ts';
import type { Credential } from '../../../src/model/fact.ts';
import { known } from '../../../src/model/value.ts';

export const check = defineCheck({
  id: 'credential-never-ends',
  title: 'Credential that can destroy was made without an end',
  severity: 'low',
  since: '0.1.0',
  on: 'Credential',
  needs: ['Credential', 'Relation'],
  why: 'It works for whoever finds it, in this file or an old copy of it, until somebody remembers to revoke it.',
  fix: 'Make a new one that ends, for the time it is needed or until the next rotation, and revoke this one.',
  accept: 'When something rotates it on a schedule that stands elsewhere.',
  references: [
    'https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html#24-secret-lifecycle',
  ],

  *run(credential, graph) {
    if (!isForever(credential) || !canDestroy(credential)) return;
    yield {
      at: credential.at,
      label: 'the credential',
      what: `"${credential.name}", ${withArticle(credential.title)}, never ends by itself.`,
      fix: `Make a new one that ends, and revoke the one in ${credential.at.file}.`,
      confidence: credential.confidence,
      subjects: [credential],
      related: graph
        .places(credential)
        .slice(1)
        .map((place) => ({ ...place, label: 'the same credential' })),
    };
  },
});

/** Only what the value itself says: that text is silent about an end proves none. */
function isForever({ form, confidence, expiresOn }: Credential): boolean {
  return form === 'literal' && confidence !== 'low' && expiresOn === 'never';
}

function canDestroy({ actions, plane }: Credential): boolean {
  if (plane === 'comms' || plane === 'supply') return false;
  const may = known(actions) ?? [];
  return may.includes('delete') || may.includes('admin');
}
