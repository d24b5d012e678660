import type { ToolCommand } from '../../recognize/platform/attached-stores.ts';

/** A command of the Heroku CLI that names its app. */
export interface Call {
  /** `addons:attach`. */
  readonly subcommand: string;
  /** What it is about, in order; all of them are known. */
  readonly operands: readonly string[];
  /** The app it works on, by its name or by that of a git remote. */
  readonly app: string;
  readonly flags: ReadonlyMap<string, string | null>;
}

/** Flags of the commands that are read here which take the next word. */
const valued = new Set(
  '-a --app -r --remote --as --name --credential --confirm -c --follow --fork --wait-interval'.split(
    ' ',
  ),
);

/** `heroku addons:attach OPERAND -a APP`; without an app the folder decides, which no script shows. */
export function callOf({ words }: ToolCommand): Call | null {
  const [program, subcommand] = words;
  if (program !== 'heroku' || !isText(subcommand)) return null;
  const flags = new Map<string, string | null>();
  const operands: (string | null)[] = [];
  for (let position = 2; position < words.length; position += 1) {
    const word = words[position] ?? null;
    const glued = /^(--[a-z-]+)=(.*)$/.exec(word ?? '');
    if (glued !== null) flags.set(glued[1] ?? '', glued[2] ?? '');
    else if (word !== null && valued.has(word)) {
      position += 1;
      flags.set(word, words[position] ?? null);
    } else if (word?.startsWith('-') !== true) operands.push(word);
  }
  const app = ['--app', '-a', '--remote', '-r'].map((flag) => flags.get(flag)).find(isText);
  if (operands.length === 0 || !operands.every(isText) || !isApp(app)) return null;
  return { subcommand, operands, app, flags };
}

/** A word that is there and known. */
export function isText(word: string | null | undefined): word is string {
  return word !== null && word !== undefined && word !== '';
}

function isApp(word: string | undefined): word is string {
  return word !== undefined && /^[a-z0-9][\w-]{0,60}$/i.test(word);
}
