import {
  at,
  type DataDocument,
  type DataNode,
  entries,
  entry,
  items,
} from '../../model/document.ts';
import type { Agent, AgentRule, EntityKey, Fact, Verdict } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import { type CommandHabits, noHabits, type RulePattern } from '../../model/permission.ts';
import type { SourceRange } from '../../model/source.ts';
import { byDefault, type Value, written } from '../../model/value.ts';
import { agentWriter } from '../../recognize/agent/agent-facts.ts';
import { isHome } from '../../recognize/agent/agent-group.ts';
import { maskSecrets } from '../../recognize/credential/inline-secrets.ts';

const write = agentWriter('junie-cli', 'junie');
const page = 'https://junie.jetbrains.com/docs/action-allowlist-junie-cli.html';

const groups: readonly (readonly [string, AgentRule['tool']])[] = [
  ['executables', 'shell'],
  ['fileEditing', 'write'],
  ['mcpTools', 'mcp'],
];

const readOnly: CommandHabits['readOnly'] = [
  { starts: 'ls pwd cat head tail wc which grep echo'.split(' '), rest: null },
];

/** Settings that the CLI takes from the user's allowlist. */
export function allowlistDefaults(
  document: DataDocument | undefined,
  place: SourceRange,
): Pick<Agent, 'shell' | 'mcp' | 'habits'> {
  const root = document?.roots[0];
  const general = actionOf(at(root, 'defaultBehavior'));
  const verdict = (group: string): Value<Verdict> => {
    const own = actionOf(at(root, 'rules', group, 'default')) ?? general;
    if (own === null) return byDefault('asks', place, page);
    return written(own.effect === 'allow' ? 'runs' : 'asks', own.at);
  };
  const reads = at(root, 'allowReadonlyCommands');
  const isFree = reads?.type === 'scalar' && reads.value === true;
  return {
    shell: verdict('executables'),
    mcp: verdict('mcpTools'),
    habits: isFree ? { ...noHabits, readOnly } : noHabits,
  };
}

/**
 * Rules of the user's allowlist: the first one of a group that matches decides, and none can forbid.
 * @see https://junie.jetbrains.com/docs/action-allowlist-junie-cli.html (read 2026-11-21)
 */
export function allowlistRules(
  document: DataDocument,
  agent: EntityKey,
  folder: string,
  knowledge: Knowledge,
): readonly Fact[] {
  const [root] = document.roots;
  return groups.flatMap(([group, tool]) =>
    items(at(root, 'rules', group, 'rules')).flatMap((rule, order): readonly Fact[] => {
      const action = actionOf(at(rule, 'action'));
      const prefix = at(rule, 'prefix');
      const text = prefix ?? at(rule, 'pattern');
      if (action === null || text?.type !== 'scalar' || text.text === '') return [];
      const masked = maskSecrets(text, document, 'junie', knowledge);
      const pattern =
        prefix === undefined
          ? globPattern(masked.text, tool, folder)
          : ({ type: 'prefix', text: masked.text, boundary: 'none' } as const);
      const name = `${group}: ${masked.text}`;
      const { effect } = action;
      return [
        write.rule({ agent, effect, tool, pattern, order, at: text.at, name }),
        ...masked.facts,
      ];
    }),
  );
}

/** Why the CLI throws the whole file away; `null` when it reads it. */
export function invalidity(document: DataDocument): SourceRange | null {
  const [root] = document.roots;
  const general = at(root, 'defaultBehavior');
  if (general?.type === 'scalar' && actionOf(general) === null) return general.at;
  for (const { value, keyAt } of entries(at(root, 'rules'))) {
    if (value.type === 'list') return keyAt;
    const fallback = at(value, 'default');
    if (fallback?.type === 'scalar' && actionOf(fallback) === null) return fallback.at;
    for (const rule of items(at(value, 'rules'))) {
      const action = at(rule, 'action');
      if (action?.type === 'scalar' && actionOf(action) === null) return action.at;
    }
  }
  return null;
}

/** An allowlist in the repository, or one that cannot be read, counts for nothing. */
export function uselessAllowlist(document: DataDocument, agent: EntityKey): readonly Fact[] {
  const [root] = document.roots;
  const wrong = invalidity(document);
  const isLocal = !isHome(document.file);
  if (!isLocal && wrong === null) return [];
  const place = wrong ?? (entry(root, 'rules') ?? entries(root)[0])?.keyAt;
  if (place === undefined) return [];
  const general = at(root, 'defaultBehavior');
  const isLoose = general?.type === 'scalar' && general.text === 'allow' && wrong === null;
  return [
    write.inert(agent, 'allowlist.json', place, {
      because: isLocal
        ? 'Junie CLI reads its allowlist only from the home of the user'
        : 'Junie CLI throws the file away for a value or form that it does not know; there is no deny',
      remedy: isLocal
        ? 'Move it to ~/.junie/allowlist.json.'
        : 'Use only allow and ask, with rules inside each group.',
      looksProtective: !isLoose,
    }),
  ];
}

function actionOf(
  node: DataNode | undefined,
): { readonly effect: 'allow' | 'ask'; readonly at: SourceRange } | null {
  if (node?.type !== 'scalar') return null;
  const { text, at: place } = node;
  return text === 'allow' || text === 'ask' ? { effect: text, at: place } : null;
}

function globPattern(text: string, tool: AgentRule['tool'], folder: string): RulePattern {
  if (/^\*+(?:\/\*+)?$/.test(text)) return { type: 'any' };
  if (tool === 'write') return { type: 'path', text, folder };
  if (/[?[]/.test(text)) {
    const source = text
      .replace(/[.+^${}()|\\/]/g, '\\$&')
      .replace(/\*+/g, '.*')
      .replace(/\?/g, '.')
      .replace(/\[!/g, '[^');
    return { type: 'regex', text: `^${source}$`, ignoreCase: false };
  }
  return text.includes('*') ? { type: 'glob', text } : { type: 'exact', text };
}
