import { at, items } from '../../model/document.ts';
import { type AgentRule, type EntityKey, entityKey, type Fact } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { SourceRange } from '../../model/source.ts';
import { heldInText } from '../../recognize/agent/held-credentials.ts';
import { parseToolRule, type ToolRule } from '../../recognize/agent/tool-rules.ts';
import { maskSecrets } from '../../recognize/credential/inline-secrets.ts';
import { inertSetting } from './inert.ts';
import { editCommands } from './mode.ts';
import { everywhere, plainValue, type SettingsFile } from './setting-files.ts';

/** Where the rules of one agent come from and belong. */
export interface RuleOwner {
  readonly agent: EntityKey;
  /** Folder that relative paths start in. */
  readonly folder: string;
}

/** What the three lists of all settings files say. */
export interface PermissionLists {
  readonly facts: readonly Fact[];
  /** A rule forbids commands to leave the sandbox. */
  readonly keepsSandbox: boolean;
}

const effects = ['deny', 'ask', 'allow'] as const;
const rank = { deny: 0, ask: 1, allow: 2 } as const;
const nameLength = 160;

/** Rules of `permissions.allow`, `ask` and `deny`; lists of several files are merged. */
export function permissionLists(
  files: readonly SettingsFile[],
  owner: RuleOwner,
  knowledge: Knowledge,
): PermissionLists {
  const facts: Fact[] = [];
  let keepsSandbox = false;
  for (const effect of effects) {
    let order = 0;
    for (const { node, file } of everywhere(files, 'permissions', effect)) {
      for (const item of items(node)) {
        if (item.type !== 'scalar' || typeof item.value !== 'string') continue;
        const masked = maskSecrets(item, file.document, 'claude-code', knowledge);
        const parsed = confined(parseToolRule(masked.text, effect, owner.folder), effect, files);
        const holds = heldInText(owner.agent, masked.facts, 'a permission rule');
        facts.push(...masked.facts, ...holds);
        if (parsed.type === 'keeps-sandbox') keepsSandbox = true;
        facts.push(...ruleFacts(owner, parsed, { effect, order, name: masked.text, at: item.at }));
        order += 1;
      }
    }
  }
  return { facts: [...facts, ...extraFolders(files, owner)], keepsSandbox };
}

/** With `blockReadsOutsideWorkingDirectories` in any file, no allow rule opens a path outside the tree. */
function confined(
  parsed: ToolRule,
  effect: AgentRule['effect'],
  files: readonly SettingsFile[],
): ToolRule {
  if (effect !== 'allow' || parsed.type !== 'rule' || parsed.inert !== null) return parsed;
  const key = `block${parsed.tool === 'write' ? 'Writes' : 'Reads'}OutsideWorkingDirectories`;
  if (parsed.tool !== 'read' && parsed.tool !== 'write') return parsed;
  if (parsed.pattern.type !== 'path' || !/^(?:~|\/\/|\.\.\/)/.test(parsed.pattern.text))
    return parsed;
  if (!everywhere(files, 'permissions', key).some((found) => plainValue(found) === true)) {
    return parsed;
  }
  return { ...parsed, inert: { because: `${key} is true`, remedy: 'Remove the rule.' } };
}

interface RuleText {
  readonly effect: AgentRule['effect'];
  readonly order: number;
  /** Masked. */
  readonly name: string;
  readonly at: SourceRange;
}

/** The rule and, where the agent skips it, what a reader may wrongly believe. */
export function ruleFacts(owner: RuleOwner, parsed: ToolRule, text: RuleText): readonly Fact[] {
  if (parsed.type !== 'rule') return [];
  const { effect, order, at } = text;
  const name = shortened(text.name);
  const rule: AgentRule = {
    kind: 'AgentRule',
    key: entityKey(`claude-code:${at.file}#${effect}/${text.name}`),
    aliases: [],
    name,
    at,
    collector: 'claude-code',
    implied: false,
    confidence: 'high',
    agent: owner.agent,
    effect,
    tool: parsed.tool,
    pattern: parsed.pattern,
    order: rank[effect] * 100_000 + order,
    inert: parsed.inert?.because ?? null,
  };
  // A dead allow rule costs a prompt and misleads nobody.
  if (parsed.inert === null || effect === 'allow') return [rule];
  const what = { ...parsed.inert, looksProtective: true };
  return [rule, inertSetting(owner.agent, `${name} in ${effect}`, at, what)];
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > nameLength ? `${line.slice(0, nameLength - 1)}…` : line;
}

/** Folders outside the working folder that reads and edits are widened to. */
function extraFolders(files: readonly SettingsFile[], owner: RuleOwner): readonly Fact[] {
  return everywhere(files, 'permissions', 'additionalDirectories').flatMap(({ node }) =>
    items(node).flatMap((item, index) => {
      if (item.type !== 'scalar' || item.text === '') return [];
      const text = `${item.text.replace(/\/+$/, '')}/**`;
      const pattern = { type: 'path', text, folder: owner.folder } as const;
      const parsed = { type: 'rule', tool: 'read', pattern, inert: null } as const;
      const name = `additionalDirectories: ${item.text}`;
      return ruleFacts(owner, parsed, {
        effect: 'allow',
        order: 50_000 + index,
        name,
        at: item.at,
      });
    }),
  );
}

/** What `acceptEdits` runs unasked, as rules, so that deny and ask rules still beat it. */
export function acceptEditsRules(owner: RuleOwner, at: SourceRange): readonly AgentRule[] {
  const implied = (name: string, order: number): Omit<AgentRule, 'tool' | 'pattern'> => ({
    kind: 'AgentRule',
    key: entityKey(`claude-code:${at.file}#acceptEdits/${name}`),
    aliases: [],
    name: `acceptEdits: ${name}`,
    at,
    collector: 'claude-code',
    implied: true,
    confidence: 'high',
    agent: owner.agent,
    effect: 'allow',
    order: rank.allow * 100_000 + 90_000 + order,
    inert: null,
  });
  const pattern = (text: string) => ({ type: 'prefix', text, boundary: 'word' }) as const;
  return [
    {
      ...implied('edits', 0),
      tool: 'write',
      pattern: { type: 'path', text: '**', folder: owner.folder },
    },
    ...editCommands.map((command, index) => ({
      ...implied(command, index + 1),
      tool: 'shell' as const,
      pattern: pattern(command),
    })),
  ];
}

/** Hosts that the sandbox lists, as rules for the network. */
export function sandboxHosts(files: readonly SettingsFile[], owner: RuleOwner): readonly Fact[] {
  const lists = [
    ['allowedDomains', 'allow'],
    ['deniedDomains', 'deny'],
  ] as const;
  return lists.flatMap(([key, effect]) =>
    everywhere(files, 'sandbox', 'network', key).flatMap(({ node }) =>
      items(node).flatMap((item, index) => {
        if (item.type !== 'scalar' || item.text === '*') return [];
        const parsed = parseToolRule(`WebFetch(domain:${item.text})`, effect, owner.folder);
        const name = `sandbox ${key}: ${item.text}`;
        return ruleFacts(owner, parsed, { effect, order: 60_000 + index, name, at: item.at });
      }),
    ),
  );
}

/** Paths that the sandbox keeps every command from reading, as rules that deny reading. */
export function hiddenPaths(files: readonly SettingsFile[], owner: RuleOwner): readonly Fact[] {
  const paths = everywhere(files, 'sandbox', 'filesystem', 'denyRead').flatMap(({ node }) =>
    items(node).map((item) => ({ item, key: 'denyRead' })),
  );
  const credentials = everywhere(files, 'sandbox', 'credentials', 'files').flatMap(({ node }) =>
    items(node).flatMap((item) => {
      const [path, mode] = [at(item, 'path'), at(item, 'mode')];
      const isDenied = mode?.type === 'scalar' && mode.text === 'deny';
      return isDenied && path !== undefined ? [{ item: path, key: 'credentials' }] : [];
    }),
  );
  return [...paths, ...credentials].flatMap(({ item, key }, index) => {
    if (item.type !== 'scalar' || item.text === '') return [];
    const pattern = { type: 'path', text: item.text, folder: owner.folder } as const;
    const parsed = { type: 'rule', tool: 'read', pattern, inert: null } as const;
    const name = `sandbox ${key}: ${item.text}`;
    return ruleFacts(owner, parsed, { effect: 'deny', order: 65_000 + index, name, at: item.at });
  });
}
