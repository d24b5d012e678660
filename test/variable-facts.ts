import { randomBytes } from 'node:crypto';
import { createKnowledge } from '../src/engine/knowledge.ts';
import type { DataNode } from '../src/model/document.ts';
import type {
  Credential,
  DataStore,
  EntityKey,
  Fact,
  Relation,
  RelationName,
} from '../src/model/fact.ts';
import { entityKey } from '../src/model/fact.ts';
import { filePath } from '../src/model/source.ts';
import { pack as prismaPostgres } from '../src/providers/prisma-postgres/pack.ts';
import { pack as railway } from '../src/providers/railway/pack.ts';
import { pack as supabase } from '../src/providers/supabase/pack.ts';
import { factsOfVariable } from '../src/recognize/credential/variable.ts';
import { ofKind, relationsOf } from './facts-of-kind.ts';

const knowledge = createKnowledge([railway, supabase, prismaPostgres], randomBytes(32));

/** Where the pair of {@link variableFacts} stands. */
export interface VariablePlace {
  readonly file?: string;
  readonly environment?: EntityKey | null;
  readonly comment?: string;
  /** Text of the file around the pair. */
  readonly around?: string;
}

/** Facts of one `NAME=value` line; a value with `${{` becomes an expression. */
export function variableFacts(line: string, options: VariablePlace = {}): readonly Fact[] {
  const file = filePath(options.file ?? '.env');
  const text = `${options.around ?? ''}${line}`;
  const start = options.around?.length ?? 0;
  const equals = line.indexOf('=');
  const name = line.slice(0, equals);
  const value = line.slice(equals + 1);
  const at = { file, start: start + equals + 1, end: start + line.length };
  const node: Extract<DataNode, { type: 'scalar' | 'expr' }> = value.includes('${{')
    ? { type: 'expr', text: value, refs: value.match(/secrets\.\w+/g) ?? [], at }
    : { type: 'scalar', value, text: value, map: [[0, at.start]], at };
  return factsOfVariable(
    {
      name,
      value: node,
      keyAt: { file, start, end: start + equals },
      document: { file, text },
      environment:
        options.environment === undefined ? entityKey(`environment:${file}`) : options.environment,
      collector: 'test',
      comment: options.comment ?? null,
    },
    knowledge,
  );
}

/** The first credential among the facts. */
export function credentialIn(made: readonly Fact[]): Credential | undefined {
  return ofKind(made, 'Credential')[0];
}

/** The first store among the facts. */
export function storeIn(made: readonly Fact[]): DataStore | undefined {
  return ofKind(made, 'DataStore')[0];
}

/** The first relation of a name among the facts. */
export function relationIn(made: readonly Fact[], rel: RelationName): Relation | undefined {
  return relationsOf(made, rel)[0];
}
