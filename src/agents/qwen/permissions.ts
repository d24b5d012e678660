import { at, type DataNode, type ScalarNode } from '../../model/document.ts';
import type { AgentRule, EntityKey, Fact } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import { isProhibition } from '../../recognize/agent/advice-prose.ts';
import { heldInText } from '../../recognize/agent/held-credentials.ts';
import { scalars } from '../../recognize/agent/mcp-entry.ts';
import { everywhere, type Layer, setting } from '../../recognize/agent/setting-layers.ts';
import { maskSecrets } from '../../recognize/credential/inline-secrets.ts';
import type { Mode } from './mode.ts';
import { isBroad, parseRule } from './rules.ts';
import { write } from './writer.ts';

/** What the rules of one agent share. */
export interface RuleOwner {
  readonly agent: EntityKey;
  readonly folder: string;
  readonly mode: Mode;
  readonly knowledge: Knowledge;
}

const lists = [
  { path: ['permissions', 'deny'], effect: 'deny' },
  { path: ['tools', 'exclude'], effect: 'deny' },
  { path: ['tools', 'disabled'], effect: 'deny' },
  { path: ['permissions', 'ask'], effect: 'ask' },
  { path: ['permissions', 'allow'], effect: 'allow' },
  { path: ['tools', 'allowed'], effect: 'allow' },
] as const;

/**
 * Rules of the lists, those of all files together; the older lists below `tools` still count.
 * @see https://github.com/QwenLM/qwen-code/blob/main/docs/users/configuration/settings.md (read 2026-11-21)
 */
export function permissionFacts(layers: readonly Layer[], owner: RuleOwner): readonly Fact[] {
  let order = 0;
  const facts = lists.flatMap(({ path, effect }) =>
    everywhere(layers, ...path).flatMap(({ node, layer }) =>
      listItems(node).flatMap((item) => {
        order += 1;
        return oneRule(item, effect, layer, order, owner);
      }),
    ),
  );
  return [...facts, ...beyondCore(layers, owner), ...edits(owner), ...hints(layers, owner.agent)];
}

function listItems(node: DataNode): readonly ScalarNode[] {
  return node.type === 'list' ? scalars(node) : [];
}

function oneRule(
  item: ScalarNode,
  effect: AgentRule['effect'],
  layer: Layer,
  order: number,
  { agent, folder, mode, knowledge }: RuleOwner,
): readonly Fact[] {
  const masked = maskSecrets(item, layer.document, 'qwen', knowledge);
  const parsed = parseRule(masked.text, folder);
  if (parsed === null) return masked.facts;
  const isAside = effect === 'allow' && mode.isAuto && isBroad(parsed);
  const rule = write.rule({
    agent,
    effect,
    tool: parsed.tool,
    pattern: parsed.pattern,
    order,
    at: item.at,
    name: masked.text,
    inert: isAside ? 'the auto mode sets rules as broad as this one aside' : null,
  });
  const held = heldInText(agent, masked.facts, 'a permission rule');
  return [rule, ...masked.facts, ...held];
}

/** With `tools.core`, built-in tools that it does not name do not exist. */
function beyondCore(layers: readonly Layer[], { agent, folder }: RuleOwner): readonly Fact[] {
  const core = setting(layers, 'tools', 'core');
  const names = core === undefined ? [] : listItems(core.node);
  if (core === undefined || names.length === 0) return [];
  const kept = new Set(names.map((item) => parseRule(item.text, folder)?.tool));
  const tools = (['shell', 'read', 'write', 'network'] as const).filter((tool) => !kept.has(tool));
  return tools.map((tool, index) =>
    write.rule({
      agent,
      effect: 'deny',
      tool,
      pattern: { type: 'any' },
      order: 50_000 + index,
      at: core.node.at,
      name: `tools.core names no ${tool} tool`,
      implied: true,
    }),
  );
}

function edits({ agent, mode }: RuleOwner): readonly Fact[] {
  if (mode.editsAt === null) return [];
  return [
    write.rule({
      agent,
      effect: 'allow',
      tool: 'write',
      pattern: { type: 'any' },
      order: 90_000,
      at: mode.editsAt,
      name: 'edits are accepted',
      implied: true,
    }),
  ];
}

/** English that a classifier reads: advice at best. */
function hints(layers: readonly Layer[], agent: EntityKey): readonly Fact[] {
  const found = everywhere(layers, 'permissions', 'autoMode', 'hints').flatMap(({ node }) =>
    ['hardDeny', 'softDeny', 'deny'].flatMap((key) => scalars(at(node, key))),
  );
  const first = found.find((item) => isProhibition(`never ${item.text}`));
  if (first === undefined) return [];
  const guard = { name: 'permissions.autoMode.hints', at: first.at, strength: 'advises' } as const;
  return write.guard(agent, guard, `${first.at.file} asks the classifier in English not to`);
}
