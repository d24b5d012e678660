import type { Credential, Fact } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import { credentialFact, credentialKind } from './credential.ts';
import { variableName } from './inline-secrets.ts';
import { secretForm } from './secret-value.ts';
import { factsOfVariable } from './variable.ts';
import { binding, holds, type Variable } from './variable-scope.ts';

/**
 * {@link factsOfVariable} for files that write names their own way: `railway_api_token`, `railwayApiToken`. What the name is as an environment variable
 * decides the kind; the fact keeps the name as it stands in the file. Only literals count: a name of a program's own choosing proves no reference.
 */
export function factsOfAnyCase(variable: Variable, knowledge: Knowledge): readonly Fact[] {
  const made = factsOfVariable(variable, knowledge);
  if (made.length > 0) return made;
  const credential = renamed(variable, knowledge);
  if (credential === null) return [];
  const { environment, name } = variable;
  const bound = binding(name, credential.key, environment, credential.at);
  if (environment === null) return [credential, bound];
  return [credential, holds(environment, credential.key, name, credential.at), bound];
}

function renamed(variable: Variable, knowledge: Knowledge): Credential | null {
  const { value, keyAt, name } = variable;
  if (value.type !== 'scalar' || secretForm(value.text) !== 'literal') return null;
  const upper = variableName(name.replace(/([a-z0-9])([A-Z])/g, '$1_$2'));
  const kind = credentialKind([upper], value.text, variable.document, knowledge);
  if (kind === null) return null;
  const start = Math.min(keyAt.start, value.at.start);
  const end = Math.max(keyAt.end, value.at.end);
  return credentialFact(
    {
      ...variable,
      kind,
      value: value.text,
      nameStart: keyAt.start,
      at: { file: keyAt.file, start, end },
    },
    knowledge,
  );
}
