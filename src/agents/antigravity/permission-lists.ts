import { at, type DataDocument } from '../../model/document.ts';
import type { EntityKey, Fact } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { SourceRange } from '../../model/source.ts';
import type { AgentWriter } from '../../recognize/agent/agent-facts.ts';
import { scalars } from '../../recognize/agent/mcp-entry.ts';
import { maskSecrets } from '../../recognize/credential/inline-secrets.ts';
import { parseToken } from './tokens.ts';

/** Whose lists are read, and into what. */
export interface ListOwner {
  readonly agent: EntityKey;
  readonly folder: string;
  readonly write: AgentWriter;
  readonly knowledge: Knowledge;
}

/** What the three lists of one file say. */
export interface Lists {
  readonly facts: readonly Fact[];
  /** An entry that lets commands leave the sandbox unasked. */
  readonly wayOut: SourceRange | null;
}

/**
 * Rules of `permissions.deny`, `ask` and `allow`, which beat each other in this order.
 * @see https://antigravity.google/docs/permissions (read 2026-11-21)
 */
export function permissionLists(document: DataDocument, owner: ListOwner): Lists {
  const { agent, folder, write, knowledge } = owner;
  const facts: Fact[] = [];
  let wayOut: SourceRange | null = null;
  let order = 0;
  for (const effect of ['deny', 'ask', 'allow'] as const) {
    const list = at(document.roots[0], 'permissions', effect);
    if (list?.type !== 'list') continue;
    for (const item of scalars(list)) {
      const masked = maskSecrets(item, document, 'antigravity', knowledge);
      const token = parseToken(masked.text, folder);
      const name = masked.text;
      order += 1;
      facts.push(...masked.facts);
      if (token === null) {
        if (effect !== 'allow') facts.push(unknownAction(owner, effect, name, item.at));
      } else if (token.type === 'rule') {
        const { tool, pattern } = token;
        facts.push(write.rule({ agent, effect, tool, pattern, order, at: item.at, name }));
      } else if (effect === 'allow') {
        wayOut ??= item.at;
        facts.push(
          write.weakness(agent, name.slice(0, 80), item.at, {
            control: 'sandbox',
            because: 'commands leave the sandbox without asking',
            remedy: 'Move it to permissions.ask.',
          }),
        );
      }
    }
  }
  return { facts, wayOut };
}

function unknownAction(
  { agent, write }: ListOwner,
  effect: 'deny' | 'ask',
  text: string,
  place: SourceRange,
): Fact {
  return write.inert(agent, `permissions.${effect}: ${text.slice(0, 80)}`, place, {
    because: 'Antigravity knows no such action',
    remedy: 'Use command, read_file, write_file, read_url, execute_url, mcp or unsandboxed.',
    looksProtective: true,
  });
}
