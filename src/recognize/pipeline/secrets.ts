import {
  type DataEntry,
  type ExprNode,
  type ScalarNode,
  sourceRange,
} from '../../model/document.ts';
import type { Credential, EntityKey, Fact } from '../../model/fact.ts';
import { entityKey } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import { factsOfVariable } from '../credential/variable.ts';
import type { JobStep, PipelineJob } from './job.ts';

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
    const named = step === null || job.seesAllSecrets !== true ? [] : namedIn(step, job, knowledge);
    for (const pair of [...(step?.variables ?? job.variables), ...named]) {
      const credential = injected(pair, job, document, knowledge);
      if (credential === null || found.has(credential.key)) continue;
      found.set(credential.key, [credential, holds(holder, credential, pair.key)]);
    }
  }
  return [...found.values()].flat();
}

const variable = /\$(?:\{([A-Za-z_]\w{0,100})\}|([A-Za-z_]\w{0,100}))/g;
const maxProgram = 50_000;

/** Secrets that the lines of a step name and no file sets: the system does. */
function namedIn(
  { program, document, variables }: JobStep,
  job: PipelineJob,
  knowledge: Knowledge,
): readonly DataEntry[] {
  const set = new Set([...job.variables, ...variables].map(({ key }) => key));
  const found = new Map<string, DataEntry>();
  for (const match of program.text.slice(0, maxProgram).matchAll(variable)) {
    const name = match[1] ?? match[2] ?? '';
    if (set.has(name) || found.has(name) || knowledge.credentialByName(name) === undefined)
      continue;
    const at = sourceRange(document.file, program, match.index, match.index + match[0].length);
    const value = { type: 'expr', text: match[0], refs: [name], at } as const;
    found.set(name, { key: name, keyAt: at, labels: [], value });
  }
  return [...found.values()];
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

/** A value that is one stored secret and nothing else: GitHub's, which tells no upper case from lower, or a variable of the system. */
const wholeReference =
  /^\s*(?:\$\{\{\s*secrets\.([A-Za-z_]\w{0,100})\s*\}\}|\$\{([A-Za-z_]\w{0,100})\}|\$([A-Za-z_]\w{0,100}))\s*$/;

/** A stored secret that has one value for all jobs that name it: the same credential, whichever variable hands it over. */
function sharedKeys(
  value: ScalarNode | ExprNode,
  { provider, product }: Credential,
  { secretStore, variables }: PipelineJob,
): readonly EntityKey[] {
  const match = wholeReference.exec(value.text);
  const name = match?.[1]?.toUpperCase() ?? match?.[2] ?? match?.[3];
  if (name === undefined || secretStore === undefined) return [];
  // One that the file sets is none of the system.
  if (variables.some((pair) => pair.key === name && pair.value.at.start !== value.at.start))
    return [];
  return [entityKey(`${secretStore}#${name}/${provider}/${product}`)];
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
