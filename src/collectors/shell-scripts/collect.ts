import type { ScalarNode, ShellAssignment, ShellDocument } from '../../model/document.ts';
import type { Fact } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { Collect } from '../../model/plugin.ts';
import { factsOfVariable } from '../../recognize/credential/variable.ts';
import { backupFacts } from '../../recognize/shell/backup-facts.ts';
import { commandFacts } from '../../recognize/shell/commands.ts';
import { refreshFacts } from '../../recognize/shell/refresh-facts.ts';
import { scriptCalls } from '../../recognize/shell/script-calls.ts';
import { scriptHost } from '../../recognize/shell/shell-host.ts';
import { scriptVariables } from '../../recognize/shell/variables.ts';

/** Reads shell scripts for backups, destructive commands and credentials. */
export const collect: Collect = (unit, knowledge) =>
  unit.documents.flatMap((document) => {
    if (document.shape !== 'shell') return [];
    const variables = scriptVariables(document);
    const host = scriptHost(document);
    return [
      ...assignedFacts(document, knowledge),
      ...backupFacts(document, variables, knowledge, host),
      ...commandFacts(document, variables, knowledge, host),
      ...refreshFacts(document, variables, host),
      ...scriptCalls(document, host),
    ];
  });

/** Credentials, stores and identifiers that the script assigns as literals. */
function assignedFacts(document: ShellDocument, knowledge: Knowledge): readonly Fact[] {
  return document.commands.flatMap((command) =>
    command.assignments.flatMap((assignment) => assignmentFacts(assignment, document, knowledge)),
  );
}

function assignmentFacts(
  { name, value, at }: ShellAssignment,
  document: ShellDocument,
  knowledge: Knowledge,
): readonly Fact[] {
  // A computed value says nothing that the script's environment does not say better.
  if (value.text === null || value.text === '') return [];
  const quoted = /^['"]/.test(value.raw) ? 1 : 0;
  const node: ScalarNode = {
    type: 'scalar',
    value: value.text,
    text: value.text,
    map: [[0, value.at.start + quoted]],
    at: value.at,
  };
  const keyAt = { file: at.file, start: at.start, end: at.start + name.length };
  const comment = commentFor(document, at.start);
  return factsOfVariable(
    { name, value: node, keyAt, document, environment: null, collector: 'shell-scripts', comment },
    knowledge,
  );
}

/** The comment on the line of a place, or directly above it. */
function commentFor(document: ShellDocument, start: number): string | null {
  const lineStart = document.text.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = document.text.indexOf('\n', start);
  const found = document.comments.findLast((comment) => {
    if (comment.start >= start) return lineEnd < 0 || comment.start < lineEnd;
    return /^\s*$/.test(document.text.slice(comment.end, lineStart)) && comment.end < lineStart;
  });
  if (found === undefined) return null;
  const text = document.text
    .slice(found.start, found.end)
    .replace(/^#+\s*/, '')
    .trim();
  return text.startsWith('!') || text === '' ? null : text;
}
