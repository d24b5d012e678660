import {
  at,
  type DataDocument,
  type DataNode,
  entries,
  items,
  type ScalarNode,
} from '../../model/document.ts';
import type { AgentRule, EntityKey, Fact, Verdict } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { RulePattern } from '../../model/permission.ts';
import type { SourceRange } from '../../model/source.ts';
import { byDefault, unknown, type Value, written } from '../../model/value.ts';
import type { AgentWriter } from '../../recognize/agent/agent-facts.ts';
import { maskSecrets } from '../../recognize/credential/inline-secrets.ts';

const page = 'https://zed.dev/docs/ai/tool-permissions';
const verdicts: Readonly<Record<string, Verdict>> = {
  allow: 'runs',
  confirm: 'asks',
  deny: 'blocks',
};
const effects = { allow: 'allow', confirm: 'ask', deny: 'deny' } as const;

/**
 * What happens without a matching pattern: the tool's own default, else the one for all tools, else a question.
 * @see https://zed.dev/docs/ai/tool-permissions (read 2026-11-21)
 */
export function defaultOf(
  permissions: DataNode | undefined,
  tool: string | null,
  place: SourceRange,
): Value<Verdict> {
  const own = tool === null ? undefined : at(permissions, 'tools', tool, 'default');
  const said = own ?? at(permissions, 'default');
  if (said === undefined) return byDefault('asks', place, page);
  const verdict =
    said.type === 'scalar' && Object.hasOwn(verdicts, said.text) ? verdicts[said.text] : undefined;
  return verdict === undefined ? unknown('unparsed', said.at) : written(verdict, said.at);
}

/** Rules of one user's settings. */
export interface PermissionInput {
  readonly document: DataDocument;
  readonly permissions: DataNode | undefined;
  readonly agent: EntityKey;
  readonly write: AgentWriter;
  readonly knowledge: Knowledge;
}

/**
 * Patterns per tool: a denial beats a question and a question an approval. They are regular expressions that occur somewhere in each command of a
 * line, without regard to case unless `case_sensitive` says so. MCP tools have a default and no patterns.
 * @see https://zed.dev/docs/ai/tool-permissions (read 2026-11-21)
 */
export function permissionRules(input: PermissionInput): readonly Fact[] {
  return entries(at(input.permissions, 'tools')).flatMap(({ key, value }, rank) => [
    ...patternRules(input, key, value, rank * 1000),
    ...toolDefault(input, key, value, rank * 1000 + 999),
  ]);
}

function patternRules(
  input: PermissionInput,
  toolName: string,
  rules: DataNode,
  order: number,
): readonly Fact[] {
  const tool = toolOf(toolName);
  if (tool === null || tool === 'mcp') return [];
  return (['deny', 'confirm', 'allow'] as const).flatMap((list, rank) =>
    items(at(rules, `always_${list}`)).flatMap((item, index): readonly Fact[] => {
      const pattern = at(item, 'pattern');
      if (pattern?.type !== 'scalar') return [];
      const masked = maskSecrets(pattern, input.document, 'zed', input.knowledge);
      const rule = input.write.rule({
        agent: input.agent,
        effect: effects[list],
        tool,
        pattern: expression(masked.text, at(item, 'case_sensitive')),
        order: order + rank * 300 + index,
        at: pattern.at,
        name: `${toolName}: ${masked.text}`,
      });
      return [rule, ...masked.facts];
    }),
  );
}

function expression(text: string, sensitive: DataNode | undefined): RulePattern {
  const ignoreCase = !(sensitive?.type === 'scalar' && sensitive.value === true);
  return { type: 'regex', text, ignoreCase };
}

/** A tool's default as a rule, where no field of the agent holds it and no pattern would be overruled by it. */
function toolDefault(
  { agent, write }: PermissionInput,
  toolName: string,
  rules: DataNode,
  order: number,
): readonly AgentRule[] {
  const tool = toolOf(toolName);
  const said = at(rules, 'default');
  if (tool === null || tool === 'shell' || said?.type !== 'scalar') return [];
  const effect = effectOf(said);
  const hasAllow = items(at(rules, 'always_allow')).length > 0;
  if (effect === null || (effect !== 'allow' && hasAllow)) return [];
  const server = /^mcp:(.+)$/.exec(toolName)?.[1];
  const pattern: RulePattern =
    server === undefined ? { type: 'any' } : { type: 'exact', text: server };
  const name = `${toolName}: default ${said.text}`;
  return [write.rule({ agent, effect, tool, pattern, order, at: said.at, name })];
}

function effectOf(said: ScalarNode): AgentRule['effect'] | null {
  switch (said.text) {
    case 'allow':
    case 'confirm':
    case 'deny':
      return effects[said.text];
    default:
      return null;
  }
}

function toolOf(name: string): AgentRule['tool'] | null {
  if (name === 'terminal') return 'shell';
  if (name.startsWith('mcp:')) return 'mcp';
  if (/^(?:edit_file|write_file|create_file|delete_path|move_path|copy_path)$/.test(name)) {
    return 'write';
  }
  if (name === 'read_file') return 'read';
  return name === 'fetch' ? 'network' : null;
}

/**
 * Deletions of the root, the home and the working folder, which no setting allows.
 * @see https://zed.dev/docs/ai/tool-permissions (read 2026-11-21)
 */
export function builtInDenial(agent: EntityKey, write: AgentWriter, place: SourceRange): AgentRule {
  const flags = '(?:--?[A-Za-z0-9][-\\w]*(?:=\\S*)?\\s+)*(?:--\\s+)?';
  const places = '(?:/|~/?|\\$(?:HOME|\\{HOME\\})/?|\\.\\.?/?)\\*?';
  const text = `\\brm\\s+${flags}${places}(?:\\s+--?[A-Za-z0-9][-\\w]*(?:=\\S*)?)*\\s*$`;
  return write.rule({
    agent,
    effect: 'deny',
    tool: 'shell',
    pattern: { type: 'regex', text, ignoreCase: false },
    order: 900_000,
    at: place,
    name: 'built-in denial: rm of the root, the home or the working folder',
    implied: true,
  });
}
