import { at, type DataDocument, type DataEntry, entry } from '../../model/document.ts';
import { type Credential, entityKey, type Relation } from '../../model/fact.ts';
import type { CredentialSpec, Knowledge, Known } from '../../model/knowledge.ts';
import type { Collect } from '../../model/plugin.ts';
import { baseName } from '../../model/source.ts';
import { credentialFact } from '../../recognize/credential/credential.ts';
import { secretForm } from '../../recognize/credential/secret-value.ts';
import { isTemplateFile } from '../../recognize/template-file.ts';

/** Keys of service accounts and logins of people; files of workload identity federation hold no secret and are left out. */
export const collect: Collect = (unit, knowledge) =>
  unit.documents.flatMap((document) => {
    if (document.shape !== 'data' || isTemplateFile(document.file)) return [];
    const fact = keyFact(document, knowledge);
    return fact === null ? [] : [fact, ...accountOf(fact, document)];
  });

/** The service account that the key belongs to, by the address that policies name it with. */
function accountOf(key: Credential, document: DataDocument): readonly Relation[] {
  const email = at(document.roots[0], 'client_email');
  const text = email?.type === 'scalar' ? email.text : '';
  if (email === undefined || !/^[\w.-]{1,100}@[\w.-]{1,100}\.gserviceaccount\.com$/.test(text))
    return [];
  return [
    {
      kind: 'Relation',
      rel: 'acts-as',
      from: key.key,
      to: entityKey(`google-cloud:service-account/${text}`),
      actions: [],
      because: `it is a key of ${text}`,
      at: email.at,
      confidence: 'high',
    },
  ];
}

function keyFact(document: DataDocument, knowledge: Knowledge): Credential | null {
  const root = document.roots[0];
  const pair = entry(root, 'type');
  if (pair?.value.type !== 'scalar') return null;
  const type = pair.value.text;
  const secret = secretOf(type, document);
  const known = secret === null ? undefined : kindOf(type, document, knowledge);
  if (secret === null || known === undefined) return null;
  const fact = credentialFact(
    {
      name: baseName(document.file),
      kind: { known, decidedBy: 'context' },
      value: document.text,
      nameStart: 0,
      // Only what it is: the key itself is for no report.
      at: rangeOf(pair),
      document,
      collector: 'google-key-files',
      comment: null,
    },
    knowledge,
  );
  return fact === null ? null : { ...fact, ...telling(document), confidence: 'high' };
}

function rangeOf({ keyAt, value }: DataEntry): Credential['at'] {
  return { ...keyAt, end: Math.max(keyAt.end, value.at.end) };
}

/** The part that must be a literal for the file to be a credential. */
function secretOf(type: string, document: DataDocument): string | null {
  const root = document.roots[0];
  const node = type === 'service_account' ? at(root, 'private_key') : at(root, 'refresh_token');
  if (node?.type !== 'scalar' || secretForm(node.text) !== 'literal') return null;
  // A key of a sample is a few words between the marks.
  if (
    type === 'service_account' &&
    !/^-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]{200}/.test(node.text)
  ) {
    return null;
  }
  return node.text;
}

/** The kind that the pack gives to such a file, asked for with the shortest text of that kind: real files order their keys as they like. */
function kindOf(
  type: string,
  document: DataDocument,
  knowledge: Knowledge,
): Known<CredentialSpec> | undefined {
  if (type !== 'service_account' && type !== 'authorized_user') return undefined;
  return (
    knowledge.credentialByValue(document.text.trim()) ??
    knowledge.credentialByValue(`{"type":"${type}"${' '.repeat(200)}`) ??
    (type === 'service_account' ? knowledge.credentialByName('GOOGLE_CREDENTIALS') : undefined)
  );
}

/** Whose it is, as the file says. */
function telling(document: DataDocument): Partial<Credential> {
  const root = document.roots[0];
  const project = at(root, 'project_id') ?? at(root, 'quota_project_id');
  const text = project?.type === 'scalar' ? project.text : '';
  return /^[a-z][a-z0-9:.-]{3,60}$/.test(text) ? { belongsTo: text } : {};
}
