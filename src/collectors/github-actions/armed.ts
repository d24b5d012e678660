import { at, type DataEntry } from '../../model/document.ts';
import { parseConnectionUrl } from '../../recognize/credential/connection-url.ts';
import { isWeakSecret } from '../../recognize/credential/secret-value.ts';
import { factsOfVariable } from '../../recognize/credential/variable.ts';
import { isElsewhere } from '../../recognize/pipeline/target.ts';
import { textOf } from '../../recognize/workflow/step.ts';
import { type JobPlace, sourceOf } from './place.ts';

const secret = /\bsecrets\s*\[|toJSON\(\s*secrets|\bsecrets\.(?!GITHUB_TOKEN\b|github_token\b)\w/;

/**
 * Whether a job holds something that opens a door: a secret, a role that it becomes, what the machine it runs on holds, or a login that is written
 * out in one of its variables. Without one, all that it can destroy is its own.
 */
export function isArmed(place: JobPlace, variables: readonly DataEntry[]): boolean {
  const { document, root, entry, isArmedByCaller } = place;
  if (isArmedByCaller || /self-hosted/.test(sourceOf(document, at(entry.value, 'runs-on')))) {
    return true;
  }
  const shared = sourceOf(document, at(root, 'env'));
  if (secret.test(sourceOf(document, entry.value)) || secret.test(shared)) return true;
  const rights = at(entry.value, 'permissions') ?? at(root, 'permissions');
  if (textOf(at(rights, 'id-token')) === 'write') return true;
  return variables.some((pair) => holdsLogin(pair, place));
}

/** A login in plain text, to something that does not end with the job. */
function holdsLogin({ key, keyAt, value }: DataEntry, place: JobPlace): boolean {
  if (value.type !== 'scalar' || isWeakSecret(value.text)) return false;
  const url = parseConnectionUrl(value.text);
  if (url !== null && !isElsewhere(value.text)) return false;
  const { document, knowledge } = place;
  const facts = factsOfVariable(
    {
      name: key,
      value,
      keyAt,
      document,
      environment: null,
      collector: 'github-actions',
      comment: null,
    },
    knowledge,
  );
  return facts.some(
    (fact) => fact.kind === 'Credential' && fact.form === 'literal' && fact.confidence !== 'low',
  );
}
