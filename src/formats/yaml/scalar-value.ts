const NULLS = new Set(['', '~', 'null', 'Null', 'NULL']);
const TRUES = new Set(['true', 'True', 'TRUE']);
const FALSES = new Set(['false', 'False', 'FALSE']);
const INTEGER = /^(?:0o[0-7]+|0x[0-9a-fA-F]+|[-+]?[0-9]+)$/;
const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
const INFINITY = /^[-+]?\.(?:inf|Inf|INF)$/;
const NAN = /^\.(?:nan|NaN|NAN)$/;
/** First characters of everything below; most text fails here. */
const CANDIDATE = /^(?:[-+.0-9~nNtTfF]|$)/;

/**
 * Type of a plain scalar in the core schema of YAML 1.2: `yes`, `on` and `017` are not what they are in 1.1.
 * @see https://yaml.org/spec/1.2.2/#1032-tag-resolution
 */
export function plainValue(text: string): string | number | boolean | null {
  if (!CANDIDATE.test(text)) return text;
  if (NULLS.has(text)) return null;
  if (TRUES.has(text)) return true;
  if (FALSES.has(text)) return false;
  return numberValue(text) ?? text;
}

/** Value of a scalar with one of YAML's own tags; text that does not fit its tag stays text. */
export function taggedValue(type: string, text: string): string | number | boolean | null {
  switch (type) {
    case 'null':
      return null;
    case 'bool':
      return TRUES.has(text) ? true : FALSES.has(text) ? false : text;
    case 'int':
    case 'float':
      return numberValue(text) ?? text;
    default:
      return text;
  }
}

function numberValue(text: string): number | undefined {
  if (INTEGER.test(text) || FLOAT.test(text)) return Number(text);
  if (INFINITY.test(text)) return text.startsWith('-') ? -Infinity : Infinity;
  return NAN.test(text) ? Number.NaN : undefined;
}
