import type { SourceRange } from '../../model/source.ts';
import type { Run } from './run.ts';
import {
  type ListVal,
  type ObjectVal,
  type PlainVal,
  plainVal,
  truthOf,
  unknownVal,
  type Val,
} from './value.ts';

/** Items that a method walks over. */
const MAX_ITEMS = 200;

/** Methods that every program has; `undefined` for those of others. */
export function callMethod(
  run: Run,
  object: Val,
  key: string,
  args: readonly Val[],
  at: SourceRange,
): Val | undefined {
  switch (object.kind) {
    case 'list':
      return listMethod(run, object, key, args, at);
    case 'plain':
      return typeof object.value === 'string' ? textMethod(object.value, key, args, at) : undefined;
    case 'instance': {
      const own = object.methods.get(key) ?? object.fields.get(key);
      return own === undefined ? run.host.called(object, key, args) : undefined;
    }
    case 'unknown':
      return object.name === 'Object'
        ? objectFunction(key, args, at)
        : (run.host.called(object, key, args) ?? (key === 'toString' ? object : undefined));
    case 'call':
    case 'outer':
      return run.host.called(object, key, args);
    case 'object':
    case 'closure':
    case 'class':
      return undefined;
  }
}

function listMethod(
  run: Run,
  list: ListVal,
  key: string,
  args: readonly Val[],
  at: SourceRange,
): Val | undefined {
  const [first] = args;
  switch (key) {
    case 'push':
      if (list.items.length < 5000) list.items.push(...args);
      if (run.doubt > 0) list.isOpen = true;
      return unknownVal(at);
    case 'forEach':
    case 'map':
    case 'flatMap':
    case 'filter':
    case 'find':
      return first === undefined ? undefined : walk(run, list, key, first, at);
    case 'includes':
      return includes(list, first, at);
    case 'join': {
      const texts = list.items.map((item) => (item.kind === 'plain' ? String(item.value) : null));
      const glue = first?.kind === 'plain' ? String(first.value) : ',';
      return list.isOpen || texts.includes(null) || texts.length > 1000
        ? unknownVal(at)
        : plainVal(texts.join(glue), at);
    }
    case 'concat':
      return {
        ...list,
        items: [...list.items, ...args.flatMap((arg) => (arg.kind === 'list' ? arg.items : [arg]))],
      };
    default:
      return undefined;
  }
}

function walk(run: Run, list: ListVal, key: string, callback: Val, at: SourceRange): Val {
  const items = list.isOpen ? [unknownVal(at)] : list.items.slice(0, MAX_ITEMS);
  if (list.isOpen) run.doubt += 1;
  const results = items.map((item, index) =>
    run.callValue(callback, [item, plainVal(index, at)], at),
  );
  if (list.isOpen) run.doubt -= 1;
  const { isOpen } = list;
  switch (key) {
    case 'map':
      return { kind: 'list', items: results, isOpen, at };
    case 'flatMap':
      return {
        kind: 'list',
        items: results.flatMap((one) => (one.kind === 'list' ? one.items : [one])),
        isOpen,
        at,
      };
    case 'filter':
    case 'find': {
      const truths = results.map(truthOf);
      if (isOpen || truths.includes(undefined)) return unknownVal(at);
      const kept = items.filter((_, index) => truths[index] === true);
      return key === 'filter'
        ? { kind: 'list', items: kept, isOpen, at }
        : (kept[0] ?? plainVal(undefined, at));
    }
    default:
      return plainVal(undefined, at);
  }
}

function includes(list: ListVal, wanted: Val | undefined, at: SourceRange): Val {
  if (wanted?.kind !== 'plain') return unknownVal(at);
  if (list.items.some((item) => item.kind === 'plain' && item.value === wanted.value))
    return plainVal(true, at);
  const isKnown = !list.isOpen && list.items.every((item) => item.kind === 'plain');
  return isKnown ? plainVal(false, at) : unknownVal(at);
}

function textMethod(
  text: string,
  key: string,
  args: readonly Val[],
  at: SourceRange,
): Val | undefined {
  const given = args.map((arg) => (arg.kind === 'plain' ? arg.value : undefined));
  const [first, second] = given;
  if (args.length !== given.filter((value) => value !== undefined).length) return unknownVal(at);
  if (key === 'split' && typeof first === 'string') {
    const items = text.split(first, 1000).map((part) => plainVal(part, at));
    return { kind: 'list', items, isOpen: false, at };
  }
  const result = textResult(text, key, first, second);
  return result === undefined ? unknownVal(at) : plainVal(result, at);
}

function textResult(
  text: string,
  key: string,
  first: PlainVal['value'],
  second: PlainVal['value'],
): PlainVal['value'] {
  switch (key) {
    case 'toLowerCase':
      return text.toLowerCase();
    case 'toUpperCase':
      return text.toUpperCase();
    case 'trim':
      return text.trim();
    case 'toString':
      return text;
    case 'startsWith':
      return typeof first === 'string' ? text.startsWith(first) : undefined;
    case 'endsWith':
      return typeof first === 'string' ? text.endsWith(first) : undefined;
    case 'includes':
      return typeof first === 'string' ? text.includes(first) : undefined;
    case 'charAt':
      return typeof first === 'number' ? text.charAt(first) : undefined;
    case 'slice':
    case 'substring':
      return typeof first === 'number'
        ? text.slice(first, typeof second === 'number' ? second : undefined)
        : undefined;
    case 'replace':
    case 'replaceAll':
      return typeof first === 'string' && typeof second === 'string' && first !== ''
        ? text.split(first, 1000).join(second).slice(0, 10_000)
        : undefined;
    default:
      return undefined;
  }
}

function objectFunction(key: string, args: readonly Val[], at: SourceRange): Val | undefined {
  const [first] = args;
  if (key === 'freeze') return first;
  if (first?.kind !== 'object') return unknownVal(at);
  const list = (items: Val[]): ListVal => ({ kind: 'list', items, isOpen: first.isOpen, at });
  switch (key) {
    case 'keys':
      return list([...first.props.keys()].map((name) => plainVal(name, at)));
    case 'values':
      return list([...first.props.values()].map(({ value }) => value));
    case 'entries':
      return list(
        [...first.props].map(([name, { value }]) => ({
          kind: 'list' as const,
          items: [plainVal(name, at), value],
          isOpen: false,
          at,
        })),
      );
    case 'assign':
      return merged(first, args.slice(1));
    default:
      return unknownVal(at);
  }
}

function merged(first: ObjectVal, others: readonly Val[]): Val {
  const props = new Map(first.props);
  let { isOpen } = first;
  for (const other of others) {
    if (other.kind === 'object')
      for (const [key, property] of other.props) props.set(key, property);
    if (other.kind !== 'object' || other.isOpen) isOpen = true;
  }
  return { ...first, props, isOpen };
}
