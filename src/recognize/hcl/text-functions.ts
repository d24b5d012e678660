import { type FunctionTable, ofTexts, strict } from './function-kinds.ts';
import { asNumber, asText, ERROR, type HclValue, isList, listOf, UNKNOWN } from './hcl-value.ts';
import { MAX_ITEMS, MAX_TEXT } from './scope.ts';
import { namedGroups, searchPattern } from './search-pattern.ts';

/** Terraform's functions of texts. */
export const textFunctions: FunctionTable = {
  lower: ofTexts((text = '') => text.toLowerCase()),
  upper: ofTexts((text = '') => text.toUpperCase()),
  title: ofTexts((text = '') =>
    text.replace(/(^|\s)(\S)/g, (_, gap, letter) => gap + letter.toUpperCase()),
  ),
  trimspace: ofTexts((text = '') => text.trim()),
  chomp: ofTexts((text = '') => text.replace(/(?:\r?\n)+$/, '')),
  trim: ofTexts((text = '', cut = '') => trimEnd(trimStart(text, cut), cut)),
  trimprefix: ofTexts((text = '', prefix = '') =>
    text.startsWith(prefix) ? text.slice(prefix.length) : text,
  ),
  trimsuffix: ofTexts((text = '', suffix = '') =>
    suffix !== '' && text.endsWith(suffix) ? text.slice(0, -suffix.length) : text,
  ),
  startswith: ofTexts((text = '', prefix = '') => text.startsWith(prefix)),
  endswith: ofTexts((text = '', suffix = '') => text.endsWith(suffix)),
  strcontains: ofTexts((text = '', part = '') => text.includes(part)),
  strrev: ofTexts((text = '') => [...text].reverse().join('')),
  basename: ofTexts((text = '') => text.replace(/\/+$/, '').split('/').at(-1) ?? ''),
  dirname: ofTexts((text = '') => text.replace(/\/?[^/]*$/, '') || '.'),
  urlencode: ofTexts((text = '') => urlEncoded(text)),
  split: ofTexts((separator = '', text = '') =>
    listOf(text === '' ? [''] : text.split(separator).slice(0, MAX_ITEMS)),
  ),
  replace: ofTexts((text = '', search = '', replacement = '') =>
    replaced(text, search, replacement),
  ),
  regex: ofTexts((pattern = '', text = '') => firstMatch(pattern, text)),
  regexall: ofTexts((pattern = '', text = '') => allMatches(pattern, text)),
  substr: strict(([text = '', offset = 0, length = -1]) => part(text, offset, length)),
  join: strict(([separator = '', ...lists]) => joined(separator, lists)),
  format: strict(([pattern = '', ...args]) => formatted(pattern, args)),
  formatlist: strict(([pattern = '', ...args]) => formattedList(pattern, args)),
  indent: strict(([width = 0, text = '']) => {
    const [spaces, body] = [asNumber(width), asText(text)];
    if (spaces === null || body === null || spaces < 0 || spaces > 1000) return ERROR;
    return body.replace(/\n(?=.)/g, `\n${' '.repeat(spaces)}`);
  }),
};

function trimStart(text: string, cut: string): string {
  let start = 0;
  while (start < text.length && cut.includes(text.charAt(start))) start += 1;
  return text.slice(start);
}

function trimEnd(text: string, cut: string): string {
  let end = text.length;
  while (end > 0 && cut.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

/** As Go does it: a blank becomes a plus, and only letters, digits and `-_.~` stay. */
function urlEncoded(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'))
    .replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%20', '+')
    .slice(0, MAX_TEXT);
}

/** A search text between slashes is a pattern. */
function replaced(text: string, search: string, replacement: string): HclValue {
  const isPattern = search.length > 1 && search.startsWith('/') && search.endsWith('/');
  if (!isPattern)
    return search === '' ? UNKNOWN : text.split(search).join(replacement).slice(0, MAX_TEXT);
  const pattern = searchPattern(search.slice(1, -1), text);
  if (pattern === null) return UNKNOWN;
  return text.replace(
    pattern,
    replacement.replace(/\$\{(\w+)\}/g, (_, group) =>
      /^\d/.test(group) ? `$${group}` : `$<${group}>`,
    ),
  );
}

function firstMatch(source: string, text: string): HclValue {
  const pattern = searchPattern(source, text);
  if (pattern === null) return UNKNOWN;
  pattern.lastIndex = 0;
  const match = pattern.exec(text);
  return match === null ? ERROR : namedGroups(match);
}

function allMatches(source: string, text: string): HclValue {
  const pattern = searchPattern(source, text);
  if (pattern === null) return UNKNOWN;
  return listOf([...text.matchAll(pattern)].slice(0, MAX_ITEMS).map(namedGroups));
}

function part(text: HclValue, offset: HclValue, length: HclValue): HclValue {
  const [whole, from, count] = [asText(text), asNumber(offset), asNumber(length)];
  if (whole === null || from === null || count === null) return ERROR;
  const start = from < 0 ? Math.max(0, whole.length + from) : from;
  return count < 0 ? whole.slice(start) : whole.slice(start, start + count);
}

function joined(separator: HclValue, lists: readonly HclValue[]): HclValue {
  const between = asText(separator);
  const items = lists.flatMap((list) => (isList(list) ? list.items.map(asText) : [null]));
  if (between === null || items.some((item) => item === null)) return ERROR;
  return items.join(between).slice(0, MAX_TEXT);
}

/** `%s`, `%d`, `%q`, `%v`, `%t`, `%%` and widths such as `%02d`; other verbs are not understood. */
function formatted(pattern: HclValue, args: readonly HclValue[]): HclValue {
  const text = asText(pattern);
  if (text === null) return ERROR;
  let next = 0;
  let understood = true;
  const result = text.replace(
    /%(?:%|(0?)(\d{0,3})([a-zA-Z#]))/g,
    (whole, zero: string, width: string, verb: string) => {
      if (whole === '%%') return '%';
      const value = args[next] ?? null;
      next += 1;
      const shown = asText(value);
      if (shown === null || !/^[sdvtq]$/.test(verb)) understood = false;
      const padded = (verb === 'q' ? JSON.stringify(shown) : (shown ?? '')).padStart(
        Number(width),
        zero === '' ? ' ' : '0',
      );
      return padded;
    },
  );
  return understood ? result.slice(0, MAX_TEXT) : UNKNOWN;
}

function formattedList(pattern: HclValue, args: readonly HclValue[]): HclValue {
  const length = Math.max(1, ...args.map((arg) => (isList(arg) ? arg.items.length : 1)));
  const at = (arg: HclValue, index: number): HclValue =>
    isList(arg) ? (arg.items[index] ?? null) : arg;
  return listOf(
    Array.from({ length: Math.min(length, MAX_ITEMS) }, (_, index) =>
      formatted(
        pattern,
        args.map((arg) => at(arg, index)),
      ),
    ),
  );
}
