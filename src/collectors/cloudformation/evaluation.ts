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
  /** Conditions and mappings as they are written, by name: a large template asks for each of them often. */
  readonly declared: { readonly conditions: NodesByName; readonly mappings: NodesByName };
  /** `undefined` while it is being decided and where it cannot be. */
  readonly conditions: Map<string, boolean | undefined>;
  steps: number;
}

type NodesByName = ReadonlyMap<string, DataNode>;

/** `null`: the property is left out (`AWS::NoValue`). */
export type Evaluated = DataNode | null;

export function newEvaluation(
  template: Template,
  values: ReadonlyMap<string, DataNode>,
): Evaluation {
  const logicalIds = new Set(template.resources.map(({ key }) => key));
  const declared = {
    conditions: byName(at(template.root, 'Conditions')),
    mappings: byName(at(template.root, 'Mappings')),
  };
  return { template, values, logicalIds, declared, conditions: new Map(), steps: 0 };
}

function byName(node: DataNode | undefined): NodesByName {
  return new Map(entries(node).map(({ key, value }) => [key, value]));
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
  const map = run.declared.mappings.get(mapping);
  if (first !== undefined) return at(map, first, second);
  run.steps += entries(map).length;
  const [one, ...others] = entries(map).map(({ value }) => at(value, second));
  if (one?.type !== 'scalar') return undefined;
  const agrees = others.every((other) => other?.type === 'scalar' && other.text === one.text);
  return agrees ? one : undefined;
}
