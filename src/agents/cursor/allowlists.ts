import { at, type DataDocument, entries, items, type ScalarNode } from '../../model/document.ts';
import type { EntityKey, Fact } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import { isProhibition } from '../../recognize/agent/advice-prose.ts';
import { mcpPattern, terminalPattern } from '../../recognize/agent/cli-tokens.ts';
import { maskSecrets } from '../../recognize/credential/inline-secrets.ts';
import { write } from './entities.ts';

const known = new Set(['terminalAllowlist', 'mcpAllowlist', 'autoRun', '$schema', 'version']);

/**
 * Reads `.cursor/permissions.json`: two allowlists, English for the classifier, and nothing else.
 * @see https://cursor.com/docs/reference/permissions (read 2026-11-21)
 */
export function allowlistFacts(
  document: DataDocument,
  agent: EntityKey,
  knowledge: Knowledge,
): readonly Fact[] {
  const [root] = document.roots;
  const rulesOf = (key: 'terminalAllowlist' | 'mcpAllowlist'): readonly Fact[] =>
    texts(at(root, key)).flatMap((item, order) => {
      const masked = maskSecrets(item, document, 'cursor', knowledge);
      const isShell = key === 'terminalAllowlist';
      const rule = write.rule({
        agent,
        effect: 'allow',
        tool: isShell ? 'shell' : 'mcp',
        pattern: isShell ? terminalPattern(masked.text) : mcpPattern(masked.text),
        order,
        at: item.at,
        name: masked.text,
      });
      return [rule, ...masked.facts];
    });
  return [
    ...rulesOf('terminalAllowlist'),
    ...rulesOf('mcpAllowlist'),
    ...instructions(document, agent),
    ...unknownKeys(document, agent),
  ];
}

function texts(node: Parameters<typeof items>[0]): readonly ScalarNode[] {
  return items(node).filter(
    (item): item is ScalarNode =>
      item.type === 'scalar' && typeof item.value === 'string' && item.text.trim() !== '',
  );
}

/** Whether a sentence for the classifier waves everything through. */
export function wavesThrough(sentence: string): boolean {
  return (
    /\b(?:all|any|every|everything)\b/i.test(sentence) &&
    /\b(?:allow|approve|run|execute|permit|auto)/i.test(sentence) &&
    /\b(?:commands?|shell|terminal|tools?|everything)\b/i.test(sentence) &&
    !/\b(?:read|list|test|lint|build|format|never|not|except|unless)\b/i.test(sentence)
  );
}

/** English that a classifier reads: advice at best, an open door at worst. */
function instructions(document: DataDocument, agent: EntityKey): readonly Fact[] {
  return [...loosening(document, agent), ...forbidding(document, agent)];
}

function loosening(document: DataDocument, agent: EntityKey): readonly Fact[] {
  const open = texts(at(document.roots[0], 'autoRun', 'allow_instructions')).find((item) =>
    wavesThrough(item.text),
  );
  if (open === undefined) return [];
  return [
    write.weakness(agent, 'autoRun.allow_instructions', open.at, {
      control: 'approval',
      because: 'the classifier that stands in for a person is told to let every command run',
      remedy: 'Name the harmless commands, or remove the sentence.',
    }),
  ];
}

function forbidding(document: DataDocument, agent: EntityKey): readonly Fact[] {
  const blocked = texts(at(document.roots[0], 'autoRun', 'block_instructions'));
  const first = blocked.find((item) => isProhibition(`never ${item.text}`));
  if (first === undefined) return [];
  const guard = { name: 'autoRun.block_instructions', at: first.at, strength: 'advises' } as const;
  return write.guard(agent, guard, `${document.file} asks the classifier in English not to`);
}

function unknownKeys(document: DataDocument, agent: EntityKey): readonly Fact[] {
  return entries(document.roots[0]).flatMap((entry) => {
    if (known.has(entry.key) || /^[/_#]/.test(entry.key)) return [];
    if (entry.key === 'permissions') {
      const lists = entries(entry.value).filter(
        (list) => list.key !== 'allow' && items(list.value).length > 0,
      );
      return lists.map((list) =>
        write.inert(agent, `permissions.${list.key}`, list.keyAt, {
          because:
            'Cursor reads permission tokens only from .cursor/cli.json, and only for its CLI',
          remedy: `Move the ${list.key} list to .cursor/cli.json; the editor has terminalAllowlist and mcpAllowlist.`,
          looksProtective: true,
        }),
      );
    }
    return [
      write.inert(agent, entry.key.slice(0, 60), entry.keyAt, {
        because: `Cursor knows no key "${entry.key.slice(0, 60)}" in permissions.json`,
        remedy: 'Remove it, or use terminalAllowlist and mcpAllowlist.',
        looksProtective: /deny|block|forbid|ask|confirm|protect|restrict|safe|sandbox/i.test(
          entry.key,
        ),
      }),
    ];
  });
}
