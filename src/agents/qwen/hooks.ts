import type { Document } from '../../model/document.ts';
import type { EntityKey, Fact } from '../../model/fact.ts';
import { groupedHooks } from '../../recognize/agent/agent-hooks.ts';
import { hooksOff, openHookFacts } from '../../recognize/agent/open-hooks.ts';
import { everywhere, type Layer, plain, setting } from '../../recognize/agent/setting-layers.ts';
import { write } from './writer.ts';

/**
 * Hooks that judge commands or MCP tools before they run. One that fails lets the tool run.
 * @see https://github.com/QwenLM/qwen-code/blob/main/docs/users/features/hooks.md (read 2026-11-21)
 */
export function hookFacts(
  layers: readonly Layer[],
  scripts: readonly Document[],
  agent: EntityKey,
): readonly Fact[] {
  const owner = {
    agent,
    write,
    scripts,
    before: 'PreToolUse',
    covers: /^\*?$|run_shell|Bash|Shell|\.\*|mcp__/,
    whyVain: (event: string) =>
      event === 'PostToolUse' ? 'Qwen Code runs PostToolUse hooks after the tool has run' : null,
  };
  const facts = everywhere(layers, 'hooks')
    .flatMap(({ node }) => groupedHooks(node))
    .flatMap((hook) => openHookFacts(hook, owner));
  const off = setting(layers, 'disableAllHooks');
  if (off === undefined || plain(off) !== true) return facts;
  return hooksOff('disableAllHooks', off.node, facts, owner);
}
