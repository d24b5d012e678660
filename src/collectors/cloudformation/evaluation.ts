import { at, type DataNode, entries } from '../../model/document.ts';
import type { SourceRange } from '../../model/source.ts';
import { scalarNode } from '../../recognize/resource/template-settings.ts';
import type { Template } from './template.ts';

/** One evaluation of a template: its parameters have the values of one environment. */
export interface Evaluation {
  readonly template: Template;
  /** Values of parameters and pseudo parameters; what is missing is unknown. */
  readonly values: ReadonlyMap<string, DataNode>;
  readonly logicalIds: ReadonlySet<string>;
  /** `undefined` while it is being decided and where it cannot be. */
  readonly conditions: Map<string, boolean | undefined>;
  steps: number;
}

/** `null`: the property is left out (`AWS::NoValue`). */
export type Evaluated = DataNode | null;

export function newEvaluation(
  template: Template,
  values: ReadonlyMap<string, DataNode>,
): Evaluation {
  const logicalIds = new Set(template.resources.map(({ key }) => key));
  return { template, values, logicalIds, conditions: new Map(), steps: 0 };
}

/** A scalar at the place where it was asked for: that is what a reader changes. */
export function withPlace(value: Evaluated, where: SourceRange): Evaluated {
  return value?.type === 'scalar' ? scalarNode(value.value, where) : value;
}

/** Something that the template alone does not decide. */
export function unresolved(
  run: Evaluation,
  where: SourceRange,
  refs: readonly string[] = [],
): DataNode {
  const whole = run.template.textOf(where.file);
  const text = whole.slice(where.start, Math.min(where.end, where.start + 200));
  return { type: 'expr', text, refs, at: where };
}

/** Resources that a value refers to. */
export function refsOf(value: Evaluated): readonly string[] {
  return value?.type === 'expr' ? value.refs : [];
}

/** Text of a value that is known whole. */
export function textOfValue(value: Evaluated): string | undefined {
  return value?.type === 'scalar' ? value.text : undefined;
}

/** What a mapping holds for two keys; where the first is unknown, what all of them agree on. */
export function mappingValue(
  run: Evaluation,
  mapping: string,
  first: string | undefined,
  second: string,
): DataNode | undefined {
  const map = at(run.template.root, 'Mappings', mapping);
  if (first !== undefined) return at(map, first, second);
  const [one, ...others] = entries(map).map(({ value }) => at(value, second));
  if (one?.type !== 'scalar') return undefined;
  const agrees = others.every((other) => other?.type === 'scalar' && other.text === one.text);
  return agrees ? one : undefined;
}
