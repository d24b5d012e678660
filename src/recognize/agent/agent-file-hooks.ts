import {
  at,
  type DataDocument,
  type DataNode,
  type Document,
  entries,
  items,
} from '../../model/document.ts';
import type { EntityKey, Fact } from '../../model/fact.ts';
import type { AgentFileDialect } from './agent-file-dialect.ts';
import { hookName, hookPower } from './hook-script.ts';

/** A matcher is an expression for tool names; one of these words in it, or none at all, covers commands or servers. */
const telling = /bash|shell|execute|cmd|aws|mcp|@|^\.?\*$/i;

/** Whether a hook with this matcher is asked about commands or tools of servers. */
export function coversCommands(matcher: DataNode | undefined): boolean {
  const text = matcher?.type === 'scalar' ? matcher.text : '';
  return telling.test(text || '*');
}

/** Hooks inside an agent file: whether they stop tools there, the product says. */
export function embeddedHookFacts(
  document: DataDocument,
  scripts: readonly Document[],
  agent: EntityKey,
  dialect: AgentFileDialect,
): readonly Fact[] {
  const before = entries(at(document.roots[0], 'hooks')).filter(({ key }) => key === 'preToolUse');
  return before.flatMap(({ value }) =>
    items(value).flatMap((hook): readonly Fact[] => {
      const command = at(hook, 'command');
      if (command?.type !== 'scalar' || !coversCommands(at(hook, 'matcher'))) return [];
      const power = hookPower(command.text, scripts);
      if (!power.guards) return [];
      const name = `preToolUse hook ${hookName(command.text)}`;
      const { hookFault } = dialect;
      const strength = hookFault === null ? 'blocks' : 'advises';
      const guard = { name, at: command.at, strength } as const;
      const facts = dialect.write.guard(agent, guard, `${name} judges tools before they run`);
      if (hookFault === null) return facts;
      const fault = { control: 'hook', ...hookFault } as const;
      return [...facts, dialect.write.weakness(agent, name, command.at, fault)];
    }),
  );
}
