import { entries } from '../../model/document.ts';
import type { EntityKey, Fact } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import { heldCredentials } from '../../recognize/agent/held-credentials.ts';
import { everywhere, type Layer } from '../../recognize/agent/setting-layers.ts';
import { factsOfVariable } from '../../recognize/credential/variable.ts';

/**
 * Variables of `env`, which the agent and its commands get.
 * @see https://github.com/QwenLM/qwen-code/blob/main/docs/users/configuration/settings.md (read 2026-11-21)
 */
export function variableFacts(
  layers: readonly Layer[],
  agent: EntityKey,
  knowledge: Knowledge,
): readonly Fact[] {
  return everywhere(layers, 'env').flatMap(({ node, layer }) =>
    entries(node).flatMap(({ key, keyAt, value }) => {
      if (value.type !== 'scalar' && value.type !== 'expr') return [];
      const { document } = layer;
      const input = { name: key, value, keyAt, document, environment: null, comment: null };
      const facts = factsOfVariable({ ...input, collector: 'qwen' }, knowledge);
      const held = heldCredentials(agent, facts, () => ({
        because: `env in ${document.file} hands "${key}" to every command`,
        at: keyAt,
      }));
      return [...facts, ...held];
    }),
  );
}
