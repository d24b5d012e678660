import type { Document } from '../../model/document.ts';
import type { Credential } from '../../model/fact.ts';
import type { CredentialSpec, Knowledge } from '../../model/knowledge.ts';
import type { Collect } from '../../model/plugin.ts';
import { credentialFact } from '../../recognize/credential/credential.ts';
import { secretForm } from '../../recognize/credential/secret-value.ts';
import { credentials } from './credentials.ts';

const block = /^[ \t]*provider[ \t]+"railway"[ \t]*\{([^}]{0,2000})\}/gm;
const source = /"(?:[a-z.]+\/)?terraform-community-providers\/railway"/;
const tokenLine = /^[ \t]*token[ \t]*=[ \t]*(?:"([^"\n]*)"|([^\s#]+))/m;
/** Read by the provider when its block names no token. */
const variable = 'RAILWAY_TOKEN';

/** The token of each `provider "railway"` block, and the variable it is read from where none is written. */
export const collect: Collect = (unit, knowledge) =>
  unit.documents.flatMap((document) => tokensOf(document, knowledge));

function tokensOf(document: Document, knowledge: Knowledge): readonly Credential[] {
  const kind = credentials.find((spec) => spec.id === 'account-token');
  if (kind === undefined) return [];
  const found: Credential[] = [];
  for (const match of document.text.matchAll(block)) {
    const token = tokenLine.exec(match[1] ?? '');
    const start = match.index + (match[0].length - match[0].trimStart().length);
    const credential =
      token === null
        ? fact(document, kind, variable, null, [start, match.index + match[0].length], knowledge)
        : written(document, kind, token, match.index + match[0].indexOf('{') + 1, knowledge);
    if (credential !== null) found.push(credential);
  }
  if (found.length > 0) return found;
  const required = source.exec(document.text);
  if (required === null) return [];
  const end = required.index + required[0].length;
  const only = fact(document, kind, variable, null, [required.index, end], knowledge);
  return only === null ? [] : [only];
}

function written(
  document: Document,
  kind: CredentialSpec,
  token: RegExpExecArray,
  bodyStart: number,
  knowledge: Knowledge,
): Credential | null {
  const literal = token[1];
  const form = literal === undefined ? 'reference' : secretForm(literal);
  if (form !== 'literal' && form !== 'reference') return null;
  const value = form === 'literal' && literal !== undefined ? literal : null;
  const start = bodyStart + token.index + (token[0].length - token[0].trimStart().length);
  const end = bodyStart + token.index + token[0].length;
  return fact(document, kind, 'token', value, [start, end], knowledge);
}

function fact(
  document: Document,
  spec: CredentialSpec,
  name: string,
  value: string | null,
  [start, end]: readonly [number, number],
  knowledge: Knowledge,
): Credential | null {
  return credentialFact(
    {
      name,
      kind: { known: { provider: 'railway', spec }, decidedBy: 'context' },
      value,
      nameStart: start,
      at: { file: document.file, start, end },
      document,
      collector: 'railway-terraform',
      comment: null,
    },
    knowledge,
  );
}
