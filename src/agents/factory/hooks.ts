import { at, type DataDocument, type Document } from '../../model/document.ts';
import type { EntityKey, Fact } from '../../model/fact.ts';
import { agentWriter } from '../../recognize/agent/agent-facts.ts';
import { agentHooks, guardingHooks } from '../../recognize/agent/agent-hooks.ts';
import { setting, trueAt } from './setting-files.ts';

const write = agentWriter('factory');

/**
 * Hooks that judge a tool before it runs; none does while they are switched off as a whole.
 * @see https://docs.factory.ai/reference/hooks-reference (read 2026-11-21)
 */
export function hookFacts(
  files: readonly DataDocument[],
  hookFiles: readonly DataDocument[],
  scripts: readonly Document[],
  agent: EntityKey,
): readonly Fact[] {
  const owner = { agent, write, title: 'Droid', scripts, covers: /Execute|mcp|\.\*|^\*?$/ };
  const hooks = [...files, ...hookFiles].flatMap(({ roots: [root] }) => [
    ...agentHooks(at(root, 'hooks')),
    // A file that holds nothing but hooks may name the events at once.
    ...agentHooks(root),
  ]);
  const found = guardingHooks(hooks, owner);
  const off = trueAt(setting(files, 'hooksDisabled'));
  if (off === undefined || found.length === 0) return found;
  return [
    write.weakness(agent, 'hooksDisabled', off, {
      control: 'hook',
      because: 'no hook runs, so none can stop a command',
      remedy: 'Remove hooksDisabled.',
    }),
  ];
}
