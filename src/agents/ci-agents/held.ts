import type { DataEntry, ExprNode, ScalarNode } from '../../model/document.ts';
import type { Credential, EntityKey, Fact } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import { factsOfVariable } from '../../recognize/credential/variable.ts';
import { inputVariables, loginVariables } from '../../recognize/workflow/login.ts';
import type { ActionStep, Step } from '../../recognize/workflow/step.ts';
import type { Job } from './job.ts';

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
    ...(step.type === 'action' ? inputVariables(step) : []),
    ...earlier.flatMap(loginVariables),
  ];
  return pairs.flatMap((pair) => factsOf(pair, job, agent, knowledge));
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
