/** An SQL statement that loses rows, or everything that holds them. */
export interface SqlLoss {
  /** `DROP SCHEMA`, `TRUNCATE`, `DELETE without WHERE`. */
  readonly verb: string;
  /** What it names, as written; empty where it names nothing that can be read. */
  readonly target: string;
  /** Offsets in the text. */
  readonly start: number;
  readonly end: number;
}

/** A statement that copies rows to another table of the same database. */
export interface SqlCopy {
  /** The table that holds the copy: `backup.orders`. */
  readonly target: string;
  readonly source: string;
  readonly start: number;
  readonly end: number;
}

/** Text beyond this is a dump, not something that a person wrote. */
const maxText = 200_000;

const name = '[\\w.$"`\\[\\]{}…-]+';
const losses: readonly { readonly verb: string; readonly pattern: RegExp }[] = [
  loss('DROP DATABASE', `DROP\\s+DATABASE\\s+(?:IF\\s+EXISTS\\s+)?(${name})`),
  loss('DROP SCHEMA', `DROP\\s+SCHEMA\\s+(?:IF\\s+EXISTS\\s+)?(${name})`),
  loss('DROP KEYSPACE', `DROP\\s+KEYSPACE\\s+(?:IF\\s+EXISTS\\s+)?(${name})`),
  loss('DROP TABLE', `DROP\\s+TABLE\\s+(?:IF\\s+EXISTS\\s+)?(${name})`),
  loss('DROP OWNED', `DROP\\s+OWNED\\s+BY\\s+(${name})`),
  loss('TRUNCATE', `TRUNCATE\\s+(?:TABLE\\s+)?(?:ONLY\\s+)?(${name})`),
];
const deletion = new RegExp(
  `^\\s*DELETE\\s+FROM\\s+(?:ONLY\\s+)?(${name})\\s*(?:AS\\s+\\w+\\s*)?$`,
  'i',
);
const copy = new RegExp(
  `^\\s*(?:CREATE\\s+(?:UNLOGGED\\s+)?TABLE\\s+(?:IF\\s+NOT\\s+EXISTS\\s+)?(${name})\\s+AS\\s+(?:TABLE\\s+(${name})|\\(?\\s*SELECT\\s+\\*\\s+FROM\\s+(${name}))|SELECT\\s+\\*\\s+INTO\\s+(?!TEMP)(${name})\\s+FROM\\s+(${name}))`,
  'i',
);
const temporary = new RegExp(
  `^\\s*CREATE\\s+(?:(?:GLOBAL|LOCAL)\\s+)?TEMP(?:ORARY)?\\s+TABLE\\s+(?:IF\\s+NOT\\s+EXISTS\\s+)?(${name})`,
  'i',
);
/** Names of what a session makes for itself. */
const passing =
  /(?:^|[._"`])(?:te?mp|scratch|staging|stg|work)[_\d]|_(?:te?mp|scratch|staging|old|new)["`]?$|^#/i;

function loss(verb: string, pattern: string) {
  return { verb, pattern: new RegExp(`^\\s*${pattern}`, 'i') };
}

/** Every statement of an SQL text that loses rows. Comments and quoted text say nothing; what a session made for itself is no loss. */
export function sqlLosses(text: string): readonly SqlLoss[] {
  const own = new Set<string>();
  return statementsOf(text).flatMap(({ shown, start }): readonly SqlLoss[] => {
    const made = temporary.exec(shown)?.[1];
    if (made !== undefined) own.add(bare(made).toLowerCase());
    const end = start + shown.trimEnd().length;
    const first = start + (shown.length - shown.trimStart().length);
    for (const { verb, pattern } of losses) {
      const target = pattern.exec(shown)?.[1];
      if (target === undefined || isOwn(target, own)) continue;
      return [{ verb, target: bare(target), start: first, end }];
    }
    const emptied = deletion.exec(shown)?.[1];
    if (emptied === undefined || isOwn(emptied, own)) return [];
    return [{ verb: 'DELETE without WHERE', target: bare(emptied), start: first, end }];
  });
}

/** What the session made for itself, as its name or an earlier statement says. */
function isOwn(target: string, own: ReadonlySet<string>): boolean {
  return passing.test(target) || own.has(bare(target).toLowerCase());
}

/** Every statement that copies a whole table into another one. */
export function sqlCopies(text: string): readonly SqlCopy[] {
  return statementsOf(text).flatMap(({ shown, start }): readonly SqlCopy[] => {
    const found = copy.exec(shown);
    const target = found?.[1] ?? found?.[4];
    const source = found?.[2] ?? found?.[3] ?? found?.[5];
    if (target === undefined || source === undefined) return [];
    const first = start + (shown.length - shown.trimStart().length);
    const end = start + shown.trimEnd().length;
    return [{ target: bare(target), source: bare(source), start: first, end }];
  });
}

interface Statement {
  /** As long as the statement; comments and quoted text are blanks. */
  readonly shown: string;
  readonly start: number;
}

function statementsOf(text: string): readonly Statement[] {
  if (text.length > maxText) return [];
  const plain = withoutNoise(text);
  const found: Statement[] = [];
  let start = 0;
  for (const shown of plain.split(';')) {
    if (shown.trim() !== '') found.push({ shown, start });
    start += shown.length + 1;
  }
  return found;
}

/** Blanks comments and string literals; identifiers in double quotes and backticks stay. */
function withoutNoise(text: string): string {
  return text.replace(
    /--[^\n]*|\/\*(?:[^*]|\*(?!\/))*(?:\*\/|$)|'(?:[^'\\]|\\[\s\S]|'')*(?:'|$)/g,
    (noise) => noise.replace(/[^\n]/g, ' '),
  );
}

function bare(written: string): string {
  return written.replace(/["`[\]]/g, '').replace(/\.+$/, '');
}
