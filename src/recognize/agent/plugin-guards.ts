import type { Document } from '../../model/document.ts';
import type { EntityKey, Fact } from '../../model/fact.ts';
import { baseName } from '../../model/source.ts';
import type { AgentWriter } from './agent-facts.ts';

const destruction =
  /\brm\s+-|\bdrop\b|\bdestroy|\bdelete|\btruncate|--force|force[- ]push|\bterraform\b|\brailway\b|\bkubectl\b|\bpsql\b|destructive|dangerous|production/i;

/**
 * Plug-ins of the tree that throw before a tool runs: the only programmed guard these agents have.
 * @see https://opencode.ai/docs/plugins/ (read 2026-11-21)
 */
export function pluginGuards(
  documents: readonly Document[],
  agent: EntityKey,
  write: AgentWriter,
): readonly Fact[] {
  return documents.flatMap((document) => {
    const start = document.text.indexOf('tool.execute.before');
    const after = document.text.slice(Math.max(0, start));
    if (start < 0 || !/\bthrow\b/.test(after) || !destruction.test(after)) return [];
    const at = { file: document.file, start, end: start + 'tool.execute.before'.length };
    const name = `plug-in ${baseName(document.file)}`;
    const guard = { name, at, strength: 'blocks' } as const;
    return write.guard(agent, guard, `${name} stops tools before they run`);
  });
}
