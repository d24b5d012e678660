import { withArticle } from '../../../src/model/article.ts';
import { defineCheck } from '../../../src/model/check.ts';
import type { Credential, Scope } from '../../../src/model/fact.ts';
import { known } from '../../../src/model/value.ts';

export const check = defineCheck({
  id: 'token-over-scoped',
  title: 'Token can do far more than one environment needs',
  severity: 'high',
  since: '0.1.0',
  on: 'Credential',
  needs: ['Credential', 'DataStore', 'Environment', 'Relation', 'Binding'],
  why: 'Whoever finds it, an agent included, can delete every project it reaches, whatever it was made for.',
  fix: 'Replace it with a token for one environment of one project, kept where only the job that needs it can read it.',
  accept:
    'When the file is encrypted at rest and no agent works on the machine that holds it; prefer a narrower token all the same.',
  references: [
    'https://docs.railway.com/integrations/api',
    'https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html',
  ],

  *run(credential, graph) {
    if (credential.form !== 'literal' && credential.form !== 'file') return;
    if (credential.plane !== 'control') return;
    const reach = reachOf(credential);
    if (reach === null) return;
    const purpose = credential.purpose;
    yield {
      at: credential.at,
      label: 'the token',
      what:
        purpose === null
          ? `"${credential.name}" is ${withArticle(credential.title)} and reaches ${reach}.`
          : `"${credential.name}" was made for ${purpose}, yet it is ${withArticle(credential.title)} and reaches ${reach}.`,
      confidence: credential.confidence,
      subjects: [credential],
      ...(credential.narrower === null
        ? {}
        : { fix: `${withoutStop(credential.narrower)} (${credential.at.file}).` }),
      related: graph
        .places(credential)
        .slice(1)
        .map((place) => ({ ...place, label: 'the same token' })),
    };
  },
});

function withoutStop(sentence: string): string {
  return sentence.endsWith('.') ? sentence.slice(0, -1) : sentence;
}

/** Words for a scope wider than one project; `null` for narrow ones and for those the text does not decide. */
function reachOf(credential: Credential): string | null {
  const scope: Scope | undefined = known(credential.scope);
  if (scope === 'account') return 'every project of its account';
  if (scope === 'organization') return 'every project of its organization';
  return null;
}
