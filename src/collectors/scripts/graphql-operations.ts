import { type DocumentNode, type FieldNode, parse } from 'graphql';
import type { LiteralText } from './literal-text.ts';

/** A top-level field of a mutation. Offsets are into the file. */
export interface MutationField {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly arguments: readonly MutationArgument[];
}

/** An argument as the document gives it: a literal (a blanked one counts as none), or the name of the GraphQL variable it takes. */
export interface MutationArgument {
  readonly name: string;
  readonly literal: string | null;
  readonly variable: string | null;
}

/** The mutations a string holds. Strings that only look like GraphQL have none. */
export function mutationFields(literal: LiteralText): readonly MutationField[] {
  if (!literal.text.includes('mutation')) return [];
  const document = parseSilently(literal.text);
  if (document === undefined) return [];
  return document.definitions
    .flatMap((definition) =>
      definition.kind === 'OperationDefinition' && definition.operation === 'mutation'
        ? definition.selectionSet.selections
        : [],
    )
    .flatMap((selection) =>
      selection.kind === 'Field' ? [fieldOf(selection, literal.start)] : [],
    );
}

function parseSilently(text: string): DocumentNode | undefined {
  try {
    return parse(text, { maxTokens: 20_000 });
  } catch {
    // Not GraphQL, which is the usual case for a string with the word "mutation" in it.
    return undefined;
  }
}

function fieldOf(field: FieldNode, base: number): MutationField {
  return {
    name: field.name.value,
    start: base + (field.name.loc?.start ?? 0),
    end: base + (field.name.loc?.end ?? 0),
    arguments: (field.arguments ?? []).map(({ name, value }) => ({
      name: name.value,
      literal: value.kind === 'StringValue' && !/^_*$/.test(value.value) ? value.value : null,
      variable: value.kind === 'Variable' ? value.name.value : null,
    })),
  };
}
