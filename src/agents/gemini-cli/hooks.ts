import { at, type Document } from '../../model/document.ts';
import type { EntityKey, Fact } from '../../model/fact.ts';
import { type AgentHook, groupedHooks } from '../../recognize/agent/agent-hooks.ts';
import { scalars } from '../../recognize/agent/mcp-entry.ts';
import { hooksOff, openHookFacts } from '../../recognize/agent/open-hooks.ts';
import { everywhere, type Layer, plain, setting } from '../../recognize/agent/setting-layers.ts';
import { write } from './writer.ts';

/**
 * Hooks that judge commands or MCP tools before they run; single ones are switched off by name or by command. One that fails lets the tool run.
 * @see https://github.com/google-gemini/gemini-cli/blob/main/docs/hooks/reference.md (read 2026-11-21)
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
    before: 'BeforeTool',
    covers: /^\*?$|run_shell|shell|\.\*|\.\+|mcp_/,
    whyVain,
  };
  const hooks = everywhere(layers, 'hooks').flatMap(({ node }) => groupedHooks(node));
  const off = setting(layers, 'hooksConfig', 'enabled');
  if (off !== undefined && plain(off) === false) {
    const lost = hooks.flatMap((hook) => openHookFacts(hook, owner));
    return hooksOff('hooksConfig.enabled', off.node, lost, owner);
  }
  const disabled = everywhere(layers, 'hooksConfig', 'disabled').flatMap(({ node }) =>
    scalars(node),
  );
  return hooks.flatMap((hook) => {
    const found = openHookFacts(hook, owner);
    const item = disabled.find(({ text }) => text === nameOf(hook) || text === hook.command.text);
    return item === undefined ? found : hooksOff('hooksConfig.disabled', item, found, owner);
  });
}

function whyVain(event: string): string | null {
  switch (event) {
    case 'AfterTool':
      return 'Gemini CLI runs AfterTool hooks after the tool has run';
    case 'PreToolUse':
    case 'PostToolUse':
      return `Gemini CLI has no event ${event}`;
    default:
      return null;
  }
}

function nameOf({ node }: AgentHook): string {
  const name = at(node, 'name');
  return name?.type === 'scalar' ? name.text : '';
}
