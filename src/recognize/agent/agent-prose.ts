import type { Document } from '../../model/document.ts';
import type { AgentRule, EntityKey, Fact } from '../../model/fact.ts';
import { folderOf } from '../../model/source.ts';
import { firstProhibition } from './advice-prose.ts';
import type { AgentWriter } from './agent-facts.ts';

/** Prose that forbids destruction, one advising guard per file: shown on a path because it does not hold, and never counted as a control. */
export function adviceFacts(
  documents: readonly Document[],
  agent: EntityKey,
  write: AgentWriter,
): readonly Fact[] {
  return documents.flatMap((document) => {
    const place = firstProhibition(document);
    if (place === null) return [];
    const guard = { name: `prose in ${document.file}`, at: place, strength: 'advises' } as const;
    return write.guard(agent, guard, `${document.file} tells the agent not to`);
  });
}

/**
 * Lines of an ignore file in gitignore syntax as rules that keep the agent's own tools from reading. Whether shell commands are bound by it, the
 * agent's `habits.opensFiles` says. Lines that start with `!` keep their mark: they take back what earlier lines of the same file said.
 */
export function ignoreRules(
  document: Document,
  agent: EntityKey,
  write: AgentWriter,
): readonly AgentRule[] {
  const rules: AgentRule[] = [];
  let start = 0;
  for (const line of document.text.split('\n')) {
    const text = line.replace(/^\uFEFF/, '').trimEnd();
    const from = start + (line.length - line.trimStart().length);
    start += line.length + 1;
    const pattern = text.trimStart().replace(/^\\([#!])/, '$1');
    if (pattern === '' || text.trimStart().startsWith('#')) continue;
    rules.push(
      write.rule({
        agent,
        effect: 'deny',
        tool: 'read',
        pattern: { type: 'path', text: pattern, folder: folderOf(document.file) },
        order: rules.length,
        at: { file: document.file, start: from, end: from + text.trimStart().length },
        name: pattern,
      }),
    );
  }
  return rules;
}
