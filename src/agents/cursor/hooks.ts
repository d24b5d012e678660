import {
  at,
  type DataDocument,
  type DataNode,
  type Document,
  entries,
  items,
} from '../../model/document.ts';
import type { EntityKey, Fact } from '../../model/fact.ts';
import { hookName, hookPower } from '../../recognize/hook-script.ts';
import { guardFacts, inertSetting } from './entities.ts';

const blocking = new Set(['beforeShellExecution', 'beforeMCPExecution', 'preToolUse']);
const observing = new Set(['afterShellExecution', 'afterMCPExecution', 'postToolUse']);

/**
 * Hooks that judge commands or MCP tools before they run. Crash and timeout let the action pass unless `failClosed` is true, so only then it blocks;
 * one whose script is not in the tree counts as advice.
 * @see https://cursor.com/docs/hooks (read 2026-11-21)
 */
export function hookFacts(
  document: DataDocument,
  scripts: readonly Document[],
  agent: EntityKey,
): readonly Fact[] {
  return entries(at(document.roots[0], 'hooks')).flatMap((event) =>
    items(event.value).flatMap((hook) => oneHook(event.key, hook, scripts, agent)),
  );
}

function oneHook(
  event: string,
  hook: DataNode,
  scripts: readonly Document[],
  agent: EntityKey,
): readonly Fact[] {
  const command = at(hook, 'command');
  if (command?.type !== 'scalar') return [];
  const short = hookName(command.text);
  const power = hookPower(command.text, scripts);
  const claims = /guard|block|protect|prevent|deny|safe|restrict/i.test(short);
  if (!power.guards && !(claims && power.isUnseen)) return [];
  const name = `${event} hook ${short}`;
  if (observing.has(event)) {
    return [
      inertSetting(agent, name, command.at, {
        because: `Cursor runs ${event} hooks when the action is already done`,
        remedy: 'Run it as a beforeShellExecution and beforeMCPExecution hook.',
        looksProtective: true,
      }),
    ];
  }
  if (!blocking.has(event)) return [];
  const closed = at(hook, 'failClosed');
  const failsClosed = closed?.type === 'scalar' && closed.value === true;
  const guard = {
    name: failsClosed ? name : `${name} (lets pass when it fails)`,
    at: command.at,
    strength: power.isUnseen ? 'advises' : failsClosed ? 'blocks' : 'asks',
  } as const;
  return guardFacts(agent, guard, `${name} judges commands before they run`);
}
