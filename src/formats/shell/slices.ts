import type { Redirection, Word, WordPart } from 'unbash';
import { filler, type Slice } from './source.ts';

/** Inside double quotes a backslash escapes these only. */
const QUOTED_ESCAPES = '$`"\\\n';

/** Words as one program, the way `eval` and `ssh` join them. */
export function joinedSlices(words: readonly Word[]): readonly Slice[] {
  return words.flatMap((word, index) => {
    const slices = programSlices(word);
    return index === 0 ? slices : [{ from: word.pos - 1, to: word.pos, as: ' ' }, ...slices];
  });
}

/** Programs that a shell reads from here-documents and here-strings. */
export function inputSlices(redirects: readonly Redirection[]): readonly (readonly Slice[])[] {
  return redirects.flatMap((redirect) => {
    if (redirect.type === 'HereDoc')
      return [[{ from: redirect.body.pos, to: redirect.body.end, as: null }]];
    return redirect.type === 'HereString' && redirect.target
      ? [programSlices(redirect.target)]
      : [];
  });
}

/**
 * The word as a program text: quotes and escapes removed, variables left in place, and filler for substitutions,
 * whose commands are read where they stand.
 */
function programSlices(word: Word): readonly Slice[] {
  if (word.parts === undefined) return unescaped(word.text, word.pos, word.value, null);
  return word.parts.flatMap((part) => partSlices(part));
}

function partSlices(part: WordPart): readonly Slice[] {
  const { pos, end } = part;
  switch (part.type) {
    case 'Literal':
      return unescaped(part.text, pos, part.value, null);
    case 'SingleQuoted':
      return [{ from: pos + 1, to: pos + 1 + part.value.length, as: null }];
    case 'AnsiCQuoted':
      return ansiSlices(part.text, pos, part.value);
    case 'DoubleQuoted':
    case 'LocaleString':
      return part.parts.flatMap((child) =>
        child.type === 'Literal'
          ? unescaped(child.text, child.pos, child.value, QUOTED_ESCAPES)
          : partSlices(child),
      );
    case 'CommandExpansion':
    case 'ProcessSubstitution':
      return [{ from: pos, to: end, as: filler(end - pos) }];
    case 'SimpleExpansion':
    case 'ParameterExpansion':
    case 'ArithmeticExpansion':
    case 'Glob':
    case 'ExtendedGlob':
    case 'BraceExpansion':
      return [{ from: pos, to: end, as: /[`(]/.test(part.text) ? filler(end - pos) : null }];
  }
}

/** Slices of `$'…'`, exact unless it holds escapes that stand for no single character, or numeric ones. */
function ansiSlices(raw: string, pos: number, value: string): readonly Slice[] {
  const slices: Slice[] = [];
  let result = '';
  for (const [piece] of raw
    .slice(2, raw.endsWith("'") ? -1 : undefined)
    .matchAll(/\\[\s\S]|[^\\]+/g)) {
    const from = slices.at(-1)?.to ?? pos + 2;
    const as = piece.startsWith('\\') ? (value[result.length] ?? '') : null;
    slices.push({ from, to: from + piece.length, as });
    result += as ?? piece;
  }
  return result === value ? slices : [{ from: pos + 2, to: pos + raw.length, as: value }];
}

/** Slices of a literal between its escaping backslashes; `escapes` null: a backslash escapes anything. */
function unescaped(
  raw: string,
  pos: number,
  value: string,
  escapes: string | null,
): readonly Slice[] {
  if (raw === value) return [{ from: pos, to: pos + raw.length, as: null }];
  const slices: Slice[] = [];
  let result = '';
  let from = 0;
  for (let offset = 0; offset < raw.length; offset += 1) {
    const next = raw[offset + 1];
    if (raw[offset] !== '\\' || next === undefined) continue;
    if (escapes !== null && !escapes.includes(next)) continue;
    slices.push({ from: pos + from, to: pos + offset, as: null });
    result += raw.slice(from, offset);
    from = next === '\n' ? offset + 2 : offset + 1;
    offset += 1;
  }
  slices.push({ from: pos + from, to: pos + raw.length, as: null });
  result += raw.slice(from);
  return result === value ? slices : [{ from: pos, to: pos + raw.length, as: value }];
}

/** The program between backticks; `decoded` is it without the backslashes that escape there. */
export function backtickSlices(
  { pos, end }: { readonly pos: number; readonly end: number },
  decoded: string,
  text: string,
): readonly Slice[] {
  const slices: Slice[] = [];
  let from = pos + 1;
  let offset = from;
  for (let index = 0; index < decoded.length && offset < end; index += 1, offset += 1) {
    if (text[offset] !== '\\' || !'\\$`"\n'.includes(text[offset + 1] ?? ' ')) continue;
    if (decoded[index] === '\\' && decoded[index + 1] === text[offset + 1]) continue;
    slices.push({ from, to: offset, as: null });
    offset += 1;
    from = offset;
  }
  slices.push({ from, to: offset, as: null });
  const read = slices.reduce((length, slice) => length + slice.to - slice.from, 0);
  return read === decoded.length ? slices : [{ from: pos + 1, to: end, as: decoded }];
}
