import type { ShellCommand, ShellDocument, ShellWord } from '../../model/document.ts';
import type { Tier } from '../../model/fact.ts';
import { tierOf } from '../tier.ts';
import { serverDirectory } from './data-directories.ts';
import type { Variables } from './variables.ts';
import { showPieces } from './word-pieces.ts';

/** Data of one stage that a script puts in the place of another stage's. */
export interface Refresh {
  /** The command that overwrites. */
  readonly command: ShellCommand;
  readonly to: Tier;
  /** `unknown`: the data of whatever machine runs the script. */
  readonly from: Tier;
  /** A clause. */
  readonly because: string;
}

/** A command as a reader sees it, the script's own variables put in. */
interface Shown {
  readonly command: ShellCommand;
  readonly words: readonly string[];
  readonly text: string;
}

const dumps = /(?:^|[\s/;&|])(?:pg_dump|pg_dumpall|mysqldump|mariadb-dump|mongodump)(?=\s|$)/;
const withoutRows = /\s(?:--schema-only|--no-data|--roles-only|--globals-only|-s)(?=\s|$)/;
const restores = /(?:^|[\s/;&|])(?:psql|pg_restore|mysql|mariadb|mongorestore)(?=\s|$)/;
const copies =
  /^(?:sudo )?(?:rsync|scp)\s|^(?:aws s3 (?:sync|cp)|rclone (?:sync|copy)|gsutil (?:-m )?(?:rsync|cp)|mc mirror)\s/;
const snapshots = /^(?:sudo )?lvcreate\s(?:.*\s)?(?:--snapshot|-s)(?=\s|$)/;
/** What makes production's data fit for others. */
const cleaned =
  /anonymi[sz]|pseudonymi|saniti[sz]|obfuscat|scrub|redact|(?<![a-z])mask(?:ed|ing|s)?(?![a-z])/i;
/** What is copied is data of a server: not the code, not a page. */
const dataWords =
  /(?:^|[^a-z])(?:db|database|data|dumps?|backups?|sql|postgres\w*|pgdata|mysql|mongo\w*|uploads|media)(?:[^a-z]|$)/i;
const dumpFile = /\.(?:sql|dump|backup|bak|tar|archive|gz|zst|bz2|xz|tgz)$/i;

/** Commands of one script that are looked at. */
const maxCommands = 2000;

/** Refreshes of a stage whose both sides the script names; none where anything in it makes the data anonymous. */
export function refreshesIn(document: ShellDocument, variables: Variables): readonly Refresh[] {
  if (isMadeAnonymous(document)) return [];
  const all = document.commands.slice(0, maxCommands).map((command) => show(command, variables));
  return all.flatMap((shown) => {
    const found = piped(shown, all) ?? fromFile(shown, all) ?? copied(shown, all);
    return found === null || !isOverwrite(found) ? [] : [{ command: shown.command, ...found }];
  });
}

type Sides = Omit<Refresh, 'command'>;

/** Something in the script makes the data fit for others. */
export function isMadeAnonymous({ text }: ShellDocument): boolean {
  return cleaned.test(text);
}

/** Data of a stage with people in it lands in a lesser one. */
export function isOverwrite({ from, to }: Pick<Refresh, 'from' | 'to'>): boolean {
  return from !== to && (to === 'staging' || to === 'preview') && from !== 'development';
}

/** `pg_dump "$PROD_URL" | psql "$STAGING_URL"`. */
function piped(shown: Shown, all: readonly Shown[]): Sides | null {
  if (!restores.test(shown.text)) return null;
  const source = all.find(
    ({ command, text }) =>
      command.pipeline === shown.command.pipeline &&
      command.at.start < shown.command.at.start &&
      dumps.test(text) &&
      !withoutRows.test(text),
  );
  if (source === undefined) return null;
  return sides(stageOf(source.words), stageOf(shown.words), 'a dump of it is read into the other');
}

/** A dump of production that lies in a file, by what wrote it or by its name. */
function fromFile(shown: Shown, all: readonly Shown[]): Sides | null {
  if (!restores.test(shown.text)) return null;
  const files = [...shown.words, ...inputs(shown)].filter((word) => dumpFile.test(word));
  const to = stageOf(shown.words.filter((word) => !dumpFile.test(word)));
  for (const file of files) {
    const writer = all.find(
      (other) =>
        other.command.at.start < shown.command.at.start &&
        dumps.test(other.text) &&
        !withoutRows.test(other.text) &&
        (other.words.includes(file) || outputsOf(other, all).includes(file)),
    );
    const from = writer === undefined ? stageOf([file]) : stageOf(withoutFiles(writer.words));
    const found = sides(from, to, `${file} is read into it`);
    if (found !== null) return found;
  }
  return null;
}

/** `rsync prod-db:/var/lib/mysql/ staging-db:/var/lib/mysql/`, and a snapshot of the machine's own disk instead of the first. */
function copied(shown: Shown, all: readonly Shown[]): Sides | null {
  if (!copies.test(shown.text)) return null;
  const operands = shown.words.slice(1).filter((word) => !word.startsWith('-'));
  const target = operands.at(-1);
  const source = operands.at(-2);
  if (target === undefined || source === undefined) return null;
  if (!dataWords.test(source) && !dataWords.test(target)) return null;
  const because = `${shown.words[0] === 'sudo' ? shown.words[1] : shown.words[0]} writes ${source} over ${target}`;
  const found = sides(stageOf([source]), stageOf([target]), because);
  if (found !== null) return found;
  const to = stageOf([target]);
  const path = /^[^/:\s]+:(\/.*)$/.exec(target)?.[1];
  const isLive = all.some(({ text }) => snapshots.test(text)) && !/:/.test(source);
  if (to === null || path === undefined || !isLive || serverDirectory(path) === null) return null;
  return { from: 'unknown', to, because: `${because}, from a snapshot of the live volume` };
}

function sides(from: Tier | null, to: Tier | null, because: string): Sides | null {
  return from === 'production' && to !== null ? { from, to, because } : null;
}

/** The one stage that words speak of; `null` for none and for several. */
function stageOf(words: readonly string[]): Tier | null {
  // A copy of production is production's data here.
  const tiers = words.map((word) =>
    tierOf(word.replace(/[-_.]?(?:copy|clone|backup|dump|snapshot)|\$/gi, ' ')),
  );
  const found = new Set(tiers.filter((tier) => tier !== null));
  const [only] = found;
  return found.size === 1 && only !== undefined && only !== 'unknown' ? only : null;
}

function withoutFiles(words: readonly string[]): readonly string[] {
  return words.filter((word) => !dumpFile.test(word));
}

function inputs({ command }: Shown): readonly string[] {
  return command.redirects
    .filter(({ operator }) => operator === '<')
    .map(({ target }) => plain(target));
}

/** Files that the pipeline of a dump writes. */
function outputsOf({ command }: Shown, all: readonly Shown[]): readonly string[] {
  return all
    .filter((other) => other.command.pipeline === command.pipeline)
    .flatMap((other) => other.command.redirects)
    .filter(({ operator }) => operator === '>')
    .map(({ target }) => plain(target));
}

function plain(word: ShellWord): string {
  return word.text ?? word.raw.replace(/["']/g, '');
}

function show(command: ShellCommand, variables: Variables): Shown {
  const words = command.words
    .slice(0, 60)
    .map((word) =>
      `${named(word)}${showPieces(variables.resolve(word, command).pieces)}`.slice(0, 1000),
    );
  return { command, words, text: words.join(' ') };
}

/** The names of variables speak too, whatever they hold: `$PROD_URL`. */
function named(word: ShellWord): string {
  const only = /^"?\$\{?([A-Za-z_]\w*)\}?"?$/.exec(word.raw)?.[1];
  return only === undefined ? '' : `$${only}=`;
}
