import type { Knowledge } from '../../model/knowledge.ts';
import {
  type CredentialKind,
  credentialKind,
  type SourceText,
} from '../../recognize/credential/credential.ts';
import { secretForm } from '../../recognize/credential/secret-value.ts';
import { isPlausible } from './plausible.ts';
import { maxSightings, type Sighting } from './sighting.ts';

const word = '([A-Za-z_][A-Za-z0-9_]{2,80})';
const doubleQuoted = String.raw`"((?:[^"\\\n]|\\.){1,4096})"`;
const singleQuoted = String.raw`'([^'\n]{1,4096})'`;
/** In a program that stands in a JSON string: a cell of a notebook, an argument of a command. */
const escaped = String.raw`\\"((?:[^"\\\n]|\\\\[^"\\\n]){1,4096})\\"`;
const bare = String.raw`([^\s"'\x60,;)}\]]{1,4096})`;

/**
 * `NAME=value`, `NAME: "value"`, `"NAME": 'value'`, `NAME := value`, `--name=value`, `process.env.NAME = 'value'`, `ENV["NAME"] ||= "value"`,
 * `const NAME: string = "value"`. The value is a template expression, one quoted string or one word.
 */
const assignment = new RegExp(
  String.raw`(?:(?<![A-Za-z0-9_$.-])|(?<=\benv\.))${word}(?:\\?["'\x60])?\]?(?:[ \t]?:[ \t]{0,4}(?:string|str)\b)?[ \t]{0,20}(?::=|=>|\|\|=|\?\??=|[:=])[ \t]{0,20}(?:(\$\{\{[^}\n]{1,200}\}\})|${doubleQuoted}|${escaped}|${singleQuoted}|\x60([^\x60\n]{1,4096})\x60|${bare})`,
  'g',
);

/** The variables of a container or a job: `name: NAME` and below or beside it `value: "value"`, `<add key="NAME" value="value" />`. */
const pair = new RegExp(
  String.raw`\b(?:[Nn]ame|[Kk]ey)["']?[ \t]{0,4}[:=][ \t]{0,4}["']?${word}["']?[\s,]{1,80}["']?[Vv]alue["']?[ \t]{0,4}[:=][ \t]{0,4}(?:${doubleQuoted}|${singleQuoted}|${bare})`,
  'dg',
);

/** A program that writes a variable, or says what it means where it is not set: `os.Setenv("NAME", "value")`, `os.getenv("NAME", "value")`. */
const call = new RegExp(
  String.raw`\b(?:(?:set|put|get)_?env|environ\.get|setdefault|set_var|env|ENV\.fetch|define)\(\s{0,20}\\?["']${word}\\?["'],\s{0,20}(?:${doubleQuoted}|${escaped}|${singleQuoted})`,
  'dgi',
);

/** A name with a value in any notation. */
export function assignments(document: SourceText, knowledge: Knowledge): readonly Sighting[] {
  const found: Sighting[] = [];
  for (const notation of [assignment, pair, call]) {
    const limit = found.length + maxSightings;
    for (const match of document.text.matchAll(notation)) {
      const sighting = sightingOf(match, document, knowledge);
      if (sighting !== null) found.push(sighting);
      if (found.length >= limit) break;
    }
  }
  return found;
}

function sightingOf(
  match: RegExpExecArray,
  document: SourceText,
  knowledge: Knowledge,
): Sighting | null {
  const name = match[1] ?? '';
  const written = match.slice(2).find((part) => part !== undefined) ?? '';
  const value = isXml(document.text) ? withoutEntities(written) : unescaped(written);
  const kind = credentialKind([name], value, document, knowledge);
  if (kind === null) return null;
  const start = match.indices?.[1]?.[0] ?? match.index;
  return judged({ name, kind, value, start, end: match.index + match[0].length });
}

/** Programs of PHP, and components of web pages, begin with a bracket too, and their strings are those of programs. */
function isXml(text: string): boolean {
  return /^\uFEFF?\s{0,100}<(?:\?xml|!|(?!script|template|style)[A-Za-z])/.test(text.slice(0, 200));
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

/** `&amp;`, `&quot;`, `&#10;` and `&#xA;` as XML means them; entities that a document defines itself stay. */
function withoutEntities(text: string): string {
  return text.replaceAll(
    /&(?:#(\d{1,7})|#x([0-9A-Fa-f]{1,6})|(amp|lt|gt|quot|apos));/g,
    (whole, decimal?: string, hex?: string, name = '') => {
      const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
      if (Number.isNaN(code)) return entities[name] ?? whole;
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

/** A string in double quotes means the same in JSON, YAML and most languages. */
function unescaped(text: string): string {
  if (!text.includes('\\')) return text;
  try {
    const value: unknown = JSON.parse(`"${text}"`);
    return typeof value === 'string' ? value : text;
  } catch {
    return text;
  }
}

interface Named {
  readonly name: string;
  readonly kind: CredentialKind;
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** Kept only when the text proves a literal of that kind, or a reference. */
function judged(named: Named): Sighting | null {
  const form = secretForm(named.value);
  if (form === 'reference') return { ...named, value: null };
  if (form !== 'literal') return null;
  if (named.kind.decidedBy !== 'prefix' && !isPlausible(named.kind, named.value)) return null;
  return named;
}
