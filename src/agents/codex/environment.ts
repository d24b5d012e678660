import { type DataNode, entries, items } from '../../model/document.ts';
import type { EntityKey, Fact } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import { heldCredentials } from '../../recognize/agent/held-credentials.ts';
import { type Layer, plain, setting } from '../../recognize/agent/setting-layers.ts';
import { factsOfVariable } from '../../recognize/credential/variable.ts';
import { write } from './writer.ts';

/**
 * Variables that commands get: those that the policy sets, and whether those of the person's shell come along.
 * @see https://developers.openai.com/codex/config-advanced (read 2026-11-21)
 */
export function environmentFacts(
  layers: readonly Layer[],
  agent: EntityKey,
  knowledge: Knowledge,
): readonly Fact[] {
  return [...setVariables(layers, agent, knowledge), ...inherited(layers, agent)];
}

function setVariables(
  layers: readonly Layer[],
  agent: EntityKey,
  knowledge: Knowledge,
): readonly Fact[] {
  const set = setting(layers, 'shell_environment_policy', 'set');
  if (set === undefined) return [];
  const { document } = set.layer;
  return entries(set.node).flatMap(({ key, keyAt, value }) => {
    if (value.type !== 'scalar' && value.type !== 'expr') return [];
    const input = { name: key, value, keyAt, document, environment: null, comment: null };
    const facts = factsOfVariable({ ...input, collector: 'codex' }, knowledge);
    const held = heldCredentials(agent, facts, () => ({
      because: `shell_environment_policy in ${document.file} hands "${key}" to every command`,
      at: keyAt,
    }));
    return [...facts, ...held];
  });
}

const secretNames = /TOKEN|SECRET|KEY|PASS|CREDENTIAL|AWS|DATABASE|\*$/i;

/** Only what is written: that everything is inherited by default is no decision of the file. */
function inherited(layers: readonly Layer[], agent: EntityKey): readonly Fact[] {
  const policy = (key: string) => setting(layers, 'shell_environment_policy', key);
  const names = (node: DataNode | undefined) =>
    items(node).filter((item) => item.type === 'scalar' && secretNames.test(item.text));
  const inherit = policy('inherit');
  if (/^(?:core|none)$/.test(String(plain(inherit)))) return [];
  if (policy('include_only') !== undefined || names(policy('exclude')?.node).length > 0) return [];
  const unfiltered = policy('ignore_default_excludes');
  const found =
    plain(unfiltered) === true ? unfiltered : plain(inherit) === 'all' ? inherit : undefined;
  if (found === undefined) return [];
  const name =
    found === inherit
      ? 'shell_environment_policy.inherit'
      : 'shell_environment_policy.ignore_default_excludes';
  return [
    write.weakness(agent, name, found.node.at, {
      control: 'secrets',
      because: 'commands inherit every variable of the shell that Codex starts in, tokens included',
      remedy: 'Set inherit to "core", or list the names of secrets in exclude.',
    }),
  ];
}
