import {
  at,
  type DataDocument,
  type DataNode,
  items,
  type ScalarNode,
} from '../../model/document.ts';
import type { AgentRule, EntityKey, Fact } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { RulePattern } from '../../model/permission.ts';
import type { SourceRange } from '../../model/source.ts';
import type { AgentWriter } from '../../recognize/agent/agent-facts.ts';
import { scalars } from '../../recognize/agent/mcp-entry.ts';
import { maskSecrets } from '../../recognize/credential/inline-secrets.ts';

const tools: Readonly<Record<string, readonly AgentRule['tool'][]>> = {
  shell: ['shell'],
  fs_read: ['read'],
  fs_write: ['write'],
  filesystem: ['read', 'write'],
  web_fetch: ['network'],
  mcp: ['mcp'],
  builtin: ['shell', 'read', 'write', 'network'],
  all: ['any'],
};

const any: RulePattern = { type: 'any' };

/**
 * Rules by capability, of the user's `permissions.yaml` or of an agent's front matter: the most restrictive one that matches counts.
 * @see https://kiro.dev/docs/permissions/ (read 2026-11-21)
 */
export function capabilityRules(
  rules: DataNode | undefined,
  document: DataDocument,
  owner: { readonly agent: EntityKey; readonly folder: string; readonly write: AgentWriter },
  knowledge: Knowledge,
): readonly Fact[] {
  return items(rules).flatMap((node, index): readonly Fact[] => {
    const effect = textOf(at(node, 'effect'));
    const capability = textOf(at(node, 'capability'));
    const kinds = tools[capability] ?? [];
    if (effect !== 'allow' && effect !== 'ask' && effect !== 'deny') return [];
    const excluded = scalars(at(node, 'exclude'));
    // What is taken out of an allow rule falls back to a question; what is taken out of a stricter one cannot be written down.
    if (excluded.length > 0 && effect !== 'allow') return [];
    const matched = scalars(at(node, 'match'));
    const ruleOf = (text: ScalarNode | null, as: 'allow' | 'ask' | 'deny'): readonly Fact[] => {
      const masked = text === null ? null : maskSecrets(text, document, 'kiro', knowledge);
      const name = `${capability}${masked === null ? '' : `: ${masked.text}`}`;
      const place: SourceRange = text?.at ?? node.at;
      const rest = { agent: owner.agent, effect: as, order: 30_000 + index, at: place, name };
      return [
        ...kinds.map((tool) =>
          owner.write.rule({ ...rest, tool, pattern: patternOf(tool, masked?.text, owner.folder) }),
        ),
        ...(masked?.facts ?? []),
      ];
    };
    const own = matched.length === 0 ? ruleOf(null, effect) : [];
    return [
      ...own,
      ...matched.flatMap((text) => ruleOf(text, effect)),
      ...excluded.flatMap((text) => ruleOf(text, 'ask')),
    ];
  });
}

/** Whether any of the rules holds something back. */
export function holdsBack(rules: DataNode | undefined): boolean {
  return items(rules).some((node) => textOf(at(node, 'effect')) !== 'allow');
}

function patternOf(tool: AgentRule['tool'], text: string | undefined, folder: string): RulePattern {
  if (text === undefined || /^\*{1,2}(?:\/\*)?$/.test(text)) return any;
  switch (tool) {
    case 'read':
    case 'write':
      return { type: 'path', text: text.replace(/^\.\//, ''), folder };
    case 'mcp': {
      const bare = text.replace(/^@/, '').replace('/', ':');
      const full = bare.includes(':') ? bare : `${bare}:*`;
      return full.includes('*') ? { type: 'glob', text: full } : { type: 'exact', text: full };
    }
    case 'network': {
      const host = text.replace(/^https?:\/\//, '').replace(/\/.*$/, '');
      return host.includes('*') ? { type: 'glob', text: host } : { type: 'exact', text: host };
    }
    default:
      return text.includes('*') ? { type: 'glob', text } : { type: 'exact', text };
  }
}

function textOf(node: DataNode | undefined): string {
  return node?.type === 'scalar' ? node.text : '';
}
