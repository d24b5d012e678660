import {
  at,
  type DataDocument,
  type DataNode,
  items,
  type ScalarNode,
} from '../../model/document.ts';
import type { AgentRule, EntityKey, Fact } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { AgentWriter } from '../../recognize/agent/agent-facts.ts';
import { scalars } from '../../recognize/agent/mcp-entry.ts';
import { maskSecrets } from '../../recognize/credential/inline-secrets.ts';
import { type GrokRule, parseToken, tokenOf } from './tokens.ts';

const effects = ['deny', 'ask', 'allow'] as const;

/**
 * `[permission]`: three lists of `Tool(pattern)`, and `rules` with an action, a tool and a pattern each. Deny goes before ask, ask before allow.
 * @see https://docs.x.ai/build/features/permissions (read 2026-11-21)
 */
export function ruleFacts(
  document: DataDocument,
  agent: EntityKey,
  folder: string,
  write: AgentWriter,
  knowledge: Knowledge,
): readonly Fact[] {
  const permission = at(document.roots[0], 'permission');
  const add = (
    text: ScalarNode,
    effect: AgentRule['effect'],
    order: number,
    parse: (masked: string) => GrokRule,
  ): readonly Fact[] => {
    const masked = maskSecrets(text, document, 'grok', knowledge);
    const parsed = parse(masked.text);
    const name = masked.text;
    if (parsed.type === 'rule') {
      const { tool, pattern } = parsed;
      const rule = write.rule({ agent, effect, tool, pattern, order, at: text.at, name });
      return [...masked.facts, rule];
    }
    if (effect === 'allow' || parsed.type === 'other') return masked.facts;
    const what = {
      because: 'Grok has no such tool',
      remedy: 'Write Bash(…), Read(…), Edit(…), WebFetch(…) or MCPTool(…).',
      looksProtective: true,
    };
    return [
      ...masked.facts,
      write.inert(agent, `${name.slice(0, 160)} in ${effect}`, text.at, what),
    ];
  };
  const listed = effects.flatMap((effect, rank) =>
    scalars(at(permission, effect)).flatMap((item, index) =>
      add(item, effect, rank * 100_000 + index, (text) => parseToken(text, folder)),
    ),
  );
  const rules = items(at(permission, 'rules')).flatMap((node, index) => {
    const effect = effects.find((known) => known === textOf(at(node, 'action')));
    const tool = textOf(at(node, 'tool'));
    const pattern = at(node, 'pattern');
    const text = pattern?.type === 'scalar' ? pattern : at(node, 'tool');
    if (effect === undefined || text?.type !== 'scalar') return [];
    const isWhole = pattern?.type !== 'scalar';
    const order = effects.indexOf(effect) * 100_000 + 50_000 + index;
    return add(text, effect, order, (masked) =>
      parseToken(tokenOf(tool, isWhole ? null : masked), folder),
    );
  });
  return [...listed, ...rules];
}

function textOf(node: DataNode | undefined): string {
  return node?.type === 'scalar' ? node.text : '';
}
