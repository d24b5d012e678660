import { at, type DataDocument, entry } from '../../model/document.ts';
import type { AgentRule, EntityKey, Fact } from '../../model/fact.ts';
import type { RulePattern } from '../../model/permission.ts';
import type { SourceRange } from '../../model/source.ts';
import { agentWriter } from '../../recognize/agent/agent-facts.ts';
import { scalars } from '../../recognize/agent/mcp-entry.ts';

const write = agentWriter('crush');
const any: RulePattern = { type: 'any' };

const builtIn: Readonly<Record<string, AgentRule['tool'] | null>> = {
  bash: 'shell',
  view: 'read',
  edit: 'write',
  multiedit: 'write',
  write: 'write',
  fetch: 'network',
  agentic_fetch: 'network',
  download: 'network',
  web_fetch: 'network',
  ls: null,
  glob: null,
  grep: null,
  sourcegraph: null,
  web_search: null,
  diagnostics: null,
  references: null,
  lsp_diagnostics: null,
  lsp_references: null,
  lsp_restart: null,
  todos: null,
  agent: null,
  job_output: null,
  job_kill: null,
};

/**
 * Programs that the shell of Crush refuses, as far as they reach other machines or other users.
 * @see https://github.com/charmbracelet/crush/blob/main/internal/agent/tools/bash.go (read 2026-11-21)
 */
const refused = 'curl wget xh httpie aria2c ssh scp telnet nc sudo doas su crontab'.split(' ');

/** What the shell refuses however it is asked. */
export function refusedCommands(agent: EntityKey, place: SourceRange): readonly AgentRule[] {
  return refused.map((text, order) =>
    write.rule({
      agent,
      effect: 'deny',
      tool: 'shell',
      pattern: { type: 'prefix', text, boundary: 'word' },
      order,
      at: place,
      name: `default: no ${text}`,
      implied: true,
    }),
  );
}

/**
 * Tools that run without a question, and tools that the agent is not given. Names are taken literally, there are no patterns in them.
 * @see https://github.com/charmbracelet/crush#allowing-tools (read 2026-11-21)
 */
export function toolRules(document: DataDocument, agent: EntityKey): readonly Fact[] {
  const lists = [
    ['permissions', 'allowed_tools', 'allow', 1_000],
    ['options', 'disabled_tools', 'deny', 500],
  ] as const;
  const [root] = document.roots;
  return lists.flatMap(([section, key, effect, start]) =>
    scalars(at(root, section, key)).flatMap((item, index): readonly Fact[] => {
      const name = `${key}: ${item.text.slice(0, 120)}`;
      const tool = item.text.replace(/:[a-z_]+$/, '');
      const half = halfOf(tool);
      // Without one of its tools the agent still edits and fetches with the others.
      const isPart = half !== null && half !== 'unknown' && /^(?:write|network)$/.test(half.tool);
      if (half === null || (isPart && effect === 'deny')) return [];
      if (half === 'unknown') {
        return [
          write.inert(agent, name, item.at, {
            because: `Crush has no tool named "${item.text.slice(0, 60)}" and takes no patterns`,
            remedy: 'Write the name of a tool, such as bash, or of one MCP tool.',
            looksProtective: effect === 'deny',
          }),
        ];
      }
      return [write.rule({ agent, effect, ...half, order: start + index, at: item.at, name })];
    }),
  );
}

function halfOf(
  tool: string,
): { readonly tool: AgentRule['tool']; readonly pattern: RulePattern } | 'unknown' | null {
  const own = builtIn[tool];
  if (own !== undefined) return own === null ? null : { tool: own, pattern: any };
  const server = /^mcp_(.+)$/.exec(tool)?.[1];
  if (server === undefined || server.includes('*')) return 'unknown';
  // `mcp_<server>_<tool>`: either part may hold underscores itself.
  const escaped = server.replace(/[.+^${}()|[\]\\/?]/g, '\\$&').replace(/_/g, '[_:]');
  return { tool: 'mcp', pattern: { type: 'regex', text: `^${escaped}$`, ignoreCase: true } };
}

/** Lists that stand where Crush does not look for them. */
export function misplacedLists(document: DataDocument, agent: EntityKey): readonly Fact[] {
  const [root] = document.roots;
  const places = [
    ['permissions', 'denied_tools'],
    ['permissions', 'deny'],
    ['permissions', 'disabled_tools'],
    ['permissions', 'allow'],
  ] as const;
  return places.flatMap(([section, key]) => {
    const found = entry(at(root, section), key);
    if (found === undefined) return [];
    const isAllow = key === 'allow';
    return [
      write.inert(agent, `${section}.${key}`, found.keyAt, {
        because: `Crush knows no key "${key}" under ${section}`,
        remedy: isAllow ? 'Use permissions.allowed_tools.' : 'Use options.disabled_tools.',
        looksProtective: !isAllow,
      }),
    ];
  });
}
