import { at, type DataNode, type Document, entries, items } from '../../model/document.ts';
import type { EntityKey, Fact } from '../../model/fact.ts';
import type { SourceRange } from '../../model/source.ts';
import { agentWriter } from '../../recognize/agent/agent-facts.ts';
import { hookFault, meansToRefuse } from '../../recognize/agent/hook-fault.ts';
import { hookName, hookPower } from '../../recognize/agent/hook-script.ts';
import { type Coverage, coverageOf } from './matcher.ts';
import { everywhere, plainValue, type SettingsFile, setting } from './setting-files.ts';

const write = agentWriter('claude-code');

/** A map of hooks by event. */
export interface HookSource {
  readonly node: DataNode;
  /** A plugin that no settings file switches on: whether its hooks run is known outside the repository only. */
  readonly isUnsure: boolean;
}

/** What the hooks are judged with. */
export interface HookSurroundings {
  readonly files: readonly SettingsFile[];
  readonly scripts: readonly Document[];
  readonly agent: EntityKey;
  /** The agent has MCP servers, which a hook for shell commands does not see. */
  readonly hasServers: boolean;
}

interface Hook {
  readonly event: string;
  readonly command: string;
  readonly matcher: string;
  readonly node: DataNode;
  readonly at: SourceRange;
  readonly name: string;
  readonly isUnsure: boolean;
}

/**
 * Hooks that judge shell commands or MCP tools before they run. One that stops the action when the hook itself fails blocks; one that fails open
 * counts as asking, and one whose script is not in the tree, or whose plugin may be off, only as advice.
 * @see https://code.claude.com/docs/en/hooks (read 2026-11-21)
 */
export function hookFacts(
  sources: readonly HookSource[],
  surroundings: HookSurroundings,
): readonly Fact[] {
  const hooks = sources.flatMap(hooksOf);
  const facts: Fact[] = [];
  const guards: { readonly hook: Hook; readonly coverage: Coverage }[] = [];
  for (const hook of hooks) {
    if (isSelfApproving(hook)) facts.push(selfApproval(hook, surroundings.agent));
    if (!isMeantToRefuse(hook, surroundings)) continue;
    const because = whyVain(hook, hooks, surroundings);
    if (because !== null) {
      // A plugin's own defects are for whoever switches it on.
      if (!hook.isUnsure) facts.push(vain(hook, surroundings.agent, because));
      continue;
    }
    const coverage = coverageOf(hook.matcher);
    if (hook.event !== 'PreToolUse' || !(coverage.shell || coverage.mcp)) continue;
    guards.push({ hook, coverage });
    facts.push(...guardFacts(hook, surroundings));
  }
  return [...facts, ...uncovered(guards, surroundings)];
}

function hooksOf({ node: root, isUnsure }: HookSource): readonly Hook[] {
  return entries(root).flatMap((event) =>
    items(event.value).flatMap((group) =>
      items(at(group, 'hooks')).flatMap((node) => {
        const command = at(node, 'command');
        if (command?.type !== 'scalar') return [];
        return [
          {
            event: event.key,
            command: command.text,
            matcher: scalarText(group, 'matcher'),
            node,
            at: command.at,
            name: `${event.key} hook ${hookName(command.text)}`,
            isUnsure,
          },
        ];
      }),
    ),
  );
}

function isMeantToRefuse(hook: Hook, { scripts }: HookSurroundings): boolean {
  const power = hookPower(hook.command, scripts);
  const claims = /guard|block|protect|prevent|deny|safe|restrict/i.test(hookName(hook.command));
  if (power.guards || (claims && power.isUnseen)) return true;
  // Something that refuses in a way that does not count.
  return hook.event === 'PreToolUse' && meansToRefuse({ command: hook.command, scripts });
}

/** Why a hook that means to refuse cannot. */
function whyVain(
  hook: Hook,
  hooks: readonly Hook[],
  { files, scripts }: HookSurroundings,
): { readonly because: string; readonly remedy: string } | null {
  if (plainValue(setting(files, 'disableAllHooks')) === true) {
    return { because: 'disableAllHooks is true', remedy: 'Remove disableAllHooks.' };
  }
  if (hook.event === 'PostToolUse') {
    const alsoBefore = hooks.some(
      (other) => other.event === 'PreToolUse' && hookName(other.command) === hookName(hook.command),
    );
    if (alsoBefore) return null;
    return {
      because: 'Claude Code runs PostToolUse hooks after the tool has run',
      remedy: 'Run it as a PreToolUse hook.',
    };
  }
  if (hook.event !== 'PreToolUse') return null;
  if (isTrue(hook.node, 'async')) {
    return {
      because: 'Claude Code does not wait for async hooks',
      remedy: 'Remove async from the hook.',
    };
  }
  const { dead } = coverageOf(hook.matcher);
  if (dead !== null) {
    return {
      because: `Claude Code has no tool named "${dead}"`,
      remedy: 'Match Bash for commands, and mcp__<server>__.* for the tools of a server.',
    };
  }
  const failsClosed = isClosed(hook);
  return hookFault({ command: hook.command, scripts, folder: '.claude/hooks/', failsClosed });
}

function vain(
  hook: Hook,
  agent: EntityKey,
  why: { readonly because: string; readonly remedy: string },
): Fact {
  return write.inert(agent, hook.name, hook.at, { ...why, looksProtective: true });
}

function guardFacts(hook: Hook, { scripts, agent }: HookSurroundings): readonly Fact[] {
  const power = hookPower(hook.command, scripts);
  if (!power.guards && !power.isUnseen) return [];
  const { name } = hook;
  if (hook.isUnsure) {
    const guard = {
      name: `${name} (only where its plugin is enabled)`,
      at: hook.at,
      strength: 'advises',
    } as const;
    return write.guard(agent, guard, `${name} of a plugin judges commands where it is enabled`);
  }
  const closed = isClosed(hook);
  const guard = {
    name: closed ? name : `${name} (lets pass when it fails)`,
    at: hook.at,
    strength: power.isUnseen ? 'advises' : closed ? 'blocks' : 'asks',
  } as const;
  const guarding = write.guard(agent, guard, `${name} judges commands before they run`);
  if (closed) return guarding;
  return [
    ...guarding,
    write.weakness(agent, name, hook.at, {
      control: 'hook',
      because: 'a crash, a timeout or any exit code but 2 lets the command pass',
      remedy: 'Set "onFailure": "block" on the hook (Claude Code 2.1.295 and later).',
    }),
  ];
}

/** Guards that see every command and none of the servers' tools. */
function uncovered(
  guards: readonly { readonly hook: Hook; readonly coverage: Coverage }[],
  { agent, hasServers }: HookSurroundings,
): readonly Fact[] {
  const sure = guards.filter(({ hook }) => !hook.isUnsure);
  const [first] = sure;
  if (!hasServers || first === undefined || sure.some(({ coverage }) => coverage.mcp)) return [];
  return [
    write.weakness(agent, `${first.hook.name} matcher`, first.hook.at, {
      control: 'hook',
      because: 'its matcher names Bash only, and tools of MCP servers pass it by',
      remedy: 'Add mcp__.* to the matcher of the hook.',
    }),
  ];
}

/** A hook that answers every question in advance: the command itself prints the permission. */
function isSelfApproving({ event, command }: Hook): boolean {
  if (event !== 'PreToolUse' && event !== 'PermissionRequest') return false;
  return (
    /^\s*(?:echo|printf)\b/.test(command) &&
    /["']?(?:permissionDecision|behavior)\\?["']?\s*:\s*\\?["']allow\\?["']/.test(command)
  );
}

function selfApproval(hook: Hook, agent: EntityKey): Fact {
  return write.weakness(agent, hook.name, hook.at, {
    control: 'approval',
    because: 'the hook allows every call of the tools it matches, and nobody is asked',
    remedy: 'Remove the hook, and list harmless commands in permissions.allow.',
  });
}

/** Switching hooks off matters only where there are some. */
export function hooksOff(files: readonly SettingsFile[], agent: EntityKey): readonly Fact[] {
  const off = setting(files, 'disableAllHooks');
  if (off === undefined || plainValue(off) !== true) return [];
  if (!everywhere(files, 'hooks').some(({ node }) => entries(node).length > 0)) return [];
  return [
    write.weakness(agent, 'disableAllHooks', off.node.at, {
      control: 'hook',
      because: 'no hook runs, so none can stop a command',
      remedy: 'Remove disableAllHooks.',
    }),
  ];
}

function isClosed(hook: Hook): boolean {
  return scalarText(hook.node, 'onFailure') === 'block';
}

function scalarText(node: DataNode, key: string): string {
  const value = at(node, key);
  return value?.type === 'scalar' ? value.text : '';
}

function isTrue(node: DataNode, key: string): boolean {
  const value = at(node, key);
  return value?.type === 'scalar' && value.value === true;
}
