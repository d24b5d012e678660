import { at, type DataDocument, type DataNode, entries, items } from '../../model/document.ts';
import type { AgentRule, EntityKey, Fact, Verdict } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { SourceRange } from '../../model/source.ts';
import { byDefault, unknown, type Value, written } from '../../model/value.ts';
import type { AgentWriter } from '../../recognize/agent/agent-facts.ts';
import { maskSecrets } from '../../recognize/credential/inline-secrets.ts';

/** Where the permissions are documented. */
const toolsPage = 'https://support.atlassian.com/rovo/docs/use-tools-in-rovo-dev-cli';
const verdicts: ReadonlyMap<string, Verdict> = new Map([
  ['allow', 'runs'],
  ['ask', 'asks'],
  ['deny', 'blocks'],
]);
const readTools = new Set(['open_files', 'expand_code_chunks', 'expand_folder', 'grep']);
const writeTools = new Set(['create_file', 'delete_file', 'move_file', 'find_and_replace_code']);

/**
 * What happens to a tool that no entry names: the first of these settings that any file has, the project's before the user's.
 * @see https://support.atlassian.com/rovo/docs/use-tools-in-rovo-dev-cli (read 2026-11-21)
 */
export function fallbackOf(
  files: readonly DataDocument[],
  paths: readonly (readonly string[])[],
  place: SourceRange,
): Value<Verdict> {
  for (const path of paths) {
    for (const file of files) {
      const node = at(file.roots[0], 'toolPermissions', ...path);
      if (node === undefined) continue;
      const verdict = node.type === 'scalar' ? verdicts.get(node.text) : undefined;
      return verdict === undefined ? unknown('unparsed', node.at) : written(verdict, node.at);
    }
  }
  return byDefault('asks', place, toolsPage);
}

/** Entries for commands, which are whole-line expressions, and for tools by name. Where several match, the strictest counts. */
export function ruleFacts(
  document: DataDocument,
  agent: EntityKey,
  write: AgentWriter,
  knowledge: Knowledge,
): readonly Fact[] {
  const permissions = at(document.roots[0], 'toolPermissions');
  const commands = items(at(permissions, 'bash', 'commands')).flatMap((node, order) => {
    const command = at(node, 'command');
    const effect = effectOf(at(node, 'permission'));
    if (command?.type !== 'scalar' || effect === null) return [];
    const masked = maskSecrets(command, document, 'rovo-dev', knowledge);
    const name = masked.text;
    const pattern = { type: 'regex', text: `^(?:${name})$`, ignoreCase: false } as const;
    return [
      ...masked.facts,
      write.rule({ agent, effect, tool: 'shell', pattern, order, at: command.at, name }),
    ];
  });
  const tools = entries(at(permissions, 'tools')).flatMap(({ key, keyAt, value }, order) => {
    const effect = effectOf(value);
    const tool = toolOf(key);
    if (effect === null || tool === null) return [];
    return [write.rule({ agent, effect, ...tool, order, at: keyAt, name: key })];
  });
  return [...commands, ...tools];
}

/** Several tools read and several write; one that is freer than the rest says nothing about the rest. */
function toolOf(name: string): Pick<AgentRule, 'tool' | 'pattern'> | null {
  if (readTools.has(name) || writeTools.has(name)) return null;
  const [, server = '', tool = ''] = /^(?:mcp__)?(.+?)__(.+)$/.exec(name) ?? [];
  if (server === '') return null;
  return { tool: 'mcp', pattern: { type: 'exact', text: `${server}:${tool}` } };
}

function effectOf(node: DataNode | undefined): AgentRule['effect'] | null {
  const text = node?.type === 'scalar' ? node.text : '';
  return text === 'allow' || text === 'ask' || text === 'deny' ? text : null;
}

/** The tool that opens files, which stands for reading. */
export function readOf(files: readonly DataDocument[], place: SourceRange): Value<Verdict> {
  const found = fallbackOf(files, [['tools', 'open_files']], place);
  return found.state === 'default' ? byDefault('runs', place, toolsPage) : found;
}
