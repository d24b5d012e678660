import type { SimpleCommand } from './permission-command.ts';

/** Assignments before a command that change how it prints and nothing else. */
const harmlessVariable =
  /^(?:LANG|LANGUAGE|LC_[A-Z]+|TZ|TERM|NO_COLOR|FORCE_COLOR|CLICOLOR|COLUMNS|LINES|PAGER)=/;
const assignment = /^[A-Za-z_][A-Za-z0-9_]*\+?=/;
const plainWrappers = new Set(['time', 'nohup', 'command', 'builtin', 'noglob']);
/** Wrapper → how many words after its flags belong to it. */
const optionWrappers: ReadonlyMap<string, number> = new Map([
  ['timeout', 1],
  ['nice', 0],
  ['stdbuf', 0],
]);
const flagsWithValue = new Set(['-n', '-k', '-s', '--signal', '--kill-after', '--adjustment']);

/**
 * How many leading words an agent looks past before it compares a command with a rule. Deny and ask rules look past any assignment, allow rules
 * only past harmless ones.
 * @see https://code.claude.com/docs/en/permissions (read 2026-11-21)
 */
export function wrapperLength(words: readonly string[], past: 'allow' | 'deny'): number {
  let from = 0;
  for (;;) {
    const word = words[from];
    if (word === undefined) return from;
    const skipped = past === 'deny' ? assignment.test(word) : harmlessVariable.test(word);
    if (skipped || plainWrappers.has(word)) {
      from += 1;
      continue;
    }
    if (word === 'xargs' && words[from + 1]?.startsWith('-') === false) {
      from += 1;
      continue;
    }
    const own = optionWrappers.get(word);
    if (own === undefined) return from;
    from = pastFlags(words, from + 1) + own;
  }
}

function pastFlags(words: readonly string[], start: number): number {
  let from = start;
  while (words[from]?.startsWith('-')) from += flagsWithValue.has(words[from] ?? '') ? 2 : 1;
  return from;
}

/** The ways one command can be written for a rule to match it: as it stands, without wrappers, without quotes. */
export function forms(command: SimpleCommand, past: 'allow' | 'deny'): readonly string[] {
  const found = new Set<string>();
  const skipped = wrapperLength(command.words, past);
  for (const words of [command.raw, command.words]) {
    found.add(words.join(' '));
    const inner = words.slice(skipped);
    found.add(inner.join(' '));
    // Somebody who may run the tool may leave its path out; a deny, on the other hand, really misses the path form.
    if (past === 'allow') found.add(withoutBinaryPath(inner).join(' '));
  }
  found.delete('');
  return [...found];
}

/** `/usr/local/bin/terraform` and `./node_modules/.bin/prisma` are the tool's own name; other paths are scripts of the tree. */
export function withoutBinaryPath(words: readonly string[]): readonly string[] {
  const [first, ...rest] = words;
  const name = first === undefined ? undefined : /(?:^|\/)\.?bin\/([^/*]+)$/.exec(first)?.[1];
  return name === undefined ? words : [name, ...rest];
}

/**
 * What an allow rule grants once the words in front of its command are gone: `AWS_PROFILE=prod aws *` lets the agent run `aws` as well as
 * `cd infra && /usr/bin/aws *` does, it only has to write the same front. `undefined` when the text starts with its command.
 */
export function grantedText(text: string): string | undefined {
  let rest = text.trim();
  for (let round = 0; round < 10; round += 1) {
    const next = rest
      .replace(/^cd\s+(?:"[^"]*"|'[^']*'|[^\s;&|]+)\s*(?:&&|;)\s*/, '')
      .replace(
        /^(?:export\s+)?[A-Za-z_][A-Za-z0-9_]*=(?:"[^"]*"|'[^']*'|[^\s"';&|]*)(?:\s*(?:&&|;)\s*|\s+)/,
        '',
      )
      .replace(
        /^(?:sudo(?:\s+-[EHnS]+)*|env|time|nohup|command|timeout\s+\S+|nice(?:\s+-n\s+\S+)?)\s+(?=[^\s-])/,
        '',
      );
    if (next === rest) break;
    rest = next;
  }
  const words = withoutBinaryPath(rest.split(' ')).join(' ');
  return words === text || words === '' ? undefined : words;
}
