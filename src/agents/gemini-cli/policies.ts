import { at, type DataDocument, type DataNode, items } from '../../model/document.ts';
import type { AgentRule, EntityKey, Fact } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { RulePattern } from '../../model/permission.ts';
import { isHome } from '../../recognize/agent/agent-group.ts';
import { scalars } from '../../recognize/agent/mcp-entry.ts';
import { maskSecrets } from '../../recognize/credential/inline-secrets.ts';
import { orderOf } from './order.ts';
import { toolEntry } from './tool-names.ts';
import { write } from './writer.ts';

const userTier = 4;
const effects = { allow: 'allow', deny: 'deny', ask_user: 'ask' } as const;

interface Target {
  readonly tool: AgentRule['tool'];
  readonly pattern: RulePattern;
  readonly name: string;
  readonly facts: readonly Fact[];
}

/**
 * Rules of policy files. Those of the home count; those of a project are switched off in all current versions.
 * @see https://github.com/google-gemini/gemini-cli/blob/main/docs/reference/policy-engine.md (read 2026-11-21)
 * @see https://github.com/google-gemini/gemini-cli/issues/18186 (read 2026-11-21)
 */
export function policyFacts(
  documents: readonly DataDocument[],
  mode: string,
  agent: EntityKey,
  knowledge: Knowledge,
): readonly Fact[] {
  let index = 0;
  return documents.flatMap((document) => {
    const rules = items(at(document.roots[0], 'rule'));
    if (!isHome(document.file)) return ignoredFile(document, rules, agent);
    return rules.flatMap((rule) => {
      index += 1;
      return ruleFacts(rule, document, { mode, agent, knowledge, index });
    });
  });
}

function ignoredFile(
  document: DataDocument,
  rules: readonly DataNode[],
  agent: EntityKey,
): readonly Fact[] {
  const [first] = rules;
  if (first === undefined) return [];
  const protective = rules.find((rule) => effectOf(rule) !== 'allow');
  return [
    write.inert(agent, document.file, at(protective ?? first, 'decision')?.at ?? first.at, {
      because: 'Gemini CLI does not load policies of a project',
      remedy: 'Move the file to ~/.gemini/policies.',
      looksProtective: protective !== undefined,
    }),
  ];
}

interface Context {
  readonly mode: string;
  readonly agent: EntityKey;
  readonly knowledge: Knowledge;
  readonly index: number;
}

function effectOf(rule: DataNode): AgentRule['effect'] | undefined {
  const decision = text(at(rule, 'decision'));
  return decision === 'allow' || decision === 'deny' || decision === 'ask_user'
    ? effects[decision]
    : undefined;
}

function text(node: DataNode | undefined): string | undefined {
  return node?.type === 'scalar' ? node.text : undefined;
}

function ruleFacts(rule: DataNode, document: DataDocument, context: Context): readonly Fact[] {
  const effect = effectOf(rule);
  const priority = Number(text(at(rule, 'priority')) ?? 0);
  if (effect === undefined || !(priority >= 0 && priority <= 999)) return [];
  if (!isActive(rule, context.mode)) return [];
  const place = (at(rule, 'decision') ?? rule).at;
  const facts: Fact[] = [];
  for (const target of targets(rule, document, context)) {
    const { agent, index } = context;
    facts.push(...target.facts);
    if (target.name === '') continue;
    facts.push(
      write.rule({
        agent,
        effect,
        tool: target.tool,
        pattern: target.pattern,
        order: orderOf(userTier + priority / 1_000, index),
        at: place,
        name: target.name,
      }),
    );
  }
  const regex = text(at(rule, 'commandRegex'));
  if (regex?.startsWith('^') === true && effect !== 'allow') facts.push(anchored(rule, context));
  return facts;
}

/** Rules for other modes, runs without a person, one subagent or annotated tools say nothing about ordinary work. */
function isActive(rule: DataNode, mode: string): boolean {
  const modes = scalars(at(rule, 'modes')).map((item) => item.text);
  if (modes.length > 0 && !modes.includes(mode)) return false;
  if (text(at(rule, 'interactive')) === 'false') return false;
  return at(rule, 'subagent') === undefined && at(rule, 'toolAnnotations') === undefined;
}

function anchored(rule: DataNode, { agent }: Context): Fact {
  const node = at(rule, 'commandRegex') ?? rule;
  return write.inert(agent, 'commandRegex with ^', node.at, {
    because: 'Gemini CLI puts the start of the command before the expression, so ^ never matches',
    remedy: 'Remove the ^: the expression starts at the command anyway.',
    looksProtective: true,
  });
}

function targets(rule: DataNode, document: DataDocument, context: Context): readonly Target[] {
  const prefixes = scalars(at(rule, 'commandPrefix'));
  if (prefixes.length > 0) {
    return prefixes.map((prefix) => {
      const masked = maskSecrets(prefix, document, 'gemini-cli', context.knowledge);
      const pattern = { type: 'prefix', text: masked.text, boundary: 'word' } as const;
      return { tool: 'shell', pattern, name: masked.text, facts: masked.facts };
    });
  }
  const regex = commandRegex(rule);
  if (regex !== undefined) {
    // An anchor at the start matches nothing; where the expression looks for quotes it means the arguments around the command.
    if (regex === null || regex.startsWith('^')) return [];
    const pattern = { type: 'regex', text: `^(?:${regex})`, ignoreCase: false } as const;
    return [{ tool: 'shell', pattern, name: `commandRegex ${regex}`, facts: [] }];
  }
  return toolTargets(rule);
}

/** The expression for the command; `null` for one about other arguments, `undefined` where there is none. */
function commandRegex(rule: DataNode): string | null | undefined {
  const direct = text(at(rule, 'commandRegex'));
  if (direct !== undefined) return direct;
  const args = text(at(rule, 'argsPattern'));
  if (args === undefined) return undefined;
  return args.startsWith('"command":"') ? args.slice('"command":"'.length) : null;
}

function toolTargets(rule: DataNode): readonly Target[] {
  const server = text(at(rule, 'mcpName'));
  const names = scalars(at(rule, 'toolName')).map((item) => item.text);
  if (server !== undefined) {
    return (names.length === 0 ? ['*'] : names).map((name) => {
      const full = `${server}:${name}`;
      const isOpen = full.includes('*');
      const pattern: RulePattern = isOpen
        ? { type: 'glob', text: full }
        : { type: 'exact', text: full };
      return { tool: 'mcp', pattern, name: `mcpName ${full}`, facts: [] };
    });
  }
  return names.flatMap((name) => {
    const entry = name.includes('(') ? null : toolEntry(name);
    return entry === null
      ? []
      : [{ tool: entry.tool, pattern: entry.pattern, name: `toolName ${name}`, facts: [] }];
  });
}
