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
 * Hooks that judge commands or MCP tools before they run. Only a refusal counts, and a hook that fails lets pass, so none of them blocks for sure; one whose
 * script is not in the tree counts as advice. A person has to trust a hook before it runs.
 * @see https://developers.openai.com/codex/hooks (read 2026-11-21)
 */
export function hookFacts(
  documents: readonly Document[],
  layers: readonly Layer[],
  scripts: readonly Document[],
  agent: EntityKey,
): readonly Fact[] {
  const roots = [
    ...documents.flatMap((document) => {
      const root = document.shape === 'data' ? document.roots[0] : undefined;
      return at(root, 'hooks') ?? [];
    }),
    ...everywhere(layers, 'hooks').map(({ node }) => node),
  ];
  const facts = roots.flatMap((root) =>
    hooksOf(root).flatMap((hook) => oneHook(hook, scripts, agent)),
  );
  const off = ['hooks', 'codex_hooks']
    .map((key) => setting(layers, 'features', key))
    .find((found) => plain(found) === false);
  if (off === undefined) return facts;
  const guards = facts.filter((fact) => fact.kind === 'Guard');
  if (guards.length === 0) return facts.filter((fact) => fact.kind === 'InertSetting');
  return [
    write.weakness(agent, 'features.hooks', off.node.at, {
      control: 'hook',
      because: `hooks are switched off, "${guards[0]?.name ?? ''}" among them`,
      remedy: 'Remove it, so that the hooks run.',
    }),
  ];
}

function hooksOf(root: DataNode): readonly Hook[] {
  return entries(root).flatMap((event) =>
    items(event.value).flatMap((group) => {
      const matcher = at(group, 'matcher');
      return items(at(group, 'hooks')).flatMap((hook) => {
        const command = at(hook, 'command');
        if (command?.type !== 'scalar') return [];
        return [
          { event: event.key, matcher: matcher?.type === 'scalar' ? matcher.text : '', command },
        ];
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
        because: 'Codex runs PostToolUse hooks after the tool has run',
        remedy: 'Run it as a PreToolUse hook.',
        looksProtective: true,
      }),
    ];
  }
  const coversShell =
    matcher === '' || matcher === '*' || /Bash|shell|exec|\.\*|mcp__/i.test(matcher);
  if (event !== 'PreToolUse' || !coversShell) return [];
  const guard = {
    name: `${name} (lets pass when it fails)`,
    at: command.at,
    strength: power.isUnseen ? 'advises' : 'asks',
  } as const;
  return write.guard(agent, guard, `${name} judges commands before they run`);
}
