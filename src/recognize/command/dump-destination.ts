import type { ShellCommand, ShellWord } from '../../model/document.ts';

/** Where bytes end: a path on this machine, another service, or the terminal and whoever reads it. */
export interface DumpDestination {
  readonly kind: 'path' | 'remote' | 'stdout';
  /** The word that names it, `null` where configuration elsewhere does. */
  readonly word: ShellWord | null;
}

/** Programs that take a stream and keep it elsewhere. `at` finds the word that names the place. */
interface Uploader {
  /** Program and the words that must occur after it. */
  readonly words: readonly string[];
  readonly destination: RegExp | 'last' | 'none';
}

const uploaders: readonly Uploader[] = [
  { words: ['aws', 's3', 'cp'], destination: /^s3:\/\// },
  { words: ['s5cmd', 'pipe'], destination: /^s3:\/\// },
  { words: ['s3cmd', 'put'], destination: /^s3:\/\// },
  { words: ['s4cmd', 'put'], destination: /^s3:\/\// },
  { words: ['gsutil', 'cp'], destination: /^gs:\/\// },
  { words: ['gcloud', 'storage', 'cp'], destination: /^gs:\/\// },
  { words: ['gof3r', 'put'], destination: 'none' },
  { words: ['rclone', 'rcat'], destination: 'last' },
  { words: ['mc', 'pipe'], destination: 'last' },
  { words: ['mcli', 'pipe'], destination: 'last' },
  { words: ['az', 'storage', 'blob', 'upload'], destination: 'none' },
  { words: ['azcopy', 'copy'], destination: /^https:\/\// },
  { words: ['b2', 'upload-unbound-stream'], destination: 'last' },
  { words: ['b2', 'file', 'upload'], destination: 'last' },
  { words: ['restic', 'backup'], destination: 'none' },
  { words: ['borg', 'create'], destination: /::|^ssh:\/\// },
  { words: ['kopia', 'snapshot'], destination: 'none' },
  { words: ['duplicity'], destination: /^[a-z0-9+]+:\/\// },
  { words: ['curl'], destination: /^https?:\/\// },
  { words: ['ssh'], destination: 'last' },
  { words: ['nc'], destination: 'none' },
  { words: ['ncat'], destination: 'none' },
  { words: ['psql'], destination: /^postgres/ },
  { words: ['mysql'], destination: 'none' },
  { words: ['mongorestore'], destination: /^mongodb/ },
  { words: ['pg_restore'], destination: /^postgres/ },
];

/** Filters that may write to a file of their own instead of passing the stream on. */
const fileFlags: Readonly<Record<string, readonly string[]>> = {
  zstd: ['-o'],
  age: ['-o', '--output'],
  gpg: ['-o', '--output'],
  gpg2: ['-o', '--output'],
  openssl: ['-out'],
  sponge: [],
  pigz: [],
};

const remoteScheme = /^(?:s3|s3n|s3a|gs|b2|r2|az|azure|abs|swift|sftp|ssh|rsync|ftp|https?):\/\//;

/**
 * Follows the stream of a command through its pipeline. `written` is the file the command itself writes, if any. `wordsOf` unwraps a command.
 */
export function destinationOf(
  command: ShellCommand,
  commands: readonly ShellCommand[],
  written: ShellWord | null,
  wordsOf: (command: ShellCommand) => readonly (string | null)[],
): DumpDestination {
  if (written !== null && written.text !== '-') return placed(written);
  const rest = commands
    .filter((other) => other.pipeline === command.pipeline && other.at.start > command.at.start)
    .sort((a, b) => a.at.start - b.at.start);
  for (const stage of [command, ...rest]) {
    const file = redirectedTo(stage);
    if (file !== null) return placed(file);
    if (stage === command) continue;
    const end = endOf(stage, wordsOf(stage));
    if (end !== null) return end;
  }
  return { kind: 'stdout', word: null };
}

function redirectedTo(command: ShellCommand): ShellWord | null {
  const redirect = command.redirects.findLast(
    ({ operator, target }) =>
      /^(?:1?>|1?>>|1?>\||&>|&>>)$/.test(operator) && !messages.test(target.raw),
  );
  return redirect?.target ?? null;
}

/** Where messages go: the operator alone does not always tell which stream is redirected, and no dump is called a log. */
const messages = /^(?:&?\d+|\/dev\/(?:null|stderr|tty))$|\.(?:log|err)["']?$/;

function placed(word: ShellWord): DumpDestination {
  const text = word.text ?? word.raw.replace(/^["']/, '');
  return { kind: remoteScheme.test(text) ? 'remote' : 'path', word };
}

function endOf(command: ShellCommand, argv: readonly (string | null)[]): DumpDestination | null {
  const program = argv[0] ?? '';
  // Wrappers stand before the program, so the last words are the same in both lists.
  const words = command.words.slice(command.words.length - argv.length);
  if (program === 'tee' || program === 'sponge') {
    const file = words.slice(1).find((word) => !word.raw.startsWith('-'));
    return file === undefined ? null : placed(file);
  }
  if (program === 'dd') {
    const target = words.find((word) => word.raw.startsWith('of='));
    return target === undefined
      ? null
      : placed({ ...target, text: target.text?.slice(3) ?? null, raw: target.raw.slice(3) });
  }
  if (program === 'split') {
    const prefix = words.at(-1);
    return prefix === undefined ? null : placed(prefix);
  }
  const flags = Object.hasOwn(fileFlags, program) ? (fileFlags[program] ?? []) : [];
  const flag = words.findIndex((word) => flags.includes(word.raw));
  const file = flag < 0 ? undefined : words[flag + 1];
  if (file !== undefined && file.text !== '-') return placed(file);
  return uploaded(words, argv);
}

function uploaded(
  words: readonly ShellWord[],
  argv: readonly (string | null)[],
): DumpDestination | null {
  const uploader = uploaders.find((known) => isUpload(known, argv));
  if (uploader === undefined) return null;
  const { destination } = uploader;
  if (destination === 'none') return { kind: 'remote', word: null };
  const word =
    destination === 'last'
      ? words.at(-1)
      : words.find((candidate) =>
          destination.test(candidate.text ?? candidate.raw.replace(/^["']/, '')),
        );
  // `aws s3 cp - "$BACKUP_BUCKET/x"`: the last word is the place although its scheme is hidden.
  return { kind: 'remote', word: word ?? words.findLast((other) => other.text === null) ?? null };
}

function isUpload(known: Uploader, argv: readonly (string | null)[]): boolean {
  let matched = 0;
  for (const word of argv) if (word === known.words[matched]) matched += 1;
  return matched === known.words.length && argv[0] === known.words[0];
}
