import type { Command, Redirection } from 'unbash';
import type { ShellAssignment, ShellCommand, ShellRedirect } from '../../model/document.ts';
import type { ShellSource } from './source.ts';
import { assignedWord, assignmentWord, bodyWord, shellWord } from './word.ts';

/** Words and assignments of a simple command; the arguments of `export` and `declare` are both. */
export function simpleCommand(
  node: Command,
  source: ShellSource,
): Pick<ShellCommand, 'words' | 'assignments' | 'at'> {
  const words = node.args.map((part) =>
    part.type === 'Word' ? shellWord(part, source) : assignmentWord(part, source),
  );
  const assignments: ShellAssignment[] = [];
  for (const part of [...node.prefix, ...node.suffix]) {
    if (part.type !== 'Assignment') continue;
    const at = source.at(part.pos, part.end);
    assignments.push({ name: part.name, value: assignedWord(part, source), at });
  }
  return {
    words: node.name === undefined ? words : [shellWord(node.name, source), ...words],
    assignments,
    at: source.at(node.pos, node.end),
  };
}

/** A redirect as a list: none where its target is missing. */
export function shellRedirects(
  redirect: Redirection,
  source: ShellSource,
): readonly ShellRedirect[] {
  const at = source.at(redirect.pos, redirect.end);
  const stream =
    redirect.descriptor?.type === 'FileDescriptor' ? String(redirect.descriptor.value) : '';
  const operator = `${stream}${redirect.operator}`;
  if (redirect.type !== 'HereDoc') {
    const { target } = redirect;
    if (target === undefined) return [];
    return [{ operator, target: shellWord(target, source), body: null, at }];
  }
  const { delimiter, body } = redirect;
  const start = delimiter?.pos ?? redirect.end;
  const end = delimiter?.end ?? redirect.end;
  const raw = source.shown.slice(start, end);
  const target = { text: delimiter?.value ?? '', raw, refs: [], at: source.at(start, end) };
  return [{ operator, target, body: bodyWord(body, source), at }];
}
