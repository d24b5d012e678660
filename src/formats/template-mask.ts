import { lineEnd } from './positions.ts';

/** One directive of a template language, delimiters included. */
export interface TemplateSpan {
  readonly start: number;
  readonly end: number;
  /** `control` and `comment` print nothing themselves. */
  readonly role: 'value' | 'control' | 'comment';
}

/** A template with its directives covered up. */
export interface MaskedTemplate {
  /** As long as the template, so every offset stays true. */
  readonly text: string;
  /** In order, never overlapping. */
  readonly spans: readonly TemplateSpan[];
}

type Delimiter = '{{' | '{%' | '{#' | '<%';

const CLOSERS: Readonly<Record<Delimiter, string>> = {
  '{{': '}}',
  '{%': '%}',
  '{#': '#}',
  '<%': '%>',
};
const GO_CONTROL =
  /^(?:(?:if|else|end|range|with|define|block|break|continue)(?![\w.])|[#/^]|\$\w*\s*:?=)/;
/** How much of a line is looked at behind a directive. */
const MAX_REST = 400;
const NAME = /[$.]?[A-Za-z_]\w*(?:\.\w+)*/g;
const WORDS = new Set(
  'and or not in is if else end for range with define block break continue include template true false none nil null True False None eq ne lt gt'.split(
    ' ',
  ),
);

/**
 * Covers the directives of Go templates, Jinja, Handlebars and ERB so that what they template can be read.
 * A directive that has its line to itself becomes line breaks; control becomes blanks; a printed value becomes
 * underscores, which are a word in every data format. GitHub's `${{ }}` is no template: it stays.
 * `null` when there is no directive.
 */
export function maskTemplate(text: string): MaskedTemplate | null {
  const spans = findSpans(text);
  if (spans.length === 0) return null;
  const pieces: string[] = [];
  let done = 0;
  for (let first = 0; first < spans.length; ) {
    const group = neighbours(text, spans, first);
    const fill = fillOf(text, group, done);
    pieces.push(text.slice(done, fill.from), fill.text);
    done = fill.to;
    first += group.length;
  }
  pieces.push(text.slice(done));
  return { text: pieces.join(''), spans };
}

/** Dotted names a directive refers to, string literals and functions left out: `Values.db.password`, `db_host`. */
export function templateRefs(directive: string): readonly string[] {
  const refs = environmentNames(directive);
  const body = directive.replace(
    /"(?:[^"\\]|\\.)*(?:"|$)|'(?:[^'\\]|\\.)*(?:'|$)|`[^`]*(?:`|$)/g,
    '""',
  );
  // A leading dot or dollar is how Go marks data; bare words are functions there and variables elsewhere.
  const isGo = /(?:^|[\s({-])[.$][A-Za-z]/.test(body);
  for (const match of body.matchAll(NAME)) {
    const name = match[0];
    const marked = name.startsWith('.') || name.startsWith('$');
    if (marked !== isGo || WORDS.has(name) || name === 'ENV') continue;
    const before = body.slice(0, match.index).trimEnd();
    if (!isGo && (before.endsWith('|') || body.charAt(match.index + name.length) === '(')) continue;
    refs.push(marked ? name.slice(1) : name);
  }
  return [...new Set(refs)];
}

function environmentNames(directive: string): string[] {
  const reads = directive.matchAll(/\bENV(?:\.fetch\(|\[)\s*["']([\w.-]+)["']/g);
  return Array.from(reads, (match) => match[1] ?? '');
}

function findSpans(text: string): readonly TemplateSpan[] {
  const spans: TemplateSpan[] = [];
  const opener = /\{\{|\{%|\{#|<%/g;
  const unclosed = new Set<string>();
  for (let match = opener.exec(text); match !== null; match = opener.exec(text)) {
    const delimiter = match[0] as Delimiter; // the alternatives of the expression are the keys of CLOSERS
    const start = match.index;
    // `${{` is GitHub's, `${#name}` is the shell's.
    if (text.charAt(start - 1) === '$') continue;
    // Handlebars has a third brace for values that are not escaped.
    const isTriple = delimiter === '{{' && text.startsWith('{{{', start);
    const closer = isTriple ? '}}}' : CLOSERS[delimiter];
    const close = unclosed.has(closer) ? -1 : text.indexOf(closer, start + 2);
    if (close < 0) {
      unclosed.add(closer);
      continue;
    }
    const end = close + closer.length;
    spans.push({ start, end, role: roleOf(delimiter, text.slice(start + 2, close)) });
    opener.lastIndex = end;
  }
  return spans.some((span) => !text.startsWith('{#', span.start)) ? spans : [];
}

function roleOf(delimiter: Delimiter, inner: string): TemplateSpan['role'] {
  if (delimiter === '{#') return 'comment';
  if (delimiter === '{%') return 'control';
  if (delimiter === '<%') {
    if (inner.startsWith('#')) return 'comment';
    return inner.startsWith('=') ? 'value' : 'control';
  }
  const body = inner.replace(/^[-~]?\s*/, '');
  if (body.startsWith('/*') || body.startsWith('!')) return 'comment';
  return GO_CONTROL.test(body) ? 'control' : 'value';
}

/** Spans from `first` on with nothing but blanks between them. */
function neighbours(
  text: string,
  spans: readonly TemplateSpan[],
  first: number,
): readonly TemplateSpan[] {
  let last = first;
  for (;;) {
    const here = spans[last];
    const next = spans[last + 1];
    if (here === undefined || next === undefined) break;
    if (!/^[ \t]*$/.test(text.slice(here.end, next.start))) break;
    last += 1;
  }
  return spans.slice(first, last + 1);
}

function fillOf(
  text: string,
  group: readonly TemplateSpan[],
  done: number,
): { readonly from: number; readonly to: number; readonly text: string } {
  const start = group[0]?.start ?? done;
  const to = group.at(-1)?.end ?? start;
  const line = done + text.slice(done, start).lastIndexOf('\n') + 1;
  const alone =
    (line === 0 || text.charCodeAt(line - 1) === 10) &&
    /^[ \t]*$/.test(text.slice(line, start)) &&
    /^[ \t]*(?:#.*)?$/.test(text.slice(to, lineEnd(text, to)));
  if (alone) return { from: line, to, text: '\n'.repeat(to - line) };
  let fill = '';
  let at = start;
  for (const span of group) {
    fill += text.slice(at, span.start);
    fill += fillerOf(text, span).repeat(span.end - span.start);
    at = span.end;
  }
  return { from: start, to, text: fill };
}

function fillerOf(text: string, span: TemplateSpan): string {
  if (span.role !== 'value') return ' ';
  // What Helm's `nindent` prints starts on the next line, and often goes on with the lines below.
  if (!/\|\s*nindent\b/.test(text.slice(span.start, span.end))) return '_';
  const rest = `${text.slice(span.end, span.end + MAX_REST)}\n`;
  return /^[ \t]*(?:\{\{[^{}]*\}\}[ \t]*)*(?:#.*)?\r?\n/.test(rest) ? '\n' : '_';
}
