import { at, type DataNode } from '../../model/document.ts';
import type { AgentRule, EntityKey } from '../../model/fact.ts';
import type { RulePattern } from '../../model/permission.ts';
import type { SourceRange } from '../../model/source.ts';
import type { AgentWriter } from '../../recognize/agent/agent-facts.ts';
import { scalars } from '../../recognize/agent/mcp-entry.ts';
import { bypassAt } from './tools.ts';

/** The tool that reads, under its name and the one it had before. */
export const readTools = ['read', 'read_file'] as const;

/** What asks when no list of sensitive files is written. */
const sensitiveFiles = ['**/.env', '**/.env.*'];

/**
 * Files that the reading tool is denied, and those that it asks about. Denied ones are compared with the whole path from the root of the disk.
 * @see https://github.com/mistralai/mistral-vibe/blob/main/vibe/core/tools/builtins/read.py (read 2026-11-21)
 */
export function readRules(
  root: DataNode | undefined,
  folder: string,
  place: SourceRange,
  agent: EntityKey,
  write: AgentWriter,
): readonly AgentRule[] {
  if (bypassAt(root) !== null) return [];
  const rules = readTools.flatMap((tool) => {
    const listed = (list: string, effect: 'deny' | 'ask', rank: number) =>
      scalars(at(root, 'tools', tool, list)).map((item, index) => {
        const pattern =
          effect === 'deny' ? diskPattern(item.text, folder) : path(item.text, folder);
        const name = `${item.text} in ${list} of ${tool}`;
        const order = rank * 100_000 + index;
        return write.rule({ agent, effect, tool: 'read', pattern, order, at: item.at, name });
      });
    return [...listed('denylist', 'deny', 0), ...listed('sensitive_patterns', 'ask', 1)];
  });
  const hasOwn = readTools.some(
    (tool) => at(root, 'tools', tool, 'sensitive_patterns') !== undefined,
  );
  if (hasOwn) return rules;
  const implied = sensitiveFiles.map((name, index) => {
    const pattern = path(name, folder);
    const rule = { agent, effect: 'ask', tool: 'read', pattern, order: 190_000 + index } as const;
    return write.rule({ ...rule, at: place, name, implied: true });
  });
  return [...rules, ...implied];
}

function path(text: string, folder: string): RulePattern {
  return { type: 'path', text, folder };
}

/** A star stands for slashes too; one in front stands for where the project is. */
function diskPattern(text: string, folder: string): RulePattern {
  const inside = /^\*{1,2}\/(.+)$/.exec(text)?.[1];
  return inside === undefined ? { type: 'glob', text } : path(`**/${inside}`, folder);
}
