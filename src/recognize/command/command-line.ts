import type { ShellAssignment, ShellCommand, ShellWord } from '../../model/document.ts';
import type { DestructiveCommand } from '../../model/fact.ts';
import type { CommandSpec, Knowledge } from '../../model/knowledge.ts';
import type { SourceRange } from '../../model/source.ts';
import { answeredBy } from './command-endpoint.ts';
import { hasFlag } from './command-match.ts';
import { commandNames } from './command-names.ts';
import { type Wrapper, wrappers } from './command-wrappers.ts';

/** A shell command that a provider pack knows to destroy. */
export interface DestructiveMatch {
  readonly spec: CommandSpec;
  /** Who answers it; `null` where its words send it to a server that nobody knows. */
  readonly provider: string | null;
  /** Words after wrappers were removed; `null` where only a run can tell. */
  readonly argv: readonly (string | null)[];
  /** Nobody is asked: the tool never asks, or the flag that skips its question is there, or it takes silence for consent. */
  readonly skipsPrompt: boolean;
  /** What it takes: products, and what its words name, as far as its spec tells. */
  readonly named: Pick<DestructiveCommand, 'names' | 'within' | 'products'>;
  /** From the destroying program to its last word. */
  readonly at: SourceRange;
}

/** How many wrappers may stand around one another: `sudo env X=1 timeout 60 npx -y …`. */
const wrapperDepth = 12;

/**
 * Words of the command that really runs: wrappers such as `sudo`, `timeout 60`, `npx -y`, `docker exec db` are removed, the program loses its
 * folder and version. Assignments never are words.
 */
export function commandWords(command: ShellCommand): readonly (string | null)[] {
  return programWords(command.words).map((word, position) => textOf(word, position));
}

/** The same as shell words, for callers that need the places. The program's own word keeps its text. */
export function programWords(words: readonly ShellWord[]): readonly ShellWord[] {
  let rest = words;
  for (let depth = 0; depth < wrapperDepth; depth += 1) {
    const inner = unwrapped(rest);
    if (inner === null || inner.length === 0) return rest;
    rest = inner;
  }
  return rest;
}

function textOf(word: ShellWord, position: number): string | null {
  return position === 0 && word.text !== null ? programName(word.text) : word.text;
}

/** `/usr/bin/psql`, `./node_modules/.bin/prisma`, `prisma@latest`, `psql.exe` by their bare name; `./deploy.sh` stays. */
export function programName(word: string): string {
  const bare =
    /^[/~]|^[A-Za-z]:[\\/]|(?:^|\/)node_modules\/\.bin\//.test(word) && !word.endsWith('/')
      ? (word.split(/[\\/]/).at(-1) ?? word)
      : word;
  const unversioned = /^.[^/]*@[^/@]+$|^@[^/]+\/[^@]+@[^@]+$/.test(bare)
    ? bare.slice(0, bare.lastIndexOf('@'))
    : bare;
  return unversioned.replace(/\.(?:exe|cmd|bat)$/i, '');
}

function unwrapped(words: readonly ShellWord[]): readonly ShellWord[] | null {
  const first = words[0]?.text ?? null;
  if (first === null) return null;
  const name = programName(first);
  const found = wrappersByName.get(name)?.find((wrapper) => ownWords(words, wrapper) !== null);
  if (found === undefined) return null;
  let position = ownWords(words, found) ?? found.words.length;
  let operands = found.operands;
  if (found.needsDashes) {
    const dashes = words.findIndex((word) => word.raw === '--');
    return dashes < 0 ? null : words.slice(dashes + 1);
  }
  while (position < words.length) {
    const word = words[position];
    const text = word?.text ?? '';
    if (text === '--') return words.slice(position + 1);
    if (text.startsWith('-')) {
      position += !text.includes('=') && isValued(found, text) ? 2 : 1;
    } else if (isAssignment(found, word?.raw ?? '') || operands > 0) {
      if (!isAssignment(found, word?.raw ?? '')) operands -= 1;
      position += 1;
    } else {
      return words.slice(position);
    }
  }
  return [];
}

/** Wrappers by each name of their first word, in the order of the table. */
const wrappersByName: ReadonlyMap<string, readonly Wrapper[]> = byFirstWord();

function byFirstWord(): ReadonlyMap<string, readonly Wrapper[]> {
  const table = new Map<string, Wrapper[]>();
  for (const wrapper of wrappers) {
    for (const name of (wrapper.words[0] ?? '').split('|')) {
      const list = table.get(name);
      if (list === undefined) table.set(name, [wrapper]);
      else list.push(wrapper);
    }
  }
  return table;
}

/**
 * How many words the wrapper's own ones take, `null` where they are not there. Flags, and the word after a flag, may stand between them:
 * `kubectl -n db exec`.
 */
function ownWords(words: readonly ShellWord[], wrapper: Wrapper): number | null {
  let matched = 1;
  let position = 1;
  let afterFlag = false;
  while (matched < wrapper.words.length) {
    const word = words[position];
    if (word === undefined) return null;
    const isFlag = word.raw.startsWith('-');
    if (wrapper.words[matched]?.split('|').includes(word.text ?? '')) matched += 1;
    else if (!isFlag && !afterFlag) return null;
    afterFlag = isFlag && !word.raw.includes('=');
    position += 1;
  }
  return position;
}

function isValued(wrapper: Wrapper, flag: string): boolean {
  return wrapper.valued !== '' && wrapper.valued.split('|').includes(flag);
}

/** `env NAME=value cmd`, also for the tools that copy this habit. */
function isAssignment(wrapper: Wrapper, raw: string): boolean {
  return (
    /^[A-Za-z_][A-Za-z0-9_]*=/.test(raw) &&
    /^(?:env|sudo|cross-env|doas|env-cmd|dotenv)$/.test(wrapper.words[0] ?? '')
  );
}

/**
 * The destructive command this is, `null` when the catalogue does not know it as one. `others` are those of the same script, whose exported
 * variables it inherits.
 */
export function matchDestructive(
  command: ShellCommand,
  knowledge: Knowledge,
  others: readonly ShellCommand[] = [],
): DestructiveMatch | null {
  const words = programWords(command.words);
  const [first] = words;
  const last = words.at(-1);
  if (first === undefined || last === undefined) return null;
  const argv = words.map(textOf);
  const known = knowledge.command(argv.map((word) => word ?? ''));
  if (known === undefined) return null;
  const provider = answeredBy(known, words, environmentOf(command, others), knowledge);
  const { products: ofVendor, ...named } = commandNames(known.spec, words);
  return {
    spec: known.spec,
    provider,
    argv,
    skipsPrompt: skipsPrompt(known.spec, argv) || consents(command, known.provider, knowledge),
    named:
      provider === known.provider && ofVendor !== undefined
        ? { ...named, products: ofVendor }
        : named,
    at: { file: first.at.file, start: first.at.start, end: last.at.end },
  };
}

/** Variables that the script exports before a command, then those that stand right before it. */
function environmentOf(
  command: ShellCommand,
  others: readonly ShellCommand[],
): readonly ShellAssignment[] {
  const exported = others
    .filter(({ words, at }) => words[0]?.text === 'export' && at.start < command.at.start)
    .flatMap(({ assignments }) => assignments);
  return [...exported, ...command.assignments];
}

/** `PULUMI_SKIP_CONFIRMATIONS=true pulumi up`: a variable of the tool's vendor before the command answers for the person. */
function consents(command: ShellCommand, provider: string, knowledge: Knowledge): boolean {
  return command.assignments.some(({ name, value }) => {
    const known = knowledge.consent(name);
    if (known?.provider !== provider) return false;
    const given = value.text ?? '';
    return known.spec.value === null
      ? !/^(?:|0|false|no|off)$/i.test(given)
      : given.includes(known.spec.value);
  });
}

function skipsPrompt(spec: CommandSpec, argv: readonly (string | null)[]): boolean {
  switch (spec.asks) {
    case 'never':
    case 'assumes-yes':
      return true;
    case 'unless-flag':
    case 'needs-flag': {
      const words = argv.map((word) => word ?? '');
      return spec.skipsPrompt.some((flag) => hasFlag(words, flag));
    }
  }
}

/** Whether an earlier command of the same pipeline types the consent: `yes |`, `echo y |`, `printf 'y\n' |`. */
export function answersPrompt(command: ShellCommand, commands: readonly ShellCommand[]): boolean {
  return commands.some((other) => {
    if (other.pipeline !== command.pipeline || other.at.start >= command.at.start) return false;
    const [program, ...words] = commandWords(other);
    if (program === 'yes') return true;
    if (program !== 'echo' && program !== 'printf') return false;
    return words.some((word) => /^(?:y|yes)(?:\\n|\s)*$/i.test(word ?? ''));
  });
}
