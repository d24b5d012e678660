import { SCALAR_STYLE, type ScalarEvent } from 'js-yaml';
import type { EmbeddedText, ExprNode, ScalarNode } from '../../model/document.ts';
import { lineEnd } from '../positions.ts';
import { scalarText } from './scalar-text.ts';
import { plainValue, taggedValue } from './scalar-value.ts';
import { blockHeader, skipBlank } from './skip.ts';
import { standardTag } from './tag.ts';
import { spansWithin, templatedRange, templateExpr, type YamlSource } from './template-context.ts';

/** A scalar and where its last token ends, its tag and anchor included. */
export interface ReadScalar {
  readonly node: ScalarNode | ExprNode;
  readonly end: number;
}

/** Reads a scalar that stands after `from`. */
export function readScalar(source: YamlSource, event: ScalarEvent, from: number): ReadScalar {
  const { file, text } = source;
  const [start, end] = extent(source, event, from);
  const custom = customTag(source, event);
  if (custom !== null) {
    const at = { file, start: event.tagStart, end };
    return {
      node: { type: 'expr', text: text.slice(at.start, end), refs: [custom], at },
      end,
    };
  }
  if (source.spans.length > 0) {
    const templated = templatedScalar(source, event, start, end);
    if (templated !== null) return { node: templated, end: templated.at.end };
  }
  const content = scalarText(text, event);
  const node: ScalarNode = {
    type: 'scalar',
    value: typedValue(source, event, content.text),
    text: content.text,
    map: content.map,
    at: { file, start, end },
  };
  return { node, end };
}

/** Start and end of a scalar with its quotes or header, trailing line breaks left out. */
function extent(
  source: YamlSource,
  event: ScalarEvent,
  from: number,
): readonly [start: number, end: number] {
  const { valueStart, valueEnd } = event;
  if (event.style === SCALAR_STYLE.PLAIN) return [valueStart, valueEnd];
  if (event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED) {
    const end = Math.min(valueEnd + 1, source.text.length);
    return [valueStart - 1, end];
  }
  const after = Math.max(from, event.tagEnd, event.anchorEnd);
  const start = blockHeader(source.masked, after, valueStart);
  let end = valueEnd;
  while (end > valueStart && /\s/.test(source.masked.charAt(end - 1))) end -= 1;
  if (end <= valueStart) end = Math.min(valueEnd, lineEnd(source.masked, start));
  return [start, end];
}

function customTag(source: YamlSource, event: ScalarEvent): string | null {
  if (event.tagStart < 0) return null;
  const tag = source.masked.slice(event.tagStart, event.tagEnd);
  return standardTag(tag) === undefined ? tag : null;
}

function templatedScalar(
  source: YamlSource,
  event: ScalarEvent,
  start: number,
  end: number,
): ExprNode | null {
  const isBlock =
    event.style === SCALAR_STYLE.LITERAL_BLOCK || event.style === SCALAR_STYLE.FOLDED_BLOCK;
  if (!isBlock) {
    const range = templatedRange(source, start, end);
    return range === null ? null : templateExpr(source, range[0], range[1]);
  }
  // A block is a program or a file of its own, worth reading with its directives in place; unless it is one.
  const spans = spansWithin(source, event.valueStart, event.valueEnd);
  const content = source.masked.slice(event.valueStart, event.valueEnd);
  if (spans.length === 0 || !/^[\s_]*$/.test(content)) return null;
  return templateExpr(source, start, Math.max(end, spans.findLast(isPrinted)?.end ?? end));
}

function typedValue(source: YamlSource, event: ScalarEvent, text: string): ScalarNode['value'] {
  if (event.tagStart >= 0) {
    const type = standardTag(source.masked.slice(event.tagStart, event.tagEnd));
    return taggedValue(type ?? 'str', text);
  }
  return event.style === SCALAR_STYLE.PLAIN ? plainValue(text) : text;
}

/** Reads a scalar of no characters; `after`: the indicator it follows, `:` or `-`, else empty. */
export function readEmpty(
  source: YamlSource,
  event: ScalarEvent,
  from: number,
  after: '' | ':' | '-',
): ReadScalar {
  const { file, text, masked } = source;
  const next = skipBlank(masked, from);
  const indicated = after !== '' && masked.charAt(next) === after ? next + 1 : from;
  const at = Math.max(indicated, event.tagEnd, event.anchorEnd);
  const custom = customTag(source, event);
  if (custom !== null) {
    const range = { file, start: event.tagStart, end: event.tagEnd };
    const tag = text.slice(event.tagStart, event.tagEnd);
    return { node: { type: 'expr', text: tag, refs: [custom], at: range }, end: at };
  }
  // A directive on lines of its own was blanked, and what it prints belongs here.
  const spans = spansWithin(source, at, skipBlank(masked, at)).filter(isPrinted);
  const [first, last] = [spans[0], spans.at(-1)];
  if (first !== undefined && last !== undefined)
    return { node: templateExpr(source, first.start, last.end), end: last.end };
  const content: EmbeddedText = { text: '', map: [[0, at]] };
  const value = typedValue(source, event, '');
  return { node: { type: 'scalar', value, ...content, at: { file, start: at, end: at } }, end: at };
}

function isPrinted(span: { readonly role: string }): boolean {
  return span.role === 'value';
}
