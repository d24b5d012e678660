import type { Stop } from '../../model/hardening.ts';

/** From this many patterns of one program on, those that differ only in what they destroy become one. */
const manyPatterns = 20;
/** Fewer patterns than this are not worth a wider one. */
const fewestAlike = 3;

/** Words that destroy whatever stands before them, alone or in front of a dash: `delete`, `delete-db-instance`. */
const verb =
  /^(delete|destroy|remove|rm|del|terminate|purge|drop|deregister|wipe|erase|reset)(?:$|-)/;

interface Pattern {
  readonly words: readonly string[];
  /** `''`: it destroys with any words behind it. */
  readonly flag: string;
}

/**
 * Command globs that cover every stop, with ` *` at the end where anything may follow. A program with many of them gets wider ones
 * (`aws * delete-*`) instead of one for each thing that it can destroy, unless a wider one would cover a line of `kept`: commands, possibly
 * ending in `*`, that the team allows.
 */
export function stopGlobs(stops: readonly Stop[], kept: readonly string[]): readonly string[] {
  const programs = new Map<string, Pattern[]>();
  for (const stop of stops) {
    const words = stop.prefix.split(' ');
    const program = words[0] ?? '';
    const flags = stop.flags.length === 0 ? [''] : stop.flags;
    const patterns = programs.get(program) ?? [];
    patterns.push(...flags.map((flag) => ({ words, flag })));
    programs.set(program, patterns);
  }
  const lines = kept.map((line) => line.replace(/[:\s]*\*+$/, ' something'));
  return [...programs.values()].flatMap((patterns) => {
    const narrow = [...new Set(patterns.map(globOf))];
    if (patterns.length <= manyPatterns) return narrow;
    const byVerb = widened(patterns, verbGlob, lines);
    const rest = patterns.filter((pattern) => !isCovered(pattern, byVerb));
    const byEnd = widened(rest, endGlob, lines);
    const left = rest.filter((pattern) => !isCovered(pattern, byEnd));
    return [...new Set([...byVerb, ...byEnd, ...left.map(globOf)])];
  });
}

function globOf({ words, flag }: Pattern): string {
  return flag === '' ? `${words.join(' ')} *` : `${words.join(' ')} *${flag}*`;
}

/** Wider globs that stand for several patterns each and cover nothing the team allows. */
function widened(
  patterns: readonly Pattern[],
  wider: (pattern: Pattern) => string | null,
  kept: readonly string[],
): readonly string[] {
  const counts = new Map<string, number>();
  for (const pattern of patterns) {
    const glob = wider(pattern);
    if (glob !== null) counts.set(glob, (counts.get(glob) ?? 0) + 1);
  }
  return [...counts]
    .filter(([glob, count]) => count >= fewestAlike && !kept.some((line) => covers(glob, line)))
    .map(([glob]) => glob);
}

/** `aws rds delete-db-instance` → `aws * delete-*`. */
function verbGlob({ words }: Pattern): string | null {
  const last = words.at(-1) ?? '';
  const found = verb.exec(last)?.[1];
  if (found === undefined || words.length < 3) return null;
  return `${words[0]} * ${found}${last === found ? ' *' : '-*'}`;
}

/** `php bin/console doctrine:schema:drop` → `php * doctrine:schema:drop *`; a short last word keeps the one before it. */
function endGlob({ words, flag }: Pattern): string | null {
  const length = /[:-]/.test(words.at(-1) ?? '') ? 1 : 2;
  if (words.length < length + 2) return null;
  return globOf({ words: [words[0] ?? '', '*', ...words.slice(-length)], flag });
}

function isCovered(pattern: Pattern, globs: readonly string[]): boolean {
  const line = `${pattern.words.join(' ')} something ${pattern.flag}`.trim();
  return globs.some((glob) => covers(glob, line));
}

/** `*` stands for anything; at the end of a glob a space and a star may both be missing. */
function covers(glob: string, line: string): boolean {
  return matches(glob, line) || (glob.endsWith(' *') && matches(glob.slice(0, -2), line));
}

function matches(glob: string, line: string): boolean {
  const [first = '', ...others] = glob.split('*');
  if (!line.startsWith(first)) return false;
  let at = first.length;
  for (const [index, part] of others.entries()) {
    const found = index === others.length - 1 ? line.length - part.length : line.indexOf(part, at);
    if (found < at || !line.startsWith(part, found)) return false;
    at = found + part.length;
  }
  return at === line.length;
}
