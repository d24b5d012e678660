import type { Document } from '../../model/document.ts';
import type { AgentRule, EntityKey } from '../../model/fact.ts';
import { folderOf } from '../../model/source.ts';
import { ruleFact } from './entities.ts';

/**
 * Lines of `.cursorignore` as rules that keep the agent's own tools from reading. Shell commands are not bound by it. Lines that start with `!` keep
 * their mark: they take back what earlier lines of the same file said.
 * @see https://cursor.com/docs/reference/ignore-file (read 2026-11-21)
 */
export function ignoreRules(document: Document, agent: EntityKey): readonly AgentRule[] {
  const rules: AgentRule[] = [];
  let start = 0;
  for (const line of document.text.split('\n')) {
    const text = line.replace(/^\uFEFF/, '').trimEnd();
    const from = start + (line.length - line.trimStart().length);
    start += line.length + 1;
    const pattern = text.trimStart().replace(/^\\([#!])/, '$1');
    if (pattern === '' || text.trimStart().startsWith('#')) continue;
    const folder = folderOf(document.file);
    rules.push(
      ruleFact({
        agent,
        effect: 'deny',
        tool: 'read',
        pattern: { type: 'path', text: pattern, folder },
        order: rules.length,
        at: { file: document.file, start: from, end: from + text.trimStart().length },
        name: pattern,
      }),
    );
  }
  return rules;
}
