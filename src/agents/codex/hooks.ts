import { at, type Document } from '../../model/document.ts';
import type { EntityKey, Fact } from '../../model/fact.ts';
import { groupedHooks } from '../../recognize/agent/agent-hooks.ts';
import { hooksOff, openHookFacts } from '../../recognize/agent/open-hooks.ts';
import { everywhere, type Layer, plain, setting } from '../../recognize/agent/setting-layers.ts';
import { write } from './writer.ts';

/**
 * Hooks that judge commands or MCP tools before they run. Only a refusal counts, and a hook that fails lets pass. A person has to trust a hook before it
 * runs.
 * @see https://developers.openai.com/codex/hooks (read 2026-11-21)
 */
export function hookFacts(
  documents: readonly Document[],
  layers: readonly Layer[],
  scripts: readonly Document[],
  agent: EntityKey,
): readonly Fact[] {
  const owner = {
    agent,
    write,
    scripts,
    before: 'PreToolUse',
    covers: /^\*?$|Bash|shell|exec|\.\*|mcp__/i,
    whyVain: (event: string) =>
      event === 'PostToolUse' ? 'Codex runs PostToolUse hooks after the tool has run' : null,
  };
  const roots = [
    ...documents.flatMap((document) => {
      const root = document.shape === 'data' ? document.roots[0] : undefined;
      return at(root, 'hooks') ?? [];
    }),
    ...everywhere(layers, 'hooks').map(({ node }) => node),
  ];
  const facts = roots.flatMap(groupedHooks).flatMap((hook) => openHookFacts(hook, owner));
  const off = ['hooks', 'codex_hooks']
    .map((key) => setting(layers, 'features', key))
    .find((found) => plain(found) === false);
  if (off === undefined) return facts;
  const lost = hooksOff('features.hooks', off.node, facts, owner);
  return lost.length > 0 ? lost : facts.filter((fact) => fact.kind === 'InertSetting');
}
