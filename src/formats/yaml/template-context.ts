import type { ExprNode } from '../../model/document.ts';
import type { FilePath } from '../../model/source.ts';
import { type TemplateSpan, templateRefs } from '../template-mask.ts';

/** The texts one YAML file is read from, all of the same length. */
export interface YamlSource {
  readonly file: FilePath;
  /** As written. */
  readonly text: string;
  /** As parsed: template directives covered up. */
  readonly masked: string;
  readonly spans: readonly TemplateSpan[];
}

/** Spans that touch a half-open range. */
export function spansWithin(
  source: YamlSource,
  start: number,
  end: number,
): readonly TemplateSpan[] {
  const { spans } = source;
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.end ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  let stop = low;
  while ((spans[stop]?.start ?? end) < end) stop += 1;
  return low === stop ? [] : spans.slice(low, stop);
}

/** A templated value: the source text of a range, and what the directives in it refer to. */
export function templateExpr(source: YamlSource, start: number, end: number): ExprNode {
  const refs = spansWithin(source, start, end).flatMap((span) =>
    templateRefs(source.text.slice(span.start, span.end)),
  );
  const { file, text } = source;
  return {
    type: 'expr',
    text: text.slice(start, end),
    refs: [...new Set(refs)],
    at: { file, start, end },
  };
}

/**
 * Range of a flow scalar widened over the directives around it on its line: `{{ if .prod }}true{{ end }}` is not
 * `true`. `null` when no directive touches the scalar.
 */
export function templatedRange(
  source: YamlSource,
  start: number,
  end: number,
): readonly [start: number, end: number] | null {
  const before = blanksBefore(source.masked, start);
  const after = blanksAfter(source.masked, end);
  const touching = spansWithin(source, before, after);
  const first = touching[0];
  const last = touching.at(-1);
  if (first === undefined || last === undefined) return null;
  return [Math.min(start, first.start), Math.max(end, last.end)];
}

function blanksBefore(text: string, from: number): number {
  let at = from;
  while (at > 0 && text.charCodeAt(at - 1) === 32) at -= 1;
  return at;
}

function blanksAfter(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) === 32) at += 1;
  return at;
}
