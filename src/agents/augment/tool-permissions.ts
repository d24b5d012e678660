import { at, type DataDocument, type DataNode, entries, items } from '../../model/document.ts';
import type { AgentRule, EntityKey, Fact } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { RulePattern } from '../../model/permission.ts';
import type { SourceRange } from '../../model/source.ts';
import { agentWriter } from '../../recognize/agent/agent-facts.ts';
import { maskSecrets } from '../../recognize/credential/inline-secrets.ts';

const write = agentWriter('augment');
const any: RulePattern = { type: 'any' };

const tools: Readonly<Record<string, AgentRule['tool'] | null>> = {
  'launch-process': 'shell',
  view: 'read',
  'str-replace-editor': 'write',
  'save-file': 'write',
  'remove-files': 'write',
  apply_patch: 'write',
  'web-fetch': 'network',
  'web-search': null,
  'codebase-retrieval': null,
  'read-process': null,
  'write-process': null,
  'kill-process': null,
  'list-processes': null,
};

const effects: Readonly<Record<string, AgentRule['effect']>> = {
  allow: 'allow',
  deny: 'deny',
  'ask-user': 'ask',
};

const firstOrder = 10_000;
const misspelt = /^(?:bash|shell|terminal|run|execute|command|launch_process|launchProcess)$/i;

/** What the rules come to, and the first one that leaves commands to a program or an address. */
export interface ToolPermissions {
  readonly facts: readonly Fact[];
  readonly delegated: SourceRange | null;
}

/**
 * `toolPermissions`: the first entry that matches decides, whether by the tool alone or also by its command line.
 * @see https://docs.augmentcode.com/cli/permissions (read 2026-11-21)
 */
export function toolPermissions(
  configs: readonly DataDocument[],
  agent: EntityKey,
  knowledge: Knowledge,
): ToolPermissions {
  const facts: Fact[] = [];
  let delegated: SourceRange | null = null;
  const servers = configs.flatMap((document) =>
    entries(at(document.roots[0], 'mcpServers')).map(({ key }) => key),
  );
  const rules = configs.flatMap((document) =>
    items(at(document.roots[0], 'toolPermissions')).map((node) => ({ node, document })),
  );
  for (const [index, { node, document }] of rules.entries()) {
    // What the ignore file hides stays hidden, whatever a rule says.
    const order = firstOrder + index;
    const tool = textOf(at(node, 'toolName'));
    const type = textOf(at(node, 'permission', 'type'));
    const place = at(node, 'toolName')?.at ?? node.at;
    const expression = at(node, 'shellInputRegex');
    const isLate = textOf(at(node, 'eventType')) === 'tool-response';
    if (type === 'webhook-policy' || type === 'script-policy') {
      if (isLate) continue;
      facts.push(...policy(node, tool, type, agent));
      if (tool === 'launch-process' && expression === undefined) delegated ??= node.at;
      continue;
    }
    const effect = effects[type];
    if (effect === undefined || tool === '') {
      facts.push(invalid(`${tool || 'rule'} ${type}`.trim(), place, agent));
    } else if (misspelt.test(tool)) {
      facts.push(noTool(tool, effect, place, agent));
    } else if (isLate) {
      if (effect !== 'allow') facts.push(tooLate(tool, effect, place, agent));
    } else {
      const half = halfOf(tool, servers);
      if (half === null || (delegated !== null && half.tool === 'shell')) continue;
      // Held back from one way to write, the agent takes another.
      if (effect !== 'allow' && half.tool === 'write' && tool !== 'str-replace-editor') continue;
      const base = { agent, effect, order } as const;
      if (expression?.type !== 'scalar') {
        facts.push(write.rule({ ...base, ...half, at: place, name: tool }));
        continue;
      }
      if (half.tool !== 'shell') continue;
      const masked = maskSecrets(expression, document, 'augment', knowledge);
      const pattern = { type: 'regex', text: masked.text, ignoreCase: false } as const;
      const name = `${tool} ${masked.text}`;
      facts.push(write.rule({ ...base, tool: 'shell', pattern, at: expression.at, name }));
      facts.push(...masked.facts);
    }
  }
  return { facts, delegated };
}

/** Tools of servers are called `<tool>_<server>`. */
function halfOf(
  tool: string,
  servers: readonly string[],
): { readonly tool: AgentRule['tool']; readonly pattern: RulePattern } | null {
  const own = tools[tool];
  if (own !== undefined) return own === null ? null : { tool: own, pattern: any };
  const server = servers.find((name) => tool.endsWith(`_${name}`));
  if (server !== undefined) {
    const text = `${server}:${tool.slice(0, -server.length - 1)}`;
    return { tool: 'mcp', pattern: { type: 'exact', text } };
  }
  const [name, ...rest] = tool.split('_').reverse();
  if (name === undefined || rest.length === 0) return null;
  const text = `${name}:${rest.reverse().join('_')}`;
  return { tool: 'mcp', pattern: { type: 'exact', text } };
}

function policy(node: DataNode, tool: string, type: string, agent: EntityKey): readonly Fact[] {
  const name = `${type} for ${tool.slice(0, 60) || 'tools'}`;
  // What it answers is decided elsewhere.
  const guard = { name, at: node.at, strength: 'advises' } as const;
  return write.guard(agent, guard, `${name} decides over the tool`);
}

function invalid(name: string, place: SourceRange, agent: EntityKey): Fact {
  return write.inert(agent, name.slice(0, 80), place, {
    because: 'Auggie knows only allow, deny, ask-user, webhook-policy and script-policy for a tool',
    remedy: 'Name the tool and write one of these types.',
    looksProtective: true,
  });
}

function noTool(
  tool: string,
  effect: AgentRule['effect'],
  place: SourceRange,
  agent: EntityKey,
): Fact {
  return write.inert(agent, `${tool} ${effect}`, place, {
    because: `Auggie has no tool named "${tool}"`,
    remedy: 'Write launch-process instead.',
    looksProtective: effect !== 'allow',
  });
}

function tooLate(
  tool: string,
  effect: AgentRule['effect'],
  place: SourceRange,
  agent: EntityKey,
): Fact {
  return write.inert(agent, `${tool} ${effect} on tool-response`, place, {
    because: 'rules for tool-response are looked at when the tool has already run',
    remedy: 'Remove eventType, or set it to tool-call.',
    looksProtective: true,
  });
}

function textOf(node: DataNode | undefined): string {
  return node?.type === 'scalar' ? node.text : '';
}
