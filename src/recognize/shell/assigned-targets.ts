import type { ShellAssignment, ShellCommand, ShellDocument } from '../../model/document.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import { programWords } from '../command/command-line.ts';
import type { LostStore } from './found-command.ts';
import type { ShellHost } from './shell-host.ts';
import { connectedStore } from './sources.ts';
import { functionOf, type Variables } from './variables.ts';

/**
 * What a command works on where the script itself sets the variables that say it: `DATABASE_URL="$PROD_URL" prisma migrate reset`. Empty where they are
 * set to something that leads nowhere known, `null` where the script sets none of them.
 */
export function assignedStores(
  command: ShellCommand,
  targets: readonly string[],
  document: ShellDocument,
  variables: Variables,
  knowledge: Knowledge,
  host: ShellHost,
): readonly LostStore[] | null {
  const assignments = assignmentsFor(command, document).filter(({ name }) =>
    targets.includes(name),
  );
  if (assignments.length === 0) return null;
  const last = new Map(assignments.map((assignment) => [assignment.name, assignment]));
  return [...last.values()].flatMap(({ name, value }) => {
    // Only what the value itself mentions counts, not the variable that it replaces.
    const source = { kind: 'variable', variable: '', word: value } as const;
    const connected = { tool: name, scheme: '', source };
    const store = connectedStore(connected, command, document, variables, knowledge, host);
    if (store === null) return [];
    const because = `${host.shown} sets ${name} to ${store.shown} for it`;
    return [{ key: store.key, because, facts: store.facts }];
  });
}

/** Assignments that are in force when a command runs, in their order: those before it in its function or outside any, and those on its own line. */
export function assignmentsFor(
  command: ShellCommand,
  document: ShellDocument,
): readonly ShellAssignment[] {
  const owner = functionOf(command);
  const before = document.commands.filter(
    (other) =>
      other.at.start < command.at.start &&
      (other.words.length === 0 || other.words[0]?.text === 'export') &&
      (functionOf(other) === null || functionOf(other) === owner) &&
      !isElsewhere(other, command),
  );
  return [...before.flatMap((other) => other.assignments), ...ownAssignments(command)];
}

/** In a branch, a loop or a program of its own that the command does not stand in. */
function isElsewhere(other: ShellCommand, command: ShellCommand): boolean {
  return other.within.some(
    ({ kind, text }) =>
      kind !== 'function' &&
      !command.within.some((context) => context.kind === kind && context.text === text),
  );
}

/** `A=1 cmd`, `env A=1 cmd`, `cross-env A=1 cmd`. */
function ownAssignments(command: ShellCommand): readonly ShellAssignment[] {
  const wrapping = command.words.slice(
    0,
    command.words.length - programWords(command.words).length,
  );
  const words = wrapping.flatMap((word): readonly ShellAssignment[] => {
    const name = /^[A-Za-z_]\w*(?==)/.exec(word.raw)?.[0];
    if (name === undefined) return [];
    const skipped = name.length + 1;
    const value = {
      ...word,
      text: word.text?.slice(skipped) ?? null,
      raw: word.raw.slice(skipped),
      at: { ...word.at, start: word.at.start + skipped },
    };
    return [{ name, value, at: word.at }];
  });
  return [...command.assignments, ...words];
}
