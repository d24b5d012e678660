import type { ScalarNode } from '../../model/document.ts';
import type { AgentRule, EntityKey, Fact } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import { heldInText } from '../../recognize/agent/held-credentials.ts';
import { scalars } from '../../recognize/agent/mcp-entry.ts';
import { everywhere, type Layer, plain, setting } from '../../recognize/agent/setting-layers.ts';
import { maskSecrets } from '../../recognize/credential/inline-secrets.ts';
import { orderOf, priorities } from './order.ts';
import { toolEntry } from './tool-names.ts';
import { write } from './writer.ts';

interface Owner {
  readonly layers: readonly Layer[];
  readonly agent: EntityKey;
  readonly knowledge: Knowledge;
}

interface Kind {
  readonly key: 'exclude' | 'confirmationRequired' | 'allowed' | 'core';
  readonly effect: AgentRule['effect'];
  readonly priority: number;
  /** Commands in brackets count. */
  readonly readsCommands: boolean;
}

/**
 * The four tool lists. The first two are compared with whole tool names since the policy engine; the other two also take the start of a command and let
 * it run unasked. That the newest versions refuse every other command then is left out: older ones ask.
 * @see https://github.com/google-gemini/gemini-cli/blob/main/packages/core/src/policy/config.ts (read 2026-11-21)
 */
const kinds: readonly Kind[] = [
  { key: 'exclude', effect: 'deny', priority: priorities.excludedTool, readsCommands: false },
  {
    key: 'confirmationRequired',
    effect: 'ask',
    priority: priorities.confirmed,
    readsCommands: false,
  },
  { key: 'allowed', effect: 'allow', priority: priorities.allowedTool, readsCommands: true },
  { key: 'core', effect: 'allow', priority: priorities.coreTool, readsCommands: true },
];

/** Rules of `tools.*`; only `tools.exclude` is merged from all files, of the others the strongest file's counts. */
export function toolRules(
  layers: readonly Layer[],
  agent: EntityKey,
  knowledge: Knowledge,
): readonly Fact[] {
  const owner = { layers, agent, knowledge };
  return [
    ...kinds.flatMap((kind) => listFacts(kind, owner)),
    ...beyondCore(owner),
    ...autoEdit(owner),
  ];
}

function listFacts(kind: Kind, owner: Owner): readonly Fact[] {
  const all = everywhere(owner.layers, 'tools', kind.key);
  const lists = kind.key === 'exclude' ? all : all.slice(0, 1);
  let index = 0;
  return lists.flatMap(({ node, layer }) => {
    if (node.type !== 'list') return [];
    return scalars(node).flatMap((item) => {
      index += 1;
      return entryFacts(kind, item, layer, index, owner);
    });
  });
}

function entryFacts(
  kind: Kind,
  item: ScalarNode,
  layer: Layer,
  index: number,
  { agent, knowledge, layers }: Owner,
): readonly Fact[] {
  const masked = maskSecrets(item, layer.document, 'gemini-cli', knowledge);
  const entry = toolEntry(masked.text);
  if (entry === null) return masked.facts;
  const list = `tools.${kind.key}`;
  const name = `${list}: ${masked.text}`;
  const vain = entry.isNarrowed && !kind.readsCommands;
  const split = entry.rest !== null && isSplit(entry.rest, layers);
  if (vain || split) {
    if (kind.effect === 'allow') return masked.facts;
    const inert = write.inert(agent, name.slice(0, 160), item.at, {
      because: vain
        ? `Gemini CLI compares entries of ${list} with whole tool names since it has a policy engine`
        : 'Gemini CLI splits the name at its first underscore, so it names no tool of this server',
      remedy: vain
        ? 'Write a rule with commandPrefix and decision = "deny" in ~/.gemini/policies.'
        : 'Give the server a name without underscores.',
      looksProtective: true,
    });
    return [inert, ...masked.facts];
  }
  const { tool, pattern } = entry;
  const order = orderOf(kind.priority, index);
  const { effect } = kind;
  return [
    write.rule({ agent, effect, tool, pattern, order, at: item.at, name }),
    ...masked.facts,
    ...heldInText(agent, masked.facts, 'a list of allowed commands'),
  ];
}

/** Whether the name means a tool of a server whose own name has an underscore. */
function isSplit(rest: string, layers: readonly Layer[]): boolean {
  return everywhere(layers, 'mcpServers').some(
    ({ node }) =>
      node.type === 'map' &&
      node.entries.some(({ key }) => key.includes('_') && rest.startsWith(`${key}_`)),
  );
}

/** With `tools.core`, built-in tools that it does not name do not exist. */
function beyondCore({ layers, agent }: Owner): readonly Fact[] {
  const core = setting(layers, 'tools', 'core');
  if (core?.node.type !== 'list' || core.node.items.length === 0) return [];
  const { at } = core.node;
  return (['shell', 'read', 'write', 'network'] as const).map((tool, index) =>
    write.rule({
      agent,
      effect: 'deny',
      tool,
      pattern: { type: 'any' },
      order: orderOf(priorities.beyondCore, index),
      at,
      name: `tools.core names no other ${tool} tool`,
      implied: true,
    }),
  );
}

function autoEdit({ layers, agent }: Owner): readonly Fact[] {
  const mode = setting(layers, 'general', 'defaultApprovalMode');
  if (mode === undefined || plain(mode) !== 'auto_edit') return [];
  return [
    write.rule({
      agent,
      effect: 'allow',
      tool: 'write',
      pattern: { type: 'any' },
      order: orderOf(priorities.autoEdit, 0),
      at: mode.node.at,
      name: 'auto_edit',
      implied: true,
    }),
  ];
}
