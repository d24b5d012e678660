import { at, type DataNode, type Document, entries, items } from '../../model/document.ts';
import type { EntityKey, Fact } from '../../model/fact.ts';
import type { AgentWriter } from '../../recognize/agent/agent-facts.ts';
import { hookName, hookPower } from '../../recognize/agent/hook-script.ts';

const blocking = new Set(['pre_run_command', 'pre_mcp_tool_use', 'PreToolUse']);
const observing = new Set(['post_run_command', 'post_mcp_tool_use', 'PostToolUse']);

/**
 * Hooks before a command or an MCP tool, which refuse with exit code 2 and let pass when they fail. The names of Devin's own files are not stated
 * anywhere, so what stands there only counts as advice.
 * @see https://docs.windsurf.com/windsurf/cascade/hooks
 */
export function hookFacts(
  hooks: DataNode | undefined,
  scripts: readonly Document[],
  agent: EntityKey,
  write: AgentWriter,
  isStated: boolean,
): readonly Fact[] {
  return entries(hooks).flatMap((event) =>
    items(event.value)
      .flatMap((hook) => [hook, ...items(at(hook, 'hooks'))])
      .flatMap((hook): readonly Fact[] => {
        const command = at(hook, 'command');
        if (command?.type !== 'scalar') return [];
        const name = `${event.key} hook ${hookName(command.text)}`;
        const power = hookPower(command.text, scripts);
        if (!power.guards) return [];
        if (observing.has(event.key)) {
          const what = {
            because: `${event.key} hooks run when the action is already done`,
            remedy: 'Run it as a pre_run_command and pre_mcp_tool_use hook.',
            looksProtective: true,
          };
          return [write.inert(agent, name, command.at, what)];
        }
        if (!blocking.has(event.key)) return [];
        const strength = isStated && !power.isUnseen ? 'asks' : 'advises';
        const guard = {
          name: `${name} (lets pass when it fails)`,
          at: command.at,
          strength,
        } as const;
        return write.guard(agent, guard, `${name} judges commands before they run`);
      }),
  );
}
