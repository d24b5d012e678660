import { type Document, isMap, isScalar, isSeq, parseDocument, type YAMLMap } from 'yaml';

type Plain = string | boolean;

/** The value of a top-level key, `undefined` where there is none, or no single value. */
export function yamlValue(text: string, key: string): unknown {
  const node = mapOf(parseDocument(text))?.get(key, true);
  return isScalar(node) ? node.value : undefined;
}

/**
 * The text with a top-level key set: in its place, else in a line of its own at the end. All the rest, comments included, stays as it is. A text that
 * is broken, or no mapping, is returned unchanged.
 */
export function setYaml(text: string, key: string, value: Plain): string {
  const document = parseDocument(text);
  if (isBroken(document)) return text;
  const node = mapOf(document)?.get(key, true);
  if (isScalar(node) && node.value === value) return text;
  const range = isScalar(node) ? node.range : undefined;
  const isWritten = range != null && range[1] > range[0];
  const edited = isWritten
    ? text.slice(0, range[0]) + String(value) + text.slice(range[1])
    : node === undefined
      ? appended(text, `${key}: ${value}`)
      : text;
  if (yamlValue(edited, key) === value) return edited;
  // Flow style, an end marker or an empty value: the library writes the file anew.
  document.set(key, value);
  return document.toString({ lineWidth: 0 });
}

/** The text without those items of a top-level list that `isUnwanted` names by their place. */
export function dropFromYamlList(
  text: string,
  key: string,
  isUnwanted: (start: number, end: number) => boolean,
): string {
  const document = parseDocument(text);
  const list = isBroken(document) ? undefined : mapOf(document)?.get(key, true);
  if (!isSeq(list)) return text;
  let edited = text;
  for (const item of list.items.toReversed()) {
    const range = isScalar(item) ? item.range : undefined;
    if (range != null && isUnwanted(range[0], range[1])) edited = withoutItem(edited, range);
  }
  return edited;
}

function withoutItem(text: string, [start, end]: readonly [number, number, number]): string {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  if (/^[ \t]*-[ \t]+$/.test(text.slice(lineStart, start))) {
    const lineEnd = text.indexOf('\n', end);
    return text.slice(0, lineStart) + (lineEnd < 0 ? '' : text.slice(lineEnd + 1));
  }
  const after = /^\s*,[ \t]*/.exec(text.slice(end));
  if (after !== null) return text.slice(0, start) + text.slice(end + after[0].length);
  return text.slice(0, start).replace(/,?\s*$/, '') + text.slice(end);
}

function mapOf(document: Document.Parsed): YAMLMap | undefined {
  return isMap(document.contents) ? document.contents : undefined;
}

function isBroken(document: Document.Parsed): boolean {
  return document.errors.length > 0 || (document.contents !== null && !isMap(document.contents));
}

function appended(text: string, line: string): string {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const joint = text === '' || text.endsWith('\n') ? '' : eol;
  return `${text}${joint}${line}${eol}`;
}
