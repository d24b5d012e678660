import type { SourceRange } from '../../model/source.ts';

/** An expression of Bicep, or of the bracketed texts in its JSON form. */
export type Expression =
  | {
      readonly type: 'literal';
      readonly value: string | number | boolean | null;
      readonly at: SourceRange;
    }
  | { readonly type: 'text'; readonly parts: readonly Expression[]; readonly at: SourceRange }
  | { readonly type: 'name'; readonly name: string; readonly at: SourceRange }
  | {
      readonly type: 'member';
      readonly of: Expression;
      readonly key: Expression;
      readonly at: SourceRange;
    }
  | {
      readonly type: 'call';
      /** Of what it is a method: a namespace, a resource. */
      readonly of: Expression | null;
      readonly name: string;
      readonly args: readonly Expression[];
      readonly at: SourceRange;
    }
  | { readonly type: 'array'; readonly items: readonly Expression[]; readonly at: SourceRange }
  | ObjectExpression
  | {
      readonly type: 'operation';
      readonly operator: string;
      readonly operands: readonly Expression[];
      readonly at: SourceRange;
    }
  | {
      readonly type: 'loop';
      /** Item, and position where it is asked for. */
      readonly names: readonly string[];
      readonly over: Expression;
      readonly body: Expression;
      readonly at: SourceRange;
    }
  | {
      readonly type: 'if';
      readonly condition: Expression;
      readonly body: Expression;
      readonly at: SourceRange;
    }
  | { readonly type: 'unread'; readonly at: SourceRange };

export interface ObjectExpression {
  readonly type: 'object';
  readonly entries: readonly ObjectEntry[];
  /** Resources that are declared inside of a resource. */
  readonly nested: readonly Statement[];
  readonly at: SourceRange;
}

export interface ObjectEntry {
  readonly key: Expression;
  readonly value: Expression;
}

/** One declaration. */
export interface Statement {
  readonly kind: 'param' | 'var' | 'resource' | 'module' | 'using';
  readonly name: string;
  /** Header of the declaration: its kind, its name and its type. */
  readonly at: SourceRange;
  /** Type of a resource without its version, path of a module or of the file that is used. */
  readonly target: string;
  readonly isExisting: boolean;
  /** `null`: a parameter without default. */
  readonly value: Expression | null;
}
