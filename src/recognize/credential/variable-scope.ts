import type { ExprNode, ScalarNode } from '../../model/document.ts';
import type { Binding, EntityKey, Environment, Relation, Tier } from '../../model/fact.ts';
import { entityKey } from '../../model/fact.ts';
import type { SourceRange } from '../../model/source.ts';
import { tierOf, tierOfPath } from '../tier.ts';
import type { SourceText } from './credential.ts';

/** One NAME=value pair of any dialect. */
export interface Variable {
  readonly name: string;
  readonly value: ScalarNode | ExprNode;
  readonly keyAt: SourceRange;
  readonly document: SourceText;
  /** The environment these variables belong to, `null` where the file does not stand for one. */
  readonly environment: EntityKey | null;
  readonly collector: string;
  /** Comment before or beside the pair, read for a stated purpose. */
  readonly comment: string | null;
}

/** The environment a variable speaks of, and the facts that declare it where it is not the file's own. */
export interface VariableScope {
  readonly environment: EntityKey | null;
  readonly declared: readonly Environment[];
  readonly tier: Tier | null;
}

/** `PROD_DATABASE_URL` in a plain `.env` speaks of production, whatever the file is. */
export function scopeOf(variable: Variable): VariableScope {
  const { document, environment, name } = variable;
  const own = tierOfPath(document.file);
  const tier = tierOf(name);
  if (environment === null || tier === null || tier === 'unknown' || tier === own) {
    return { environment, declared: [], tier: own };
  }
  const key = entityKey(`${environment}#${tier}`);
  const declared: Environment = {
    kind: 'Environment',
    key,
    aliases: [],
    name: `${tier} in ${document.file}`,
    at: variable.keyAt,
    collector: variable.collector,
    implied: false,
    confidence: 'medium',
    tier,
  };
  return { environment: key, declared: [declared], tier };
}

/** The relation between an environment and a credential it carries. */
export function holds(
  environment: EntityKey,
  credential: EntityKey,
  name: string,
  at: SourceRange,
): Relation {
  return {
    kind: 'Relation',
    rel: 'holds',
    from: environment,
    to: credential,
    actions: [],
    because: `${name} is set there`,
    at,
    confidence: 'high',
  };
}

/** "In this environment, variable NAME holds that entity." */
export function binding(
  variable: string,
  entity: EntityKey,
  environment: EntityKey | null,
  at: SourceRange,
): Binding {
  return { kind: 'Binding', variable, entity, environment, at };
}
