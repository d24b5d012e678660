import { agentOf, at, ruleOf } from '../src/graph/permission-sample.ts';
import type { AgentRule } from '../src/model/fact.ts';
import { unknown } from '../src/model/value.ts';
import { claudeHabits } from '../src/recognize/agent/claude-habits.ts';
import { parseToken, terminalPattern } from '../src/recognize/agent/cli-tokens.ts';
import { parseToolRule } from '../src/recognize/agent/tool-rules.ts';

/** Claude Code as it asks without settings. */
export const claude = agentOf('claude-code', { habits: claudeHabits });

/** Cursor's editor, whose modes no file of a repository tells. */
export const cursor = agentOf('cursor', {
  shell: unknown('external', at),
  mcp: unknown('external', at),
});

/** Rules as an agent's settings list them. */
export interface RuleLists {
  readonly allow?: readonly string[];
  readonly ask?: readonly string[];
  readonly deny?: readonly string[];
}

const effects = ['deny', 'ask', 'allow'] as const;

/** Rules in Claude Code's grammar; what is no rule is left out. */
export function claudeRules(lists: RuleLists): readonly AgentRule[] {
  return rulesOf(lists, (name, effect, order) => {
    const parsed = parseToolRule(name, effect, '');
    if (parsed.type !== 'rule') return null;
    const { tool, pattern } = parsed;
    return ruleOf({ effect, tool, pattern, name, order }, parsed.inert?.because ?? null);
  });
}

/** Rules in the grammar of Cursor's command line tool. */
export function cursorCliRules(lists: RuleLists): readonly AgentRule[] {
  return rulesOf(lists, (name, effect, order) => {
    const parsed = parseToken(name, '');
    return parsed === null ? null : ruleOf({ effect, ...parsed, name, order });
  });
}

function rulesOf(
  lists: RuleLists,
  read: (name: string, effect: (typeof effects)[number], order: number) => AgentRule | null,
): readonly AgentRule[] {
  return effects.flatMap((effect) =>
    (lists[effect] ?? []).flatMap((name, order) => read(name, effect, order) ?? []),
  );
}

/** The terminal allowlist of Cursor's editor. */
export function cursorRules(terminal: readonly string[]): readonly AgentRule[] {
  return terminal.map((name, order) =>
    ruleOf({ effect: 'allow', tool: 'shell', pattern: terminalPattern(name), name, order }),
  );
}
