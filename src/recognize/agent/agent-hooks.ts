import {
  at,
  type DataNode,
  type Document,
  entries,
  items,
  type ScalarNode,
} from '../../model/document.ts';
import type { EntityKey, Fact } from '../../model/fact.ts';
import type { AgentWriter } from './agent-facts.ts';
import { hookName, hookPower } from './hook-script.ts';

/** One hook as the settings of many agents write it. */
export interface AgentHook {
  /** `PreToolUse`, as written. */
  readonly event: string;
  /** Names of tools, or an expression for them; empty where it is asked about every tool. */
  readonly matcher: string;
  readonly command: ScalarNode;
  /** All that is said of the hook. */
  readonly node: DataNode;
}

/** Hooks of a `hooks` setting, `<Event>[].hooks[]`. */
export function groupedHooks(hooks: DataNode | undefined): readonly AgentHook[] {
  return hooksOf(hooks, (group) => items(at(group, 'hooks')));
}

/** The same for agents where the command may also stand beside the matcher, without the inner list. */
export function agentHooks(hooks: DataNode | undefined): readonly AgentHook[] {
  return hooksOf(hooks, (group) => {
    const inner = at(group, 'hooks');
    return inner === undefined ? [group] : items(inner);
  });
}

function hooksOf(
  hooks: DataNode | undefined,
  innerOf: (group: DataNode) => readonly DataNode[],
): readonly AgentHook[] {
  return entries(hooks).flatMap((event) =>
    items(event.value).flatMap((group) => {
      const matcher = at(group, 'matcher');
      const text = matcher?.type === 'scalar' ? matcher.text : '';
      return innerOf(group).flatMap((node) => {
        const command = at(node, 'command');
        return command?.type === 'scalar'
          ? [{ event: event.key, matcher: text, command, node }]
          : [];
      });
    }),
  );
}

/** The agent that has the hooks. */
export interface HookOwner {
  readonly agent: EntityKey;
  readonly write: AgentWriter;
  /** As sentences name it. */
  readonly title: string;
  readonly scripts: readonly Document[];
  /** Matchers that take in commands or tools of servers; the empty one is tried too. */
  readonly covers: RegExp;
}

/**
 * Guards that hooks before a tool are, and hooks behind it that mean to be one. What refuses nothing destructive is left out; a script that is not in
 * the tree counts as advice, and only where its name says what it is for.
 */
export function guardingHooks(hooks: readonly AgentHook[], owner: HookOwner): readonly Fact[] {
  const { agent, write } = owner;
  return hooks.flatMap(({ event, matcher, command }): readonly Fact[] => {
    const when = /^(pre|post)_?tool_?use$/i.exec(event)?.[1]?.toLowerCase();
    if (when === undefined || !owner.covers.test(matcher)) return [];
    const power = hookPower(command.text, owner.scripts);
    const name = `${when === 'pre' ? 'PreToolUse' : 'PostToolUse'} hook ${hookName(command.text)}`;
    const claims = /guard|block|protect|prevent|deny|safe|restrict/i.test(name);
    if (!power.guards && !(claims && power.isUnseen)) return [];
    if (when === 'post') {
      return [
        write.inert(agent, name, command.at, {
          because: `${owner.title} runs PostToolUse hooks when the tool is already done`,
          remedy: 'Make it a PreToolUse hook.',
          looksProtective: true,
        }),
      ];
    }
    const strength = power.isUnseen ? 'advises' : 'blocks';
    const guard = { name, at: command.at, strength } as const;
    return write.guard(agent, guard, `${name} judges tools before they run`);
  });
}
