import {
  at,
  type DataEntry,
  type DataNode,
  type ExprNode,
  entries,
  type ScalarNode,
} from '../../model/document.ts';
import type { Credential, EntityKey, Fact } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import { variableName } from '../../recognize/credential/inline-secrets.ts';
import { factsOfVariable } from '../../recognize/credential/variable.ts';
import type { ActionStep, Step } from '../../recognize/workflow/step.ts';
import type { Job } from './job.ts';

/** Actions that log the rest of the job in to a cloud, and the input that names who it becomes. */
const logins: Readonly<Record<string, { readonly input: string; readonly variable: string }>> = {
  'aws-actions/configure-aws-credentials': {
    input: 'role-to-assume',
    variable: 'AWS_SECRET_ACCESS_KEY',
  },
  'google-github-actions/auth': {
    input: 'workload_identity_provider',
    variable: 'GOOGLE_APPLICATION_CREDENTIALS',
  },
  'azure/login': { input: 'client-id', variable: 'AZURE_CLIENT_SECRET' },
};

/**
 * Credentials that reach the agent: variables of its job and step, inputs of its action, and what an earlier step logged the job in with. The values
 * are elsewhere, so they are injected; one that is written down stays a literal.
 */
export function heldFacts(
  job: Job,
  step: Step,
  agent: { readonly key: EntityKey; readonly name: string },
  knowledge: Knowledge,
): readonly Fact[] {
  const before = job.steps.slice(0, Math.max(0, job.steps.indexOf(step)));
  const earlier = before.filter((other): other is ActionStep => other.type === 'action');
  const pairs: readonly DataEntry[] = [
    ...job.variables,
    ...step.variables,
    ...(step.type === 'action' ? inputsOf(step) : []),
    ...earlier.flatMap((other) => loginOf(other)),
  ];
  return pairs.flatMap((pair) => factsOf(pair, job, agent, knowledge));
}

function inputsOf(step: ActionStep): readonly DataEntry[] {
  return entries(step.inputs).map((input) => ({ ...input, key: variableName(input.key) }));
}

/** A login by secrets, or by a role that the job becomes. */
function loginOf(step: ActionStep): readonly DataEntry[] {
  const login = Object.hasOwn(logins, step.name) ? logins[step.name] : undefined;
  if (login === undefined) return [];
  const role = at(step.inputs, login.input);
  const entry = entries(step.inputs).find(({ key }) => key === login.input);
  const isRole = role !== undefined && entry !== undefined;
  // A role is named, and no secret: whoever runs in the job is it.
  const become: readonly DataEntry[] = isRole
    ? [{ ...entry, key: login.variable, value: reference(role, login.variable) }]
    : [];
  return [...inputsOf(step).filter(({ value }) => isSecret(value)), ...become];
}

function isSecret(value: DataNode): boolean {
  return value.type === 'scalar' && /\bsecrets\./.test(value.text);
}

function reference(node: DataNode, name: string): ExprNode {
  return { type: 'expr', text: `\${${name}}`, refs: [name], at: node.at };
}

function factsOf(
  { key, keyAt, value }: DataEntry,
  job: Job,
  agent: { readonly key: EntityKey; readonly name: string },
  knowledge: Knowledge,
): readonly Fact[] {
  if (value.type !== 'scalar' && value.type !== 'expr') return [];
  const { document } = job;
  const input = { name: key, value: withoutNoise(value), keyAt, document, comment: null };
  const context = { environment: null, collector: 'ci-agents' };
  return factsOfVariable({ ...input, ...context }, knowledge).flatMap((fact): readonly Fact[] => {
    // What a job is handed says nothing about the variable elsewhere.
    if (fact.kind === 'Binding') return [];
    if (fact.kind !== 'Credential') return [fact];
    const credential: Credential = fact.form === 'reference' ? { ...fact, form: 'injected' } : fact;
    return [
      credential,
      {
        kind: 'Relation',
        rel: 'holds',
        from: agent.key,
        to: credential.key,
        actions: [],
        because: `the job "${job.id}" hands "${key}" to ${agent.name}`,
        at: credential.at,
        confidence: 'high',
      },
    ];
  });
}

/** Words such as `secrets` are no names of variables. */
function withoutNoise(value: ScalarNode | ExprNode): ScalarNode | ExprNode {
  if (value.type === 'expr' || !/\$\{\{/.test(value.text)) return value;
  const refs = [...value.text.matchAll(/\bsecrets\.([A-Za-z_]\w*)/g)].map(
    (match) => match[1] ?? '',
  );
  return refs.length === 0 ? value : { type: 'expr', text: value.text, refs, at: value.at };
}
