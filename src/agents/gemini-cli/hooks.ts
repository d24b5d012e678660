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
import { scalars } from '../../recognize/agent/mcp-entry.ts';
import { everywhere, type Layer, plain, setting } from '../../recognize/agent/setting-layers.ts';
import { write } from './writer.ts';

interface Hook {
  readonly event: string;
  readonly matcher: string;
  readonly name: string;
  readonly command: ScalarNode;
}

/**
 * Hooks that judge commands or MCP tools before they run. One that fails lets the tool run, so none of them blocks for sure; one whose script is not in the
 * tree counts as advice.
 * @see https://github.com/google-gemini/gemini-cli/blob/main/docs/hooks/reference.md (read 2026-11-21)
 */
export function hookFacts(
  layers: readonly Layer[],
  scripts: readonly Document[],
  agent: EntityKey,
): readonly Fact[] {
  const hooks = everywhere(layers, 'hooks').flatMap(({ node }) => hooksOf(node));
  const off = setting(layers, 'hooksConfig', 'enabled');
  const isOff = plain(off) === false;
  const disabled = everywhere(layers, 'hooksConfig', 'disabled').flatMap(({ node }) =>
    scalars(node),
  );
  const facts = hooks.flatMap((hook) => {
    const item = disabled.find(({ text }) => text === hook.name || text === hook.command.text);
    const found = oneHook(hook, scripts, agent);
    if (item === undefined || isOff) return found;
    return found.flatMap((fact) =>
      fact.kind === 'Guard' ? [switchedOff('disabled', item, fact.name, agent)] : [],
    );
  });
  if (!isOff || off === undefined) return facts;
  const guard = facts.find((fact) => fact.kind === 'Guard');
  return guard?.kind === 'Guard' ? [switchedOff('enabled', off.node, guard.name, agent)] : [];
}

function switchedOff(key: string, node: DataNode, guard: string, agent: EntityKey): Fact {
  return write.weakness(agent, `hooksConfig.${key}`, node.at, {
    control: 'hook',
    because: `hooks are switched off, "${guard}" among them`,
    remedy: 'Remove it, so that the hooks run.',
  });
}

function hooksOf(root: DataNode): readonly Hook[] {
  return entries(root).flatMap((event) =>
    items(event.value).flatMap((group) => {
      const matcher = textOf(at(group, 'matcher'));
      return items(at(group, 'hooks')).flatMap((hook) => {
        const command = at(hook, 'command');
        if (command?.type !== 'scalar') return [];
        return [{ event: event.key, matcher, name: textOf(at(hook, 'name')), command }];
      });
    }),
  );
}

function textOf(node: DataNode | undefined): string {
  return node?.type === 'scalar' ? node.text : '';
}

function oneHook(hook: Hook, scripts: readonly Document[], agent: EntityKey): readonly Fact[] {
  const { event, command, matcher } = hook;
  const short = hookName(command.text);
  const power = hookPower(command.text, scripts);
  const claims = /guard|block|protect|prevent|deny|safe|restrict/i.test(short);
  if (!power.guards && !(claims && power.isUnseen)) return [];
  const name = `${event} hook ${short}`;
  if (/^(?:AfterTool|PostToolUse|PreToolUse)$/.test(event)) {
    const because =
      event === 'AfterTool'
        ? 'Gemini CLI runs AfterTool hooks after the tool has run'
        : `Gemini CLI has no event ${event}`;
    const remedy = 'Run it as a BeforeTool hook.';
    return [write.inert(agent, name, command.at, { because, remedy, looksProtective: true })];
  }
  const coversShell =
    matcher === '' || matcher === '*' || /run_shell|shell|\.\*|\.\+|mcp_/.test(matcher);
  if (event !== 'BeforeTool' || !coversShell) return [];
  const guard = {
    name: `${name} (lets pass when it fails)`,
    at: command.at,
    strength: power.isUnseen ? 'advises' : 'asks',
  } as const;
  return write.guard(agent, guard, `${name} judges commands before they run`);
}
