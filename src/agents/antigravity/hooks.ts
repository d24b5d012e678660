import type { ScalarNode } from '../../model/document.ts';
import { type DataDocument, type DataNode, type Document, entries } from '../../model/document.ts';
import type { EntityKey, Fact } from '../../model/fact.ts';
import { baseName } from '../../model/source.ts';
import type { AgentWriter } from '../../recognize/agent/agent-facts.ts';
import { hookName, hookPower } from '../../recognize/agent/hook-script.ts';

const events = new Set(['PreToolUse', 'PostToolUse', 'PreInvocation', 'PostInvocation', 'Stop']);
const maxDepth = 8;

interface Hook {
  readonly event: string;
  readonly command: ScalarNode;
}

/**
 * Hooks by name and event. One that gives no decision, or a broken one, stops the tool, so a hook that denies blocks; one whose script is not in the tree
 * counts as advice.
 * @see https://docs.rs/safe-chains/latest/safe_chains/targets/agy/index.html (read 2026-11-21)
 */
export function hookFacts(
  document: DataDocument,
  scripts: readonly Document[],
  agent: EntityKey,
  write: AgentWriter,
): readonly Fact[] {
  const [root] = document.roots;
  if (root === undefined) return [];
  return hooksOf(root, null, 0).flatMap(({ event, command }): readonly Fact[] => {
    const short = hookName(command.text);
    const power = hookPower(command.text, scripts);
    const claims = /guard|block|protect|prevent|deny|safe|restrict/i.test(short);
    if (!power.guards && !(claims && power.isUnseen)) return [];
    const name = `${event} hook ${short}`;
    if (event === 'PostToolUse' || event === 'PostInvocation') {
      return [
        write.inert(agent, name, command.at, {
          because: `Antigravity runs ${event} hooks when the action is already done`,
          remedy: 'Run it as a PreToolUse hook.',
          looksProtective: true,
        }),
      ];
    }
    if (event !== 'PreToolUse') return [];
    const script = scripts.find(({ file }) => command.text.includes(baseName(file)));
    const denies = /\bdeny\b|\bexit\s+2\b/.test(`${command.text}\n${script?.text ?? ''}`);
    const strength = power.isUnseen ? 'advises' : denies ? 'blocks' : 'asks';
    const guard = { name, at: command.at, strength } as const;
    return write.guard(agent, guard, `${name} judges commands before they run`);
  });
}

/** Commands below an event, wherever the names and groups around it stand. */
function hooksOf(node: DataNode, event: string | null, depth: number): readonly Hook[] {
  if (depth > maxDepth) return [];
  if (node.type === 'list') return node.items.flatMap((item) => hooksOf(item, event, depth + 1));
  return entries(node).flatMap(({ key, value }) => {
    if (key === 'command' && event !== null && value.type === 'scalar') {
      return [{ event, command: value }];
    }
    return hooksOf(value, events.has(key) ? key : event, depth + 1);
  });
}
