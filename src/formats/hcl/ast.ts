import type { EmbeddedText } from '../../model/document.ts';

/** Half-open range of UTF-16 offsets into the text that was read. */
interface Placed {
  readonly start: number;
  readonly end: number;
}

/** A string without templates, a number, `true`, `false` or `null`. A bare object key is a string too. */
export interface LiteralExpression extends Placed {
  readonly kind: 'literal';
  readonly value: string | number | boolean | null;
  /** The value as text, unescaped, with the way back to the source. */
  readonly content: EmbeddedText;
}

/** A quoted string or here-document with templates in it. One that is a single interpolation has the type of that expression. */
export interface TemplateExpression extends Placed {
  readonly kind: 'template';
  readonly parts: readonly TemplatePart[];
}

/** `${ … }` */
export interface Interpolation extends Placed {
  readonly kind: 'interpolation';
  readonly value: Expression;
}

/** `%{ if … } … %{ else } … %{ endif }` */
export interface IfDirective extends Placed {
  readonly kind: 'if-directive';
  readonly condition: Expression;
  readonly whenTrue: readonly TemplatePart[];
  readonly whenFalse: readonly TemplatePart[];
}

/** `%{ for … in … } … %{ endfor }` */
export interface ForDirective extends Placed {
  readonly kind: 'for-directive';
  readonly keyName: string | null;
  readonly valueName: string;
  readonly collection: Expression;
  readonly body: readonly TemplatePart[];
}

/** Piece of a template, in source order; trim markers and the indentation of `<<-` are already applied to its literals. */
export type TemplatePart = LiteralExpression | Interpolation | IfDirective | ForDirective;

/** `[a, b]` */
export interface TupleExpression extends Placed {
  readonly kind: 'tuple';
  readonly items: readonly Expression[];
}

export interface ObjectItem {
  readonly key: Expression;
  readonly value: Expression;
}

/** `{ a = 1, "b" : 2 }` */
export interface ObjectExpression extends Placed {
  readonly kind: 'object';
  readonly items: readonly ObjectItem[];
}

/** The first name of a reference: `var`, `local`, `aws_db_instance`, or a name a `for` binds. */
export interface VariableExpression extends Placed {
  readonly kind: 'variable';
  readonly name: string;
}

/** One step into a value; ranges start at the dot or bracket. */
export type Step =
  | (Placed & { readonly kind: 'attribute'; readonly name: string })
  | (Placed & { readonly kind: 'index'; readonly key: Expression })
  /** `[*]` or `.*`: `each` is applied to every item, what follows this step to the resulting list. */
  | (Placed & { readonly kind: 'splat'; readonly each: readonly Step[] });

/** `source.a[0]`, at least one step. */
export interface TraversalExpression extends Placed {
  readonly kind: 'traversal';
  readonly source: Expression;
  readonly steps: readonly Step[];
}

/** `name(a, b)`; a provider's function is named `provider::aws::arn_parse`. */
export interface CallExpression extends Placed {
  readonly kind: 'call';
  readonly name: string;
  readonly args: readonly Expression[];
  /** The last argument is followed by `...` and stands for many. */
  readonly isExpanded: boolean;
}

/** `condition ? whenTrue : whenFalse` */
export interface ConditionalExpression extends Placed {
  readonly kind: 'conditional';
  readonly condition: Expression;
  readonly whenTrue: Expression;
  readonly whenFalse: Expression;
}

/** `[for k, v in c : value if condition]` or `{for k, v in c : key => value... if condition}` */
export interface ForExpression extends Placed {
  readonly kind: 'for';
  readonly keyName: string | null;
  readonly valueName: string;
  readonly collection: Expression;
  /** `null` where a tuple is built. */
  readonly key: Expression | null;
  readonly value: Expression;
  readonly condition: Expression | null;
  readonly isGrouped: boolean;
}

export interface UnaryExpression extends Placed {
  readonly kind: 'unary';
  readonly operator: '-' | '!';
  readonly operand: Expression;
}

export type BinaryOperator =
  | '||'
  | '&&'
  | '=='
  | '!='
  | '<'
  | '<='
  | '>'
  | '>='
  | '+'
  | '-'
  | '*'
  | '/'
  | '%';

export interface BinaryExpression extends Placed {
  readonly kind: 'binary';
  readonly operator: BinaryOperator;
  readonly left: Expression;
  readonly right: Expression;
}

/** `( … )` */
export interface GroupExpression extends Placed {
  readonly kind: 'group';
  readonly inner: Expression;
}

export type Expression =
  | LiteralExpression
  | TemplateExpression
  | TupleExpression
  | ObjectExpression
  | VariableExpression
  | TraversalExpression
  | CallExpression
  | ConditionalExpression
  | ForExpression
  | UnaryExpression
  | BinaryExpression
  | GroupExpression;
