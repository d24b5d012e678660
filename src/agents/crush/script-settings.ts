import type {
  DataDocument,
  DataEntry,
  DataNode,
  ScalarNode,
  ShellCommand,
  ShellDocument,
  ShellWord,
} from '../../model/document.ts';
import type { SourceRange } from '../../model/source.ts';

/**
 * The settings that a `crushrc` builds with its commands, written as the JSON file would hold them, each at its place in the script. Values that are
 * computed when it runs become expressions.
 * @see https://github.com/charmbracelet/crush/blob/main/internal/skills/builtin/crush-config/SKILL.md (read 2026-11-21)
 */
export function scriptSettings(script: ShellDocument): DataDocument {
  const allowed: DataNode[] = [];
  const hidden: DataNode[] = [];
  const servers: DataEntry[] = [];
  const hooks: DataNode[] = [];
  for (const command of script.commands) {
    const [name, verb, ...rest] = command.words;
    switch (`${name?.text ?? ''} ${verb?.text ?? ''}`) {
      case 'permissions allow':
        allowed.push(...rest.map(nodeOf));
        break;
      case 'permissions deny':
        hidden.push(...rest.map(nodeOf));
        break;
      case 'mcp add':
        servers.push(...serverOf(command, rest));
        break;
      case 'hook add':
        if (/^pre_?tool_?use$/i.test(rest[0]?.text ?? ''))
          hooks.push(mapOf(command, rest.slice(1)));
        break;
    }
  }
  const at = { file: script.file, start: 0, end: script.text.length };
  const { file, text, comments, problems } = script;
  const root = map(at, [
    pair('permissions', at, map(at, [pair('allowed_tools', at, list(at, allowed))])),
    pair('options', at, map(at, [pair('disabled_tools', at, list(at, hidden))])),
    pair('mcp', at, map(at, servers)),
    pair('hooks', at, map(at, [pair('PreToolUse', at, list(at, hooks))])),
  ]);
  return { shape: 'data', format: 'shell', file, text, comments, problems, roots: [root] };
}

/** Where the script takes permissions from somewhere else: a file that it sources, or a value computed when it runs. */
export function borrowed(script: ShellDocument): SourceRange | null {
  for (const { words, at } of script.commands) {
    const [name, verb, ...rest] = words;
    if (name?.text === 'source' || name?.text === '.') return at;
    const isComputed = rest.some((word) => word.text === null);
    if (name?.text === 'permissions' && verb?.text === 'allow' && isComputed) return at;
  }
  return null;
}

function serverOf(command: ShellCommand, words: readonly ShellWord[]): readonly DataEntry[] {
  const [name, ...flags] = words;
  if (name === undefined || name.text === null || name.text === '') return [];
  return [pair(name.text, name.at, mapOf(command, flags))];
}

const lists = new Set(['args', 'disabled_tools', 'enabled_tools']);
const maps: Readonly<Record<string, string>> = { env: 'env', header: 'headers' };

/** Flags as keys: those that may come again as lists, those with a name and a value as maps. */
function mapOf(command: ShellCommand, words: readonly ShellWord[]): DataNode {
  const found = new Map<string, DataEntry>();
  for (let index = 0; index < words.length; index += 1) {
    const flag = words[index];
    if (flag?.text?.startsWith('--') !== true) continue;
    const key = flag.text.slice(2).replace(/-/g, '_');
    const value = words[index + 1];
    if (value === undefined) break;
    const target = maps[key];
    const before = found.get(target ?? key)?.value;
    if (target !== undefined) {
      const content = words[index + 2];
      index += 2;
      if (content === undefined || value.text === null) continue;
      const others = before?.type === 'map' ? before.entries : [];
      const inner = [...others, pair(value.text, value.at, nodeOf(content))];
      found.set(target, pair(target, flag.at, map(command.at, inner)));
      continue;
    }
    index += 1;
    const node = nodeOf(value);
    const others = before?.type === 'list' ? before.items : [];
    const held = lists.has(key) ? list(command.at, [...others, node]) : node;
    found.set(key, pair(key, flag.at, held));
  }
  return map(command.at, [...found.values()]);
}

function nodeOf(word: ShellWord): DataNode {
  if (word.text === null) return { type: 'expr', text: word.raw, refs: word.refs, at: word.at };
  const start = word.at.start + (/^["']/.test(word.raw) ? 1 : 0);
  const isSwitch = word.text === 'true' || word.text === 'false';
  const scalar: ScalarNode = {
    type: 'scalar',
    value: isSwitch ? word.text === 'true' : word.text,
    text: word.text,
    map: [[0, start]],
    at: word.at,
  };
  return scalar;
}

function pair(key: string, keyAt: SourceRange, value: DataNode): DataEntry {
  return { key, keyAt, labels: [], value };
}

function map(at: SourceRange, entries: readonly DataEntry[]): DataNode {
  return { type: 'map', entries, at };
}

function list(at: SourceRange, items: readonly DataNode[]): DataNode {
  return { type: 'list', items, at };
}
