import { at, type DataDocument, type DataNode, type Document } from '../../model/document.ts';
import type { EntityKey, Fact } from '../../model/fact.ts';
import type { AgentWriter } from './agent-facts.ts';
import { type AgentHook, groupedHooks } from './agent-hooks.ts';
import { hookName, hookPower } from './hook-script.ts';

/** An agent that lets a tool run when its hook fails. */
export interface OpenHookOwner {
  readonly agent: EntityKey;
  readonly write: AgentWriter;
  readonly scripts: readonly Document[];
  /** The event before a tool. */
  readonly before: string;
  /** Matchers that take in commands or tools of servers; the empty one is tried too. */
  readonly covers: RegExp;
  /** Why a hook of another event stops no tool though it means to; `null` for events that are about something else. */
  readonly whyVain: (event: string) => string | null;
}

/**
 * The guard that a hook is, or the hook that means to be one and cannot. A hook that fails lets the tool run, so none of them blocks for sure; one whose
 * script is not in the tree counts as advice, and only where its name says what it is for.
 */
export function openHookFacts(hook: AgentHook, owner: OpenHookOwner): readonly Fact[] {
  const { agent, write } = owner;
  const { event, command, matcher } = hook;
  const short = hookName(command.text);
  const power = hookPower(command.text, owner.scripts);
  const claims = /guard|block|protect|prevent|deny|safe|restrict/i.test(short);
  if (!power.guards && !(claims && power.isUnseen)) return [];
  const name = `${event} hook ${short}`;
  const because = owner.whyVain(event);
  if (because !== null) {
    const remedy = `Run it as a ${owner.before} hook.`;
    return [write.inert(agent, name, command.at, { because, remedy, looksProtective: true })];
  }
  if (event !== owner.before || !owner.covers.test(matcher)) return [];
  const guard = {
    name: `${name} (lets pass when it fails)`,
    at: command.at,
    strength: power.isUnseen ? 'advises' : 'asks',
  } as const;
  return write.guard(agent, guard, `${name} judges commands before they run`);
}

/** A setting that switches hooks off matters only where a guard among them is lost. */
export function hooksOff(
  name: string,
  node: DataNode,
  hooks: readonly Fact[],
  { agent, write }: Pick<OpenHookOwner, 'agent' | 'write'>,
): readonly Fact[] {
  const guard = hooks.find((fact) => fact.kind === 'Guard');
  if (guard === undefined) return [];
  return [
    write.weakness(agent, name, node.at, {
      control: 'hook',
      because: `hooks are switched off, "${guard.name}" among them`,
      remedy: 'Remove it, so that the hooks run.',
    }),
  ];
}

/** Hooks of a file written the way of Claude Code, as far as they can be seen to refuse what destroys. */
export function claudeStyleHooks(
  document: DataDocument,
  owner: Pick<OpenHookOwner, 'agent' | 'write' | 'scripts' | 'covers'>,
): readonly Fact[] {
  const style = { before: 'PreToolUse', whyVain: whyTooLate };
  return groupedHooks(at(document.roots[0], 'hooks'))
    .filter(({ command }) => hookPower(command.text, owner.scripts).guards)
    .flatMap((hook) => openHookFacts(hook, { ...owner, ...style }));
}

function whyTooLate(event: string): string | null {
  return event === 'PostToolUse' ? 'PostToolUse hooks run when the tool is already done' : null;
}
