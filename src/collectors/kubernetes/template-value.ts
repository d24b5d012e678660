import { at, type DataNode } from '../../model/document.ts';
import { text } from './object.ts';

/** What the templates of a chart are filled with. */
export interface ChartValues {
  readonly values: DataNode | undefined;
  /** Name of the chart, which stands for that of its release too: who installs it chooses that one. */
  readonly name: string;
}

/** What an expression of a template comes to: a node of the values, a text, nothing (`null`), or what nobody can know (`undefined`). */
export type Evaluated = DataNode | string | boolean | null | undefined;

const maxLength = 400;
const maxDepth = 8;

/** Evaluates the body of one directive, as far as names, literals and the plainest functions go. */
export function evaluated(body: string, chart: ChartValues, depth = 0): Evaluated {
  if (body.length > maxLength || depth > maxDepth) return undefined;
  const [first = '', ...pipes] = splitAt(body.trim(), '|');
  let value = called(words(first), chart, depth);
  for (const pipe of pipes) {
    const [name = '', ...rest] = words(pipe);
    value = applied(name, [...rest.map((word) => operand(word, chart, depth)), value]);
  }
  return value;
}

/** Whether a condition holds: `undefined` where nobody can know. */
export function isTruthy(value: Evaluated): boolean | undefined {
  if (value === undefined) return undefined;
  if (value === null || value === false || value === '') return false;
  if (typeof value === 'string' || value === true) return true;
  switch (value.type) {
    case 'scalar':
      return !(
        value.value === null ||
        value.value === false ||
        value.value === 0 ||
        value.text === ''
      );
    case 'map':
      return value.entries.length > 0;
    case 'list':
      return value.items.length > 0;
    case 'expr':
      return undefined;
  }
}

function called(parts: readonly string[], chart: ChartValues, depth: number): Evaluated {
  const [name = '', ...rest] = parts;
  if (rest.length === 0) return operand(name, chart, depth);
  return applied(
    name,
    rest.map((word) => operand(word, chart, depth)),
  );
}

function operand(word: string, chart: ChartValues, depth: number): Evaluated {
  if (word.startsWith('(') && word.endsWith(')')) {
    return evaluated(word.slice(1, -1), chart, depth + 1);
  }
  const quoted = /^(?:"([^"\\]*)"|`([^`]*)`)$/.exec(word);
  if (quoted !== null) return quoted[1] ?? quoted[2] ?? '';
  if (word === 'true' || word === 'false') return word === 'true';
  if (/^\d{1,9}$/.test(word)) return word;
  const path = /^\$?\.Values\.([\w.]+)$/.exec(word)?.[1];
  if (path !== undefined) {
    const found = at(chart.values, ...path.split('.'));
    if (found === undefined || (found.type === 'scalar' && found.value === null)) return null;
    return found.type === 'expr' ? undefined : found;
  }
  return /^\$?\.(?:Release|Chart)\.Name$/.test(word) ? chart.name : undefined;
}

function applied(name: string, operands: readonly Evaluated[]): Evaluated {
  const last = operands.at(-1);
  switch (name) {
    case 'quote':
    case 'squote':
    case 'toString':
    case 'toYaml':
    case 'nindent':
    case 'indent':
    case 'trim':
      return last;
    case 'default': {
      const holds = isTruthy(last);
      return holds === undefined ? undefined : holds ? last : operands[0];
    }
    case 'required':
      return last;
    case 'not': {
      const holds = isTruthy(last);
      return holds === undefined ? undefined : !holds;
    }
    case 'and':
    case 'or':
      return joined(operands, name === 'or');
    case 'eq':
    case 'ne': {
      const [left, right] = operands.map(asText);
      if (left === undefined || right === undefined) return undefined;
      return (left === right) === (name === 'eq');
    }
    case 'printf':
      return formatted(operands);
    default:
      return undefined;
  }
}

/** One operand that decides is enough, whatever the others are. */
function joined(operands: readonly Evaluated[], deciding: boolean): Evaluated {
  const states = operands.map(isTruthy);
  if (states.includes(deciding)) return deciding;
  return states.includes(undefined) ? undefined : !deciding;
}

function formatted([format, ...rest]: readonly Evaluated[]): Evaluated {
  const pattern = asText(format);
  const texts = rest.map(asText);
  if (pattern === undefined || texts.includes(undefined)) return undefined;
  let next = 0;
  return pattern.replace(/%[sd]/g, () => texts[next++] ?? '');
}

/** A value as it is printed; `undefined` for what has no text of one line. */
export function asText(value: Evaluated): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return String(value);
  return value.type === 'scalar' ? (text(value) ?? '') : undefined;
}

/** Words of a call; a quoted text and a bracketed call are one word each. */
function words(call: string): readonly string[] {
  return splitAt(call.trim(), ' ').filter((word) => word !== '');
}

function splitAt(source: string, separator: string): readonly string[] {
  const parts: string[] = [];
  let open = 0;
  let quote = '';
  let start = 0;
  for (let position = 0; position < source.length; position += 1) {
    const char = source.charAt(position);
    if (quote !== '') {
      if (char === quote) quote = '';
    } else if (char === '"' || char === '`') quote = char;
    else if (char === '(') open += 1;
    else if (char === ')') open -= 1;
    else if (char === separator && open === 0) {
      parts.push(source.slice(start, position));
      start = position + 1;
    }
  }
  parts.push(source.slice(start));
  return parts;
}
