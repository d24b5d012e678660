import { at, type DataNode, entries, items } from '../../model/document.ts';
import type { SourceRange } from '../../model/source.ts';
import { scalarNode } from '../../recognize/resource/template-settings.ts';
import {
  type Evaluated,
  type Evaluation,
  mappingValue,
  refsOf,
  textOfValue,
  unresolved,
  withPlace,
} from './evaluation.ts';

interface Call {
  readonly run: Evaluation;
  readonly argument: DataNode;
  /** The whole call. */
  readonly at: SourceRange;
  readonly read: (node: DataNode) => Evaluated;
}

/** Longest text that is put together. */
const MAX_TEXT = 20_000;

/**
 * The functions whose results a template decides; all others, like `ImportValue` and `GetAZs`, ask the account.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html (read 2026-11-21)
 */
export const functions: Readonly<Record<string, (call: Call) => Evaluated>> = {
  Ref: reference,
  GetAtt: attribute,
  Sub: substitute,
  FindInMap: find,
  Join: join,
  Select: select,
  Split: split,
};

function reference({ run, argument, at: where }: Call): Evaluated {
  if (argument.type !== 'scalar') return unresolved(run, where);
  const name = argument.text;
  if (name === 'AWS::NoValue') return null;
  const value = run.values.get(name);
  if (value !== undefined) return withPlace(value, where);
  return unresolved(run, where, run.logicalIds.has(name) ? [name] : []);
}

function attribute({ run, argument, at: where }: Call): Evaluated {
  const first = argument.type === 'list' ? argument.items[0] : argument;
  const path = first?.type === 'scalar' ? first.text : '';
  const id = path.split('.')[0] ?? '';
  return unresolved(run, where, run.logicalIds.has(id) ? [path] : []);
}

function substitute({ run, argument, at: where, read }: Call): Evaluated {
  const [template, extra] = argument.type === 'list' ? argument.items : [argument];
  if (template?.type !== 'scalar') return unresolved(run, where);
  const given = new Map(entries(extra).map(({ key, value }) => [key, value]));
  const refs: string[] = [];
  let isKnown = true;
  const text = template.text.replace(
    /\$\{(!?)([^{}]{0,200})\}/g,
    (_, literal: string, raw: string) => {
      const name = raw.trim();
      if (literal === '!') return `\${${name}}`;
      const own = given.get(name);
      const value = own === undefined ? (run.values.get(name) ?? null) : read(own);
      const known = textOfValue(value);
      if (known !== undefined) return known;
      isKnown = false;
      refs.push(...refsOf(value));
      if (run.logicalIds.has(name.split('.')[0] ?? '')) refs.push(name);
      return '';
    },
  );
  if (!isKnown || text.length > MAX_TEXT) return unresolved(run, where, refs);
  return scalarNode(text, where);
}

function find({ run, argument, at: where, read }: Call): Evaluated {
  const [map, first, second, options] = items(argument);
  if (map === undefined || first === undefined || second === undefined)
    return unresolved(run, where);
  const [name, one, two] = [map, first, second].map((node) => textOfValue(read(node)));
  if (name === undefined || two === undefined) return unresolved(run, where);
  const found = mappingValue(run, name, one, two) ?? at(options, 'DefaultValue');
  return found === undefined ? unresolved(run, where) : withPlace(read(found), where);
}

function join({ run, argument, at: where, read }: Call): Evaluated {
  const [glue, list] = items(argument);
  if (glue?.type !== 'scalar' || list === undefined) return unresolved(run, where);
  const values = read(list);
  if (values?.type !== 'list') return unresolved(run, where, refsOf(values));
  const texts = values.items.map(textOfValue);
  if (texts.includes(undefined)) return unresolved(run, where, values.items.flatMap(refsOf));
  const text = texts.join(glue.text);
  return text.length > MAX_TEXT ? unresolved(run, where) : scalarNode(text, where);
}

function select({ run, argument, at: where, read }: Call): Evaluated {
  const [position, list] = items(argument);
  if (position === undefined || list === undefined) return unresolved(run, where);
  const index = Number(textOfValue(read(position)) ?? Number.NaN);
  const values = read(list);
  const found = values?.type === 'list' ? values.items[index] : undefined;
  return found === undefined ? unresolved(run, where, refsOf(values)) : withPlace(found, where);
}

function split({ run, argument, at: where, read }: Call): Evaluated {
  const [glue, whole] = items(argument);
  const text = whole === undefined ? undefined : textOfValue(read(whole));
  if (glue?.type !== 'scalar' || glue.text === '' || text === undefined)
    return unresolved(run, where);
  return {
    type: 'list',
    items: text.split(glue.text).map((part) => scalarNode(part, where)),
    at: where,
  };
}
