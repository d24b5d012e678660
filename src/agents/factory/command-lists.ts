import type { DataDocument } from '../../model/document.ts';
import type { EntityKey, Fact } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { RulePattern } from '../../model/permission.ts';
import { agentWriter } from '../../recognize/agent/agent-facts.ts';
import { scalars } from '../../recognize/agent/mcp-entry.ts';
import { maskSecrets } from '../../recognize/credential/inline-secrets.ts';
import { everywhere } from './setting-files.ts';

const write = agentWriter('factory');

/**
 * Command lists of every level together. What is blocked never runs; what is denied still runs once somebody agrees, so it is a question; both win over
 * what is allowed.
 * @see https://docs.factory.ai/cli/configuration/settings (read 2026-11-21)
 */
export function commandLists(
  files: readonly DataDocument[],
  agent: EntityKey,
  knowledge: Knowledge,
): readonly Fact[] {
  const lists = [
    ['commandBlocklist', 'deny', 0],
    ['commandDenylist', 'ask', 10_000],
    ['commandAllowlist', 'allow', 20_000],
  ] as const;
  return lists.flatMap(([key, effect, start]) =>
    everywhere(files, key).flatMap(({ node, document }) =>
      scalars(node).flatMap((item, index): readonly Fact[] => {
        const masked = maskSecrets(item, document, 'factory', knowledge);
        const pattern = patternOf(masked.text);
        const rule = { agent, effect, tool: 'shell', pattern, order: start + index } as const;
        const name = `${key}: ${masked.text}`;
        return [write.rule({ ...rule, at: item.at, name }), ...masked.facts];
      }),
    ),
  );
}

function patternOf(text: string): RulePattern {
  const bare = text.trim();
  if (/^\*+$/.test(bare)) return { type: 'any' };
  return bare.includes('*')
    ? { type: 'glob', text: bare }
    : { type: 'prefix', text: bare, boundary: 'word' };
}
