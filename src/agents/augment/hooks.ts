import { at, type DataDocument, type Document } from '../../model/document.ts';
import type { EntityKey, Fact } from '../../model/fact.ts';
import { agentWriter } from '../../recognize/agent/agent-facts.ts';
import { agentHooks, guardingHooks } from '../../recognize/agent/agent-hooks.ts';

const write = agentWriter('augment');

/**
 * Hooks that judge a tool before it runs, where they cover commands or servers.
 * @see https://docs.augmentcode.com/cli/hooks (read 2026-11-21)
 */
export function hookFacts(
  document: DataDocument,
  scripts: readonly Document[],
  agent: EntityKey,
): readonly Fact[] {
  const covers = /launch-process|\.\*|^\*?$|_/;
  const owner = { agent, write, title: 'Auggie', scripts, covers };
  return guardingHooks(agentHooks(at(document.roots[0], 'hooks')), owner);
}
