import { at, type DataDocument, type Document, entries, items } from '../../model/document.ts';
import type { EntityKey, Fact } from '../../model/fact.ts';
import type { AgentWriter } from './agent-facts.ts';
import { hookName, hookPower } from './hook-script.ts';

/**
 * Hooks written the way of Claude Code (`hooks.<Event>[].hooks[]`) by an agent that lets a tool run when its hook fails: none of them blocks for
 * sure. Only those that can refuse what destroys count.
 */
export function openHookFacts(
  document: DataDocument,
  scripts: readonly Document[],
  agent: EntityKey,
  write: AgentWriter,
): readonly Fact[] {
  return entries(at(document.roots[0], 'hooks')).flatMap((event) =>
    items(event.value)
      .flatMap((group) => items(at(group, 'hooks')))
      .flatMap((hook): readonly Fact[] => {
        const command = at(hook, 'command');
        if (command?.type !== 'scalar') return [];
        const name = `${event.key} hook ${hookName(command.text)}`;
        const power = hookPower(command.text, scripts);
        if (!power.guards) return [];
        if (event.key === 'PostToolUse') {
          const what = {
            because: 'PostToolUse hooks run when the tool is already done',
            remedy: 'Run it as a PreToolUse hook.',
            looksProtective: true,
          };
          return [write.inert(agent, name, command.at, what)];
        }
        if (event.key !== 'PreToolUse') return [];
        const strength = power.isUnseen ? 'advises' : 'asks';
        const guard = {
          name: `${name} (lets pass when it fails)`,
          at: command.at,
          strength,
        } as const;
        return write.guard(agent, guard, `${name} judges commands before they run`);
      }),
  );
}
