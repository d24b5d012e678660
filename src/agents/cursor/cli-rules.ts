import { at, type DataDocument, entry, items } from '../../model/document.ts';
import type { EntityKey, Fact } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import { isHome } from '../../recognize/agent/agent-group.ts';
import { parseToken } from '../../recognize/agent/cli-tokens.ts';
import { maskSecrets } from '../../recognize/credential/inline-secrets.ts';
import { write } from './entities.ts';

const claudeTool = /^\s*(?:Bash|Edit|Glob|Grep|WebSearch|mcp__)/;

/**
 * Reads `.cursor/cli.json`, where only `permissions` counts.
 * @see https://cursor.com/docs/cli/reference/permissions (read 2026-11-21)
 */
export function cliFacts(
  document: DataDocument,
  agent: EntityKey,
  folder: string,
  knowledge: Knowledge,
): readonly Fact[] {
  const facts: Fact[] = [];
  for (const [rank, effect] of (['deny', 'allow'] as const).entries()) {
    for (const [index, item] of items(at(document.roots[0], 'permissions', effect)).entries()) {
      if (item.type !== 'scalar' || typeof item.value !== 'string') continue;
      const masked = maskSecrets(item, document, 'cursor', knowledge);
      const name = masked.text;
      const order = rank * 100_000 + index;
      facts.push(...masked.facts);
      const parsed = parseToken(name, folder);
      if (parsed !== null) {
        facts.push(write.rule({ agent, effect, ...parsed, order, at: item.at, name }));
        continue;
      }
      // A dead allow token costs a prompt and misleads nobody.
      if (effect === 'allow') continue;
      const because = claudeTool.test(name)
        ? 'the Cursor CLI has no such token: this is how Claude Code writes rules'
        : 'the Cursor CLI has no such token';
      const what = { because, remedy: 'Write Shell(…), Read(…), Write(…), WebFetch(…) or Mcp(…).' };
      facts.push(
        write.inert(agent, `${name.slice(0, 160)} in ${effect}`, item.at, {
          ...what,
          looksProtective: true,
        }),
      );
    }
  }
  return [...facts, ...userKeys(document, agent)];
}

/** Keys of the user's `cli-config.json` that do nothing in the project's file. */
function userKeys(document: DataDocument, agent: EntityKey): readonly Fact[] {
  if (isHome(document.file)) return [];
  return (['approvalMode', 'sandbox'] as const).flatMap((key) => {
    const found = entry(document.roots[0], key);
    if (found === undefined) return [];
    const isLoose = /unrestricted|allow_all|disabled/.test(
      document.text.slice(found.value.at.start, found.value.at.end),
    );
    return [
      write.inert(agent, key, found.keyAt, {
        because: `the Cursor CLI reads ${key} only from the user's cli-config.json`,
        remedy: 'Remove it here, and set it in ~/.cursor/cli-config.json.',
        looksProtective: !isLoose,
      }),
    ];
  });
}
