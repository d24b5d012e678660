import { at, type DataDocument, type Document } from '../../model/document.ts';
import type { EntityKey, Fact } from '../../model/fact.ts';
import { agentWriter } from '../../recognize/agent/agent-facts.ts';
import { agentHooks, guardingHooks } from '../../recognize/agent/agent-hooks.ts';

const write = agentWriter('crush');

/**
 * Hooks that judge a tool before it runs, the only event there is: exit code 2 stops it, every other failure lets it pass.
 * @see https://github.com/charmbracelet/crush/blob/main/docs/hooks/README.md (read 2026-11-21)
 */
export function hookFacts(
  document: DataDocument,
  scripts: readonly Document[],
  agent: EntityKey,
): readonly Fact[] {
  const hooks = agentHooks(at(document.roots[0], 'hooks')).filter(({ event }) =>
    /^pre/i.test(event),
  );
  const covers = /bash|mcp|\.\*|^\*?$/;
  return guardingHooks(hooks, { agent, write, title: 'Crush', scripts, covers });
}
