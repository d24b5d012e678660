import { at, type DataNode, type Document, entries, items } from '../../model/document.ts';
import { type EntityKey, entityKey, type Fact, type Guard } from '../../model/fact.ts';
import type { SourceRange } from '../../model/source.ts';
import { hookName, hookPower } from '../../recognize/hook-script.ts';
import { inertSetting } from './inert.ts';
import {
  everywhere,
  plainValue,
  type Setting,
  type SettingsFile,
  setting,
} from './setting-files.ts';

interface Hook {
  readonly event: string;
  readonly command: string;
  readonly matcher: string;
  readonly node: DataNode;
  readonly at: SourceRange;
}

/**
 * Hooks that judge shell commands or MCP tools before they run. One that stops the action when the hook itself fails blocks; one that fails open
 * counts as asking, and one whose script is not in the tree only as advice.
 * @see https://code.claude.com/docs/en/hooks (read 2026-11-21)
 */
export function hookFacts(
  files: readonly SettingsFile[],
  scripts: readonly Document[],
  agent: EntityKey,
): readonly Fact[] {
  const off = setting(files, 'disableAllHooks');
  const isOff = plainValue(off) === true;
  const facts = everywhere(files, 'hooks').flatMap((hooks) =>
    hooksOf(hooks).flatMap((hook) => oneHook(hook, scripts, agent, isOff)),
  );
  return facts;
}

function hooksOf(hooks: Setting): readonly Hook[] {
  return entries(hooks.node).flatMap((event) =>
    items(event.value).flatMap((group) =>
      items(at(group, 'hooks')).flatMap((node) => {
        const command = at(node, 'command');
        if (command?.type !== 'scalar') return [];
        const matcher = at(group, 'matcher');
        return [
          {
            event: event.key,
            command: command.text,
            matcher: matcher?.type === 'scalar' ? matcher.text : '',
            node,
            at: command.at,
          },
        ];
      }),
    ),
  );
}

function oneHook(
  hook: Hook,
  scripts: readonly Document[],
  agent: EntityKey,
  isOff: boolean,
): readonly Fact[] {
  const power = hookPower(hook.command, scripts);
  const claims = /guard|block|protect|prevent|deny|safe|restrict/i.test(hookName(hook.command));
  if (!power.guards && !(claims && power.isUnseen)) return [];
  const name = `${hook.event} hook ${hookName(hook.command)}`;
  const because = whyVain(hook, isOff);
  if (because !== null) {
    const remedy = 'Run it as a PreToolUse hook that is not async, with disableAllHooks unset.';
    return [inertSetting(agent, name, hook.at, { because, remedy, looksProtective: true })];
  }
  if (hook.event !== 'PreToolUse' || !coversShell(hook.matcher)) return [];
  const failsClosed = scalarText(hook.node, 'onFailure') === 'block';
  const guard: Guard = {
    kind: 'Guard',
    key: entityKey(`claude-code:${hook.at.file}#hook/${name}`),
    aliases: [],
    name: failsClosed ? name : `${name} (lets pass when it fails)`,
    at: hook.at,
    collector: 'claude-code',
    implied: false,
    confidence: 'medium',
    strength: power.isUnseen ? 'advises' : failsClosed ? 'blocks' : 'asks',
  };
  return [guard, guardedBy(agent, guard, `${name} judges commands before they run`)];
}

/** Why a hook that means to refuse cannot. */
function whyVain(hook: Hook, isOff: boolean): string | null {
  if (isOff) return 'disableAllHooks is true';
  if (hook.event === 'PostToolUse')
    return 'Claude Code runs PostToolUse hooks after the tool has run';
  if (hook.event !== 'PreToolUse') return null;
  if (isTrue(hook.node, 'async')) return 'Claude Code does not wait for async hooks';
  return null;
}

/** A matcher of plain characters names tools exactly; any other one is a regular expression, which is only looked at, not run. */
function coversShell(matcher: string): boolean {
  return matcher === '' || matcher === '*' || /\bBash\b|\.\*|mcp__/.test(matcher);
}

function scalarText(node: DataNode, key: string): string {
  const value = at(node, key);
  return value?.type === 'scalar' ? value.text : '';
}

function isTrue(node: DataNode, key: string): boolean {
  const value = at(node, key);
  return value?.type === 'scalar' && value.value === true;
}

/** Ties a guard to its agent. */
export function guardedBy(agent: EntityKey, guard: Guard, because: string): Fact {
  return {
    kind: 'Relation',
    rel: 'guarded-by',
    from: agent,
    to: guard.key,
    actions: [],
    because,
    at: guard.at,
    confidence: guard.confidence,
  };
}
