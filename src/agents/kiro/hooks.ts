import {
  at,
  type DataDocument,
  type DataNode,
  type Document,
  items,
} from '../../model/document.ts';
import type { EntityKey, Fact } from '../../model/fact.ts';
import type { AgentWriter } from '../../recognize/agent/agent-facts.ts';
import { coversCommands } from '../../recognize/agent/agent-file-hooks.ts';
import { hookName, hookPower } from '../../recognize/agent/hook-script.ts';

/**
 * Hooks of `.kiro/hooks/*.json` that judge tools before they run; exit code 2 stops the tool.
 * @see https://kiro.dev/docs/hooks/ (read 2026-11-21)
 */
export function hookFileFacts(
  document: DataDocument,
  scripts: readonly Document[],
  agent: EntityKey,
  write: AgentWriter,
): readonly Fact[] {
  return items(at(document.roots[0], 'hooks')).flatMap((hook): readonly Fact[] => {
    const command = at(hook, 'action', 'command');
    const trigger = textOf(at(hook, 'trigger'));
    if (command?.type !== 'scalar' || !/^p(?:re|ost)tooluse$/i.test(trigger)) return [];
    const power = hookPower(command.text, scripts);
    if (!power.guards || !coversCommands(at(hook, 'matcher'))) return [];
    const name = `${trigger} hook ${hookName(command.text)}`;
    if (/^post/i.test(trigger)) {
      return [
        write.inert(agent, name, command.at, {
          because: 'Kiro runs PostToolUse hooks when the tool is already done',
          remedy: 'Make it a PreToolUse hook.',
          looksProtective: true,
        }),
      ];
    }
    const enabled = at(hook, 'enabled');
    if (enabled?.type === 'scalar' && enabled.value === false) {
      return [
        write.weakness(agent, name, enabled.at, {
          control: 'hook',
          because: 'the hook that would stop destructive commands is switched off',
          remedy: 'Set enabled to true.',
        }),
      ];
    }
    const guard = { name, at: command.at, strength: 'blocks' } as const;
    return write.guard(agent, guard, `${name} judges tools before they run`);
  });
}

function textOf(node: DataNode | undefined): string {
  return node?.type === 'scalar' ? node.text : '';
}
