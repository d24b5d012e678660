import { at, type DataEntry, type DataNode, type ScalarNode } from '../../model/document.ts';
import type { AgentRule, EntityKey, Fact } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { SourceRange } from '../../model/source.ts';
import type { AgentWriter } from '../../recognize/agent/agent-facts.ts';
import { maskSecrets } from '../../recognize/credential/inline-secrets.ts';
import { builtInQuestions } from './default-rules.ts';
import { type Layer, type MapSetting, mergedEntries, plainOf, settingOf } from './layers.ts';
import { terminalPattern } from './terminal-pattern.ts';

/** Whose rules are read, and with what. */
export interface RuleOwner {
  readonly agent: EntityKey;
  readonly place: SourceRange;
  readonly write: AgentWriter;
  readonly knowledge: Knowledge;
}

const mapKey = 'chat.tools.terminal.autoApprove';
/** The former name is still merged over the current one. */
const formerKey = 'chat.agent.terminal.autoApprove';

/**
 * The terminal map: `true` runs a command, `false` asks and never blocks, the question wins. Every command of a line is judged for itself.
 * @see https://code.visualstudio.com/docs/agents/approvals (read 2026-11-21)
 */
export function terminalFacts(layers: readonly Layer[], owner: RuleOwner): readonly Fact[] {
  const settings = [...mergedEntries(layers, formerKey), ...mergedEntries(layers, mapKey)];
  const isOff = plainOf(settingOf(layers, 'chat.tools.terminal.enableAutoApprove')) === false;
  const written = settings.flatMap((setting, order) => oneEntry(setting, order, isOff, owner));
  return [...written, ...builtInRules(layers, settings, owner), ...npmRules(layers, owner)];
}

function oneEntry(
  setting: MapSetting,
  order: number,
  isOff: boolean,
  owner: RuleOwner,
): readonly Fact[] {
  const { write, agent, knowledge } = owner;
  const { key, keyAt, value } = setting.entry;
  const approves = approval(value);
  if (approves === null) return [];
  const masked = maskSecrets(
    textOfKey(setting.entry),
    setting.layer.document,
    'copilot',
    knowledge,
  );
  const pattern = terminalPattern(masked.text);
  const name = masked.text;
  if (pattern === null) {
    const what = {
      because:
        key === ''
          ? 'VS Code ignores the empty key'
          : 'VS Code drops expressions that are broken or match the empty text',
      remedy: 'Write the start of a command, or an expression that needs at least one character.',
      looksProtective: !approves,
    };
    return [write.inert(agent, `${mapKey}: ${name || '(empty)'}`, keyAt, what), ...masked.facts];
  }
  const rule = write.rule({
    agent,
    effect: approves ? 'allow' : 'ask',
    tool: 'shell',
    pattern,
    order,
    at: keyAt,
    name,
    inert: approves && isOff ? 'chat.tools.terminal.enableAutoApprove switches the list off' : null,
  });
  return [rule, ...masked.facts];
}

/** What an entry says; `null` for one that unsets or says nothing. */
function approval(value: DataNode): boolean | null {
  const said = value.type === 'map' ? at(value, 'approve') : value;
  return said?.type === 'scalar' && typeof said.value === 'boolean' ? said.value : null;
}

/** A key as a scalar; offsets inside it are those of a key without escapes. */
function textOfKey({ key, keyAt }: DataEntry): ScalarNode {
  return { type: 'scalar', value: key, text: key, map: [[0, keyAt.start + 1]], at: keyAt };
}

/** VS Code's own questions, but for those that a file replaces, and the one about variables before a command, which nothing replaces. */
function builtInRules(
  layers: readonly Layer[],
  settings: readonly MapSetting[],
  { agent, place, write }: RuleOwner,
): readonly AgentRule[] {
  const replaced = new Set(settings.map(({ entry }) => entry.key));
  const ignored = plainOf(settingOf(layers, 'chat.tools.terminal.ignoreDefaultAutoApproveRules'));
  const keys = ignored === true ? [] : builtInQuestions.filter((key) => !replaced.has(key));
  const base = { agent, effect: 'ask', tool: 'shell', at: place, implied: true } as const;
  const rules = keys.flatMap((key, index) => {
    const pattern = terminalPattern(key);
    const name = `built-in question: ${key}`;
    return pattern === null ? [] : [write.rule({ ...base, pattern, name, order: 10_000 + index })];
  });
  const variables = { type: 'regex', text: '^[A-Za-z_][A-Za-z0-9_]*=', ignoreCase: false } as const;
  const name = 'built-in question: variables before a command';
  return [...rules, write.rule({ ...base, pattern: variables, name, order: 20_000 })];
}

/** Scripts of `package.json`, where a file says so: the default changed between releases. */
function npmRules(layers: readonly Layer[], owner: RuleOwner): readonly AgentRule[] {
  const key = 'chat.tools.terminal.autoApproveWorkspaceNpmScripts';
  const setting = settingOf(layers, key);
  if (setting === undefined || plainOf(setting) !== true) return [];
  return ['npm run', 'yarn run', 'pnpm run'].map((text, index) =>
    owner.write.rule({
      agent: owner.agent,
      effect: 'allow',
      tool: 'shell',
      pattern: { type: 'prefix', text, boundary: 'word' },
      order: 9000 + index,
      at: setting.keyAt,
      name: `${key}: ${text}`,
      confidence: 'medium',
    }),
  );
}
