import {
  at,
  type DataDocument,
  type DataNode,
  type Document,
  entries,
  items,
} from '../../model/document.ts';
import type { EntityKey, Fact } from '../../model/fact.ts';
import type { SourceRange } from '../../model/source.ts';
import { hookFault, meansToRefuse } from '../../recognize/agent/hook-fault.ts';
import { hookName, hookPower } from '../../recognize/agent/hook-script.ts';
import { write } from './entities.ts';

const judgesCommands = new Set(['beforeShellExecution', 'preToolUse']);
const judgesTools = new Set(['beforeMCPExecution', 'preToolUse']);
const observing = new Set(['afterShellExecution', 'afterMCPExecution', 'postToolUse']);
const refusing = /guard|block|protect|prevent|deny|safe|restrict/i;

interface Hook {
  readonly event: string;
  readonly command: string;
  readonly at: SourceRange;
  readonly name: string;
  readonly failsClosed: boolean;
  readonly guards: boolean;
  /** It is there to refuse, as far as its text or its name tells. */
  readonly means: boolean;
  readonly isUnseen: boolean;
}

/**
 * Hooks that judge commands or MCP tools before they run. Crash and timeout let the action pass unless `failClosed` is true, so only then it blocks;
 * one whose script is not in the tree counts as advice.
 * @see https://cursor.com/docs/hooks (read 2026-11-21)
 */
export function hookFacts(
  document: DataDocument,
  scripts: readonly Document[],
  agent: EntityKey,
  hasServers: boolean,
): readonly Fact[] {
  const hooks = hooksOf(document, scripts).filter((hook) => hook.means);
  const guards: Hook[] = [];
  const facts = hooks.flatMap((hook) => {
    const vain = whyVain(hook, hooks, scripts);
    if (vain !== null) {
      return [write.inert(agent, hook.name, hook.at, { ...vain, looksProtective: true })];
    }
    if (!judgesCommands.has(hook.event) && !judgesTools.has(hook.event)) return [];
    if (!hook.guards && !hook.isUnseen) return [];
    guards.push(hook);
    return guardFacts(hook, scripts, agent);
  });
  return [...facts, ...(hasServers ? uncovered(guards, agent) : [])];
}

function hooksOf(document: DataDocument, scripts: readonly Document[]): readonly Hook[] {
  return entries(at(document.roots[0], 'hooks')).flatMap((event) =>
    items(event.value).flatMap((hook) => {
      const command = at(hook, 'command');
      if (command?.type !== 'scalar') return [];
      const short = hookName(command.text);
      const power = hookPower(command.text, scripts);
      return [
        {
          event: event.key,
          command: command.text,
          at: command.at,
          name: `${event.key} hook ${short}`,
          failsClosed: isTrue(hook, 'failClosed'),
          guards: power.guards,
          means:
            power.guards ||
            (refusing.test(short) && power.isUnseen) ||
            (!observing.has(event.key) && meansToRefuse({ command: command.text, scripts })),
          isUnseen: power.isUnseen,
        },
      ];
    }),
  );
}

/** Why a hook that means to refuse cannot. */
function whyVain(
  hook: Hook,
  hooks: readonly Hook[],
  scripts: readonly Document[],
): { readonly because: string; readonly remedy: string } | null {
  if (observing.has(hook.event)) {
    const alsoBefore = hooks.some(
      ({ event, command }) => !observing.has(event) && hookName(command) === hookName(hook.command),
    );
    if (alsoBefore) return null;
    return {
      because: `Cursor runs ${hook.event} hooks when the action is already done`,
      remedy: 'Run it as a beforeShellExecution and beforeMCPExecution hook.',
    };
  }
  if (!judgesCommands.has(hook.event) && !judgesTools.has(hook.event)) return null;
  return hookFault({ ...hook, scripts, folder: '.cursor/hooks/' });
}

function guardFacts(hook: Hook, scripts: readonly Document[], agent: EntityKey): readonly Fact[] {
  const { name, failsClosed } = hook;
  const guard = {
    name: failsClosed ? name : `${name} (lets pass when it fails)`,
    at: hook.at,
    strength: hook.isUnseen
      ? 'advises'
      : failsClosed && !onlyAsks(hook, scripts)
        ? 'blocks'
        : 'asks',
  } as const;
  const guarding = write.guard(agent, guard, `${name} judges commands before they run`);
  if (failsClosed) return guarding;
  return [
    ...guarding,
    write.weakness(agent, name, hook.at, {
      control: 'hook',
      because: 'a crash or a timeout of the hook lets the action pass',
      remedy: 'Set "failClosed": true on the hook.',
    }),
  ];
}

/** It never refuses outright: a person may still say yes. */
function onlyAsks(hook: Hook, scripts: readonly Document[]): boolean {
  const script = scripts.find(({ file }) => file.endsWith(`/${hookName(hook.command)}`));
  const text = `${hook.command}\n${script?.text ?? ''}`;
  return (
    /["']?permission\\?["']?\s*[:=]\s*\\?["']ask/.test(text) &&
    !/\bdeny\b|\bexit\s*\(?\s*2\b|exitCode\s*=\s*2\b/.test(text)
  );
}

/** Guards that see every command and none of the servers' tools. */
function uncovered(guards: readonly Hook[], agent: EntityKey): readonly Fact[] {
  const [first] = guards;
  if (first === undefined || guards.some(({ event }) => judgesTools.has(event))) return [];
  return [
    write.weakness(agent, `${first.name} for commands only`, first.at, {
      control: 'hook',
      because: 'it judges shell commands, and tools of MCP servers pass it by',
      remedy: 'Run it as a beforeMCPExecution hook too.',
    }),
  ];
}

/**
 * Hooks of Claude Code, which Cursor runs too where that is switched on in the app: shown, and never counted as a control.
 * @see https://cursor.com/docs/hooks (read 2026-11-21)
 */
export function importedHooks(
  document: DataDocument,
  scripts: readonly Document[],
  agent: EntityKey,
): readonly Fact[] {
  return items(at(document.roots[0], 'hooks', 'PreToolUse')).flatMap((group) =>
    items(at(group, 'hooks')).flatMap((hook) => {
      const command = at(hook, 'command');
      if (command?.type !== 'scalar' || !hookPower(command.text, scripts).guards) return [];
      const name = `hook ${hookName(command.text)} of Claude Code (only where Cursor runs such hooks)`;
      const guard = { name, at: command.at, strength: 'advises' } as const;
      return write.guard(agent, guard, `${document.file} has it judge commands`);
    }),
  );
}

function isTrue(node: DataNode, key: string): boolean {
  const value = at(node, key);
  return value?.type === 'scalar' && value.value === true;
}
