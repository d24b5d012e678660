import type { CommandHabits } from '../model/permission.ts';
import type { SimpleCommand } from './permission-command.ts';

const assignment = /^([A-Za-z_][A-Za-z0-9_]*)\+?=/;
const flagsWithValue = new Set(['-n', '-k', '-s', '--signal', '--kill-after', '--adjustment']);

/**
 * How many leading words the agent looks past before it compares a command with a rule. Deny and ask rules look past any assignment, allow rules
 * only past the harmless ones.
 */
export function wrapperLength(
  words: readonly string[],
  past: 'allow' | 'deny',
  habits: CommandHabits,
): number {
  let from = 0;
  for (;;) {
    const word = words[from];
    if (word === undefined) return from;
    const variable = assignment.exec(word)?.[1];
    if (variable !== undefined) {
      if (past === 'allow' && !isHarmless(variable, habits)) return from;
      from += 1;
      continue;
    }
    const wrapper = habits.wrappers.find((candidate) => candidate.name === word);
    if (wrapper === undefined) return from;
    if (wrapper.bareOnly) {
      if (words[from + 1]?.startsWith('-') !== false) return from;
      from += 1;
    } else from = pastFlags(words, from + 1) + wrapper.operands;
  }
}

function isHarmless(variable: string, habits: CommandHabits): boolean {
  return habits.harmlessVariables.some((pattern) =>
    pattern.endsWith('*') ? variable.startsWith(pattern.slice(0, -1)) : variable === pattern,
  );
}

function pastFlags(words: readonly string[], start: number): number {
  let from = start;
  while (words[from]?.startsWith('-')) from += flagsWithValue.has(words[from] ?? '') ? 2 : 1;
  return from;
}

/** The ways one command can be written for a rule to match it: as it stands, without wrappers, without quotes. */
export function forms(
  command: SimpleCommand,
  past: 'allow' | 'deny',
  habits: CommandHabits,
): readonly string[] {
  const found = new Set<string>();
  const skipped = wrapperLength(command.words, past, habits);
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
function withoutBinaryPath(words: readonly string[]): readonly string[] {
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
