import { at, type DataEntry, type DataNode, type ExprNode, entries } from '../../model/document.ts';
import { variableName } from '../credential/inline-secrets.ts';
import type { ActionStep } from './step.ts';

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

/** Inputs of an action under the names that variables of that meaning have. */
export function inputVariables(step: ActionStep): readonly DataEntry[] {
  return entries(step.inputs).map((input) => ({ ...input, key: variableName(input.key) }));
}

/** A login by secrets, or by a role that the job becomes; none for any other action. */
export function loginVariables(step: ActionStep): readonly DataEntry[] {
  const login = Object.hasOwn(logins, step.name) ? logins[step.name] : undefined;
  if (login === undefined) return [];
  const role = at(step.inputs, login.input);
  const entry = entries(step.inputs).find(({ key }) => key === login.input);
  const isRole = role !== undefined && entry !== undefined;
  // A role is named, and no secret: whoever runs in the job is it.
  const become: readonly DataEntry[] = isRole
    ? [{ ...entry, key: login.variable, value: reference(role, login.variable) }]
    : [];
  return [...inputVariables(step).filter(({ value }) => isSecret(value)), ...become];
}

/** Whether a value comes out of the secrets of the repository. */
export function isSecret(value: DataNode): boolean {
  return value.type === 'scalar' && /\bsecrets\./.test(value.text);
}

function reference(node: DataNode, name: string): ExprNode {
  return { type: 'expr', text: `\${${name}}`, refs: [name], at: node.at };
}
