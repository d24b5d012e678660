import { at, type DataNode, type Document, entries, items } from '../../model/document.ts';
import type { EntityKey, Fact } from '../../model/fact.ts';
import { baseName } from '../../model/source.ts';
import type { AgentWriter } from '../../recognize/agent/agent-facts.ts';
import { hookName, hookPower } from '../../recognize/agent/hook-script.ts';

const page = /(?:^|\/)\.github\/hooks\/[^/]*\.json$|^~\/\.copilot\/hooks\/[^/]*\.json$/;

/**
 * Hooks that judge a tool before it runs. Exit 2 and `permissionDecision` refuse; any other failure only warns, so a script that ends with 1
 * refuses nothing.
 * @see https://code.visualstudio.com/docs/agent-customization/hooks (read 2026-11-21)
 */
export function hookFacts(
  documents: readonly Document[],
  agent: EntityKey,
  write: AgentWriter,
): readonly Fact[] {
  const scripts = documents.filter(
    ({ file }) => /(?:^|\/)\.github\/hooks\//.test(file) && !page.test(file),
  );
  return documents.flatMap((document) => {
    if (document.shape !== 'data' || !page.test(document.file)) return [];
    return entries(at(document.roots[0], 'hooks')).flatMap((event) =>
      items(event.value).flatMap((hook) => oneHook(event.key, hook, scripts, agent, write)),
    );
  });
}

function oneHook(
  event: string,
  hook: DataNode,
  scripts: readonly Document[],
  agent: EntityKey,
  write: AgentWriter,
): readonly Fact[] {
  const command = ['command', 'bash', 'linux', 'osx', 'powershell']
    .map((key) => at(hook, key))
    .find((node) => node?.type === 'scalar');
  if (command?.type !== 'scalar') return [];
  const short = hookName(command.text);
  const power = hookPower(command.text, scripts);
  const claims = /guard|block|protect|prevent|deny|safe|restrict/i.test(short);
  const name = `${event} hook ${short}`;
  const isBefore = /^preToolUse$/i.test(event);
  if (isBefore && !power.guards && claims && failsOpen(command.text, scripts)) {
    return [
      write.weakness(agent, name, command.at, {
        control: 'hook',
        because: 'its script ends with 1, which only warns, and the tool runs',
        remedy: 'End with 2, or print a permissionDecision of deny.',
      }),
    ];
  }
  if (!power.guards && !(claims && power.isUnseen)) return [];
  if (isBefore) {
    const strength = power.isUnseen ? 'advises' : 'blocks';
    const guard = { name, at: command.at, strength } as const;
    return write.guard(agent, guard, `${name} judges tools before they run`);
  }
  if (!/^postToolUse$/i.test(event)) return [];
  return [
    write.inert(agent, name, command.at, {
      because: `Copilot runs ${event} hooks when the tool has already run`,
      remedy: 'Run it as a preToolUse hook.',
      looksProtective: true,
    }),
  ];
}

function failsOpen(command: string, scripts: readonly Document[]): boolean {
  const script = scripts.find(({ file }) => command.includes(baseName(file)));
  return /\bexit\s*\(?\s*1\b/.test(script?.text ?? command);
}
