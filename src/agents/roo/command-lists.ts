import { type DataDocument, type DataNode, items } from '../../model/document.ts';
import type { Agent, Fact } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { RulePattern } from '../../model/permission.ts';
import type { SourceRange } from '../../model/source.ts';
import type { AgentWriter } from '../../recognize/agent/agent-facts.ts';
import { maskSecrets } from '../../recognize/credential/inline-secrets.ts';

/** One list of commands and the file it stands in. */
export interface CommandList {
  readonly effect: 'allow' | 'deny';
  readonly list: DataNode;
  readonly document: DataDocument;
}

/**
 * Lists of prefixes: a command starts with one, at no word boundary; `*` is every command. They count once the user has switched on that commands
 * are approved, so their confidence is lower.
 * @see https://docs.roocode.com/features/auto-approving-actions (read 2026-11-21)
 */
export function commandRules(
  lists: readonly CommandList[],
  agent: Agent,
  write: AgentWriter,
  knowledge: Knowledge,
): readonly Fact[] {
  return lists.flatMap(({ effect, list, document }, rank) =>
    items(list).flatMap((item, index): readonly Fact[] => {
      if (item.type !== 'scalar' || typeof item.value !== 'string' || item.text === '') return [];
      const masked = maskSecrets(item, document, 'roo', knowledge);
      const rule = write.rule({
        agent: agent.key,
        effect,
        tool: 'shell',
        pattern: prefixPattern(masked.text),
        order: rank * 10_000 + index,
        at: item.at,
        name: masked.text,
        confidence: 'medium',
      });
      return [rule, ...masked.facts];
    }),
  );
}

function prefixPattern(text: string): RulePattern {
  return text.trim() === '*' ? { type: 'any' } : { type: 'prefix', text, boundary: 'none' };
}

/**
 * What the extension allows where no file lists commands.
 * @see https://github.com/RooCodeInc/Roo-Code/blob/main/src/package.json (read 2026-11-21)
 */
export function defaultRules(
  agent: Agent,
  write: AgentWriter,
  place: SourceRange,
): readonly Fact[] {
  return ['git log', 'git diff', 'git show'].map((text, order) =>
    write.rule({
      agent: agent.key,
      effect: 'allow',
      tool: 'shell',
      pattern: { type: 'prefix', text, boundary: 'none' },
      order,
      at: place,
      name: `built-in list: ${text}`,
      implied: true,
    }),
  );
}
