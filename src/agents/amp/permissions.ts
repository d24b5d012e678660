import {
  at,
  type DataDocument,
  type DataNode,
  entries,
  type ScalarNode,
} from '../../model/document.ts';
import type { AgentRule, EntityKey, Fact } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { RulePattern } from '../../model/permission.ts';
import type { SourceRange } from '../../model/source.ts';
import { agentWriter } from '../../recognize/agent/agent-facts.ts';
import { scalars } from '../../recognize/agent/mcp-entry.ts';
import { maskSecrets } from '../../recognize/credential/inline-secrets.ts';
import { globCovers } from './glob.ts';

const write = agentWriter('amp');
const any: RulePattern = { type: 'any' };

/** Tools that come with Amp, the argument that a rule can look at, and what they do. */
const builtIn: readonly {
  readonly name: string;
  readonly argument: string;
  readonly tool: AgentRule['tool'];
}[] = [
  { name: 'Bash', argument: 'cmd', tool: 'shell' },
  { name: 'Read', argument: 'path', tool: 'read' },
  { name: 'edit_file', argument: 'path', tool: 'write' },
  { name: 'create_file', argument: 'path', tool: 'write' },
  { name: 'read_web_page', argument: 'url', tool: 'network' },
];

const effects: Readonly<Record<string, AgentRule['effect']>> = {
  allow: 'allow',
  ask: 'ask',
  reject: 'deny',
};

const misspelt = /^(?:bash|shell|Shell|Terminal|run_terminal_command|command|Command)$/;

/** What a list of rules comes to, and where a program takes over. */
export interface PermissionList {
  readonly facts: readonly Fact[];
  /** The first rule that hands every command to a program; nothing behind it is looked at for commands. */
  readonly delegated: SourceRange | null;
}

/**
 * `amp.permissions`: the first entry whose tool and arguments match decides.
 * @see https://ampcode.com/manual/appendix#permissions-reference (read 2026-11-21)
 */
export function permissionList(
  rules: readonly { readonly node: DataNode; readonly document: DataDocument }[],
  agent: EntityKey,
  folder: string,
  knowledge: Knowledge,
): PermissionList {
  const facts: Fact[] = [];
  let delegated: SourceRange | null = null;
  for (const [index, { node, document }] of rules.entries()) {
    const tool = textOf(at(node, 'tool'));
    const action = textOf(at(node, 'action'));
    const place = at(node, 'tool')?.at ?? node.at;
    const effect = effects[action];
    if (action === 'delegate') {
      facts.push(...delegate(node, agent));
      if (coversBash(tool) && at(node, 'matches') === undefined) delegated ??= node.at;
      continue;
    }
    if (tool === '' || effect === undefined) {
      facts.push(unknownRule(`${tool || 'rule'} ${action}`.trim(), node.at, agent));
      continue;
    }
    // A rule for sub-agents does not hold the main thread back; one that allows there opens a way all the same.
    if (effect !== 'allow' && textOf(at(node, 'context')) === 'subagent') continue;
    if (misspelt.test(tool)) {
      facts.push(unknownTool(tool, action, place, agent));
      continue;
    }
    const halves = halvesOf(tool, at(node, 'matches'), folder);
    for (const half of halves) {
      if (delegated !== null && half.tool === 'shell') continue;
      // Held back from one way to write, the agent takes another.
      if (effect !== 'allow' && half.tool === 'write' && !globCovers(tool, 'edit_file')) continue;
      const masked = half.text === null ? null : maskSecrets(half.text, document, 'amp', knowledge);
      const name = masked === null ? tool : `${tool} ${masked.text}`;
      const pattern = masked === null ? half.pattern : half.patternOf(masked.text);
      const rule = { agent, effect, tool: half.tool, pattern, order: 1_000 + index, name };
      facts.push(write.rule({ ...rule, at: half.text?.at ?? place }), ...(masked?.facts ?? []));
    }
  }
  return { facts, delegated };
}

interface Half {
  readonly tool: AgentRule['tool'];
  readonly pattern: RulePattern;
  readonly text: ScalarNode | null;
  readonly patternOf: (text: string) => RulePattern;
}

/** One half for each kind of tool and each condition; none for conditions on arguments that are not understood. */
function halvesOf(tool: string, matches: DataNode | undefined, folder: string): readonly Half[] {
  const conditions = entries(matches);
  if (conditions.length === 0) {
    const kinds = tool === '*' ? (['any'] as const) : kindsOf(tool);
    return kinds.map((kind) => ({
      tool: kind,
      pattern: kind === 'mcp' ? toolPattern(tool) : any,
      text: null,
      patternOf: () => any,
    }));
  }
  const [condition, ...others] = conditions;
  if (condition === undefined || others.length > 0) return [];
  return builtIn
    .filter((own) => own.argument === condition.key && globCovers(tool, own.name))
    .flatMap((own) => {
      const patternOf = (text: string): RulePattern => conditionPattern(own.tool, text, folder);
      return scalars(condition.value).map((text) => ({
        tool: own.tool,
        pattern: any,
        text,
        patternOf,
      }));
    });
}

function kindsOf(tool: string): readonly AgentRule['tool'][] {
  const own = builtIn.filter(({ name }) => globCovers(tool, name)).map((found) => found.tool);
  const isServers = tool.startsWith('mcp__') || /^\*|^m(?:c(?:p_?)?)?\*/.test(tool);
  return [...new Set(isServers ? [...own, 'mcp' as const] : own)];
}

function toolPattern(tool: string): RulePattern {
  return tool.includes('*') ? { type: 'glob', text: tool } : { type: 'exact', text: tool };
}

/** `/…/` is an expression, everything else a pattern in which `*` stands for any text. */
function conditionPattern(tool: AgentRule['tool'], text: string, folder: string): RulePattern {
  const expression = /^\/(.+)\/$/s.exec(text)?.[1];
  if (expression !== undefined) return { type: 'regex', text: expression, ignoreCase: false };
  if (/^\*+$/.test(text)) return any;
  switch (tool) {
    case 'read':
    case 'write':
      return { type: 'path', text: text.replace(/^\*\//, '**/'), folder };
    case 'network': {
      const host = /^(?:https?:\/\/|\*:\/\/)?([^/:]+)/i.exec(text)?.[1]?.toLowerCase() ?? text;
      return host.includes('*') ? { type: 'glob', text: host } : { type: 'exact', text: host };
    }
    default:
      return text.includes('*') ? { type: 'glob', text } : { type: 'exact', text };
  }
}

function coversBash(tool: string): boolean {
  return tool === '*' || globCovers(tool, 'Bash');
}

function delegate(node: DataNode, agent: EntityKey): readonly Fact[] {
  const program = textOf(at(node, 'to'));
  if (program === '') return [];
  const name = `delegate to ${
    program
      .split(/[\s/\\]+/)
      .at(-1)
      ?.slice(0, 60) ?? ''
  }`;
  // The program is not in the tree: what it refuses cannot be known.
  const guard = { name, at: node.at, strength: 'advises' } as const;
  return write.guard(agent, guard, `a program of this machine decides over the tool`);
}

function unknownRule(name: string, place: SourceRange, agent: EntityKey): Fact {
  return write.inert(agent, name.slice(0, 80), place, {
    because: 'Amp knows only the actions allow, ask, reject and delegate, each with a tool',
    remedy: 'Write tool and one of these actions.',
    looksProtective: true,
  });
}

function unknownTool(tool: string, action: string, place: SourceRange, agent: EntityKey): Fact {
  return write.inert(agent, `${tool} ${action}`, place, {
    because: `Amp has no tool named "${tool}"`,
    remedy: 'Write Bash instead.',
    looksProtective: action !== 'allow',
  });
}

function textOf(node: DataNode | undefined): string {
  return node?.type === 'scalar' ? node.text : '';
}
