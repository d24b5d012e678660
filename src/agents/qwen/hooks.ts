import {
  at,
  type DataNode,
  type Document,
  entries,
  items,
  type ScalarNode,
} from '../../model/document.ts';
import type { EntityKey, Fact } from '../../model/fact.ts';
import { hookName, hookPower } from '../../recognize/agent/hook-script.ts';
import { everywhere, type Layer, plain, setting } from '../../recognize/agent/setting-layers.ts';
import { write } from './writer.ts';

interface Hook {
  readonly event: string;
  readonly matcher: string;
  readonly command: ScalarNode;
}

/**
 * Hooks that judge commands or MCP tools before they run. One that fails lets the tool run; one whose script is not in the tree counts as advice.
 * @see https://github.com/QwenLM/qwen-code/blob/main/docs/users/features/hooks.md (read 2026-11-21)
 */
export function hookFacts(
  layers: readonly Layer[],
  scripts: readonly Document[],
  agent: EntityKey,
): readonly Fact[] {
  const facts = everywhere(layers, 'hooks')
    .flatMap(({ node }) => hooksOf(node))
    .flatMap((hook) => oneHook(hook, scripts, agent));
  const off = setting(layers, 'disableAllHooks');
  if (off === undefined || plain(off) !== true) return facts;
  const guard = facts.find((fact) => fact.kind === 'Guard');
  if (guard?.kind !== 'Guard') return [];
  return [
    write.weakness(agent, 'disableAllHooks', off.node.at, {
      control: 'hook',
      because: `hooks are switched off, "${guard.name}" among them`,
      remedy: 'Remove it, so that the hooks run.',
    }),
  ];
}

function hooksOf(root: DataNode): readonly Hook[] {
  return entries(root).flatMap((event) =>
    items(event.value).flatMap((group) => {
      const matcher = at(group, 'matcher');
      const pattern = matcher?.type === 'scalar' ? matcher.text : '';
      return items(at(group, 'hooks')).flatMap((hook) => {
        const command = at(hook, 'command');
        return command?.type === 'scalar' ? [{ event: event.key, matcher: pattern, command }] : [];
      });
    }),
  );
}

function oneHook(hook: Hook, scripts: readonly Document[], agent: EntityKey): readonly Fact[] {
  const { event, command, matcher } = hook;
  const short = hookName(command.text);
  const power = hookPower(command.text, scripts);
  const claims = /guard|block|protect|prevent|deny|safe|restrict/i.test(short);
  if (!power.guards && !(claims && power.isUnseen)) return [];
  const name = `${event} hook ${short}`;
  if (event === 'PostToolUse') {
    return [
      write.inert(agent, name, command.at, {
        because: 'Qwen Code runs PostToolUse hooks after the tool has run',
        remedy: 'Run it as a PreToolUse hook.',
        looksProtective: true,
      }),
    ];
  }
  const coversShell =
    matcher === '' || matcher === '*' || /run_shell|Bash|Shell|\.\*|mcp__/.test(matcher);
  if (event !== 'PreToolUse' || !coversShell) return [];
  const guard = {
    name: `${name} (lets pass when it fails)`,
    at: command.at,
    strength: power.isUnseen ? 'advises' : 'asks',
  } as const;
  return write.guard(agent, guard, `${name} judges commands before they run`);
}
