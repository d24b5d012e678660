import type { ShellCommand, ShellWord } from '../../model/document.ts';
import { standsBefore } from './command-folder.ts';
import { type DestructiveMatch, programName, programWords } from './command-line.ts';

/** Something by its name, and the words that say what it is: `apps`, `cluster`. */
interface Named {
  readonly kinds: readonly string[];
  readonly name: string;
}

/** What stands behind the verb of a command, and what its flags are given: of `-n trial` the kind is `n`. */
interface Names {
  readonly before: readonly string[];
  readonly operands: readonly string[];
  readonly given: readonly Named[];
}

/** Flags that choose by labels: `-l app=trial`. */
const selector = /^(?:-l|--selector|--filter)$/;
const label = /^(?:[\w.-]+\/)?([\w.-]+)==?([^=!,\s]+)$/;
/** Where it is there already, it is not made anew. */
const lenient = /^--(?:dry-run|if-not-exists|ignore-existing|exist-ok)/;
const object =
  /^kind:[ \t]*(\w+)[ \t]*\nmetadata:[ \t]*\n(?:[ \t]+[^\n]*\n){0,10}? {2}name:[ \t]*(\S+)[ \t]*$/gm;
const maxBody = 50_000;

/**
 * Whether a script has itself made what a command of it destroys: the same tool has created something of that name before, in the same flow. What may
 * have been there already does not count.
 */
export function isMadeBefore(
  command: ShellCommand,
  { spec }: DestructiveMatch,
  commands: readonly ShellCommand[],
): boolean {
  const verb = spec.argv.at(-1)?.split('|') ?? [];
  const lost = namesBehind(command, (word) => verb.includes(word.split(/[/,]/)[0] ?? ''));
  const sites = sitesOf(command, commands);
  if (lost === null || sites.length === 0) return false;
  const program = programOf(command);
  return commands.some((maker) => {
    if (programOf(maker) !== program) return false;
    const made = madeBy(maker, commands);
    return (
      made.some((one) => isSame(lost, spec.argv.slice(1), one)) &&
      isCertain(maker, commands) &&
      sites.every((site) => comesAfter(maker, site, commands)) &&
      !isRenamed(maker, command, commands)
    );
  });
}

/** The thing itself, or what it belongs to: an app of this name goes with all that `--app` names. */
function isSame({ operands, given }: Names, verb: readonly string[], made: Named): boolean {
  const words = verb.flatMap((word) => word.split('|'));
  const isKind = made.kinds.some((kind) => words.includes(kind));
  if (isKind && operands.length === 1 && operands[0] === made.name) return true;
  return given.some(
    ({ kinds: [kind = ''], name }) =>
      kind !== '' && name === made.name && made.kinds.some((one) => one.startsWith(kind)),
  );
}

function programOf({ words }: ShellCommand): string {
  return programName(programWords(words)[0]?.text ?? '');
}

/** What a command creates: its last operand, or the objects that it is handed in a here-document. */
function madeBy(command: ShellCommand, commands: readonly ShellCommand[]): readonly Named[] {
  const created = namesBehind(command, (word) => word === 'create');
  const name = created?.operands.at(-1);
  const kinds = [...(created?.before ?? []), ...(created?.operands.slice(0, -1) ?? [])];
  const words = command.words.map(({ text }) => text);
  const isHanded = words.includes('-f') && (words.includes('create') || words.includes('apply'));
  const bodies = isHanded
    ? commands
        .filter((other) => other.pipeline === command.pipeline)
        .flatMap(({ redirects }) => redirects.flatMap(({ body }) => body?.raw ?? []))
    : [];
  const objects = bodies.flatMap((body) =>
    [...body.slice(0, maxBody).matchAll(object)].map(([, kind = '', found = '']) => ({
      kinds: [kind.toLowerCase()],
      name: plain(found),
    })),
  );
  return [...(name === undefined ? [] : [{ kinds, name }]), ...objects];
}

/** The names behind the word that says what is done; `null` where there is no such word. */
function namesBehind(command: ShellCommand, isVerb: (word: string) => boolean): Names | null {
  const words = programWords(command.words);
  const position = words.findIndex(({ text }, index) => index > 0 && isVerb(text ?? ''));
  if (position < 0) return null;
  const operands: string[] = [];
  const given: Named[] = [];
  const before = words.slice(1, position).flatMap(({ text }) => text ?? []);
  const kind = /^[\w.]+\/(.+)$/.exec(words[position]?.raw ?? '')?.[1];
  if (kind !== undefined) operands.push(plain(kind));
  for (const [index, word] of words.entries()) {
    const previous = words[index - 1];
    const [flag = '', value] = word.raw.split(/=(.*)/s, 2);
    if (word.raw.startsWith('-')) {
      if (value !== undefined) given.push(...valuesOf(flag, plain(value)));
    } else if (index > 0 && isFlag(previous))
      given.push(...valuesOf(previous?.raw ?? '', plain(word.raw)));
    else if (index > position) operands.push(plain(word.raw));
  }
  return { before, operands, given };
}

function isFlag(word: ShellWord | undefined): boolean {
  return word?.raw.startsWith('-') === true && !word.raw.includes('=');
}

function valuesOf(flag: string, value: string): readonly Named[] {
  if (!selector.test(flag)) return [{ kinds: [flag.replace(/^-+/, '')], name: value }];
  return value.split(',').flatMap((one) => {
    const [, kind, name] = label.exec(one) ?? [];
    return kind === undefined || name === undefined ? [] : [{ kinds: [kind], name }];
  });
}

/** Without quotes, every variable written alike. */
function plain(raw: string): string {
  return raw.replaceAll(/["']/g, '').replaceAll(/\$\{(\w+)\}/g, '$$$1');
}

/** It makes something each time, and the script does not go on where that fails because it is there. */
function isCertain(maker: ShellCommand, commands: readonly ShellCommand[]): boolean {
  if (maker.words.some(({ raw }) => lenient.test(raw))) return false;
  const isConditional = maker.within.some(
    ({ kind, text }) => kind === 'or' || (kind === 'and' && /\[|\btest\b/.test(text)),
  );
  const raw = maker.words.map((word) => word.raw).join(' ');
  const isForgiven = commands.some(({ within }) =>
    within.some(({ kind, text }) => kind === 'or' && text.includes(raw)),
  );
  return !isConditional && !isForgiven;
}

/** Where a command is reached from: itself, or what starts the function around it. */
function sitesOf(
  command: ShellCommand,
  commands: readonly ShellCommand[],
): readonly ShellCommand[] {
  const owner = command.within.findLast(({ kind }) => kind === 'function')?.text;
  if (owner === undefined) return [command];
  return commands.filter(({ words }) => words[0]?.text === owner);
}

/** What a trap does comes last, wherever it is set. */
function comesAfter(
  maker: ShellCommand,
  site: ShellCommand,
  commands: readonly ShellCommand[],
): boolean {
  if (standsBefore(maker, site)) return true;
  const isTrapped = commands.some(
    ({ words, at }) =>
      words[0]?.text === 'trap' && at.start <= site.at.start && at.end >= site.at.end,
  );
  return isTrapped && maker.within.every(({ kind }) => kind === 'and');
}

/** Whether a variable that may name it gets another value on the way, or in a loop that only the one stands in. */
function isRenamed(
  maker: ShellCommand,
  command: ShellCommand,
  commands: readonly ShellCommand[],
): boolean {
  const used = new Set(command.words.flatMap(({ refs }) => refs));
  if (used.size === 0) return false;
  const loops = ({ within }: ShellCommand) => within.filter(({ kind }) => kind === 'loop').length;
  return (
    loops(command) !== loops(maker) ||
    commands.some(
      ({ at, assignments }) =>
        at.start > maker.at.start && assignments.some(({ name }) => used.has(name)),
    )
  );
}
