import type { DataEntry, ExprNode, ScalarNode } from '../../model/document.ts';
import type { Credential, EntityKey, Fact } from '../../model/fact.ts';
import { entityKey } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import { factsOfVariable } from '../credential/variable.ts';
import type { PipelineJob } from './job.ts';

/** How the systems refer to a stored secret; group 1 is its name. */
const reference =
  /\bsecrets\.([A-Za-z_]\w*)|\$\(([A-Za-z_][\w.]*)\)|\$\{?([A-Za-z_]\w*)\}?|credentials\(\s*['"]([\w.-]+)['"]/g;

/** Credentials that a job is handed: the values are elsewhere, so they are injected. Literals are the business of whoever reads the file for secrets. */
export function secretsOf(
  job: PipelineJob,
  holder: { readonly key: EntityKey; readonly name: string },
  knowledge: Knowledge,
): readonly Fact[] {
  const found = new Map<EntityKey, readonly Fact[]>();
  for (const step of [null, ...job.steps]) {
    const document = step?.document ?? job.document;
    for (const pair of step?.variables ?? job.variables) {
      const credential = injected(pair, job, document, knowledge);
      if (credential === null || found.has(credential.key)) continue;
      found.set(credential.key, [credential, holds(holder, credential, pair.key)]);
    }
  }
  return [...found.values()].flat();
}

function injected(
  { key, keyAt, value }: DataEntry,
  job: PipelineJob,
  document: PipelineJob['document'],
  knowledge: Knowledge,
): Credential | null {
  if (value.type !== 'scalar' && value.type !== 'expr') return null;
  const named = asReference(value);
  if (named === null) return null;
  const variable = { name: key, value: named, keyAt, document, comment: null };
  const [credential] = factsOfVariable(
    { ...variable, environment: null, collector: job.collector },
    knowledge,
  ).filter((fact) => fact.kind === 'Credential');
  if (credential === undefined || credential.form !== 'reference') return null;
  // What one job is handed says nothing about a variable of that name elsewhere.
  return {
    ...credential,
    key: entityKey(`${job.collector}:${document.file}#${job.id}/${key}`),
    aliases: sharedKeys(value, credential, job),
    form: 'injected',
  };
}

/** A stored secret that has one value for all jobs that name it: the same credential, whichever variable hands it over. */
function sharedKeys(
  value: ScalarNode | ExprNode,
  { provider, product }: Credential,
  { secretStore }: PipelineJob,
): readonly EntityKey[] {
  const name = /^\s*\$\{\{\s*secrets\.([A-Za-z_]\w{0,100})\s*\}\}\s*$/.exec(value.text)?.[1];
  if (name === undefined || secretStore === undefined) return [];
  // GitHub tells no upper case from lower.
  return [entityKey(`${secretStore}#${name.toUpperCase()}/${provider}/${product}`)];
}

function asReference(value: ScalarNode | ExprNode): ExprNode | null {
  if (value.type === 'expr') return value;
  const refs = [...value.text.slice(0, 2000).matchAll(reference)].map(
    (match) => match[1] ?? match[2] ?? match[3] ?? match[4] ?? '',
  );
  return refs.length === 0 ? null : { type: 'expr', text: value.text, refs, at: value.at };
}

function holds(
  holder: { readonly key: EntityKey; readonly name: string },
  credential: Credential,
  name: string,
): Fact {
  return {
    kind: 'Relation',
    rel: 'holds',
    from: holder.key,
    to: credential.key,
    actions: [],
    because: `${holder.name} is handed "${name}"`,
    at: credential.at,
    confidence: 'high',
  };
}
