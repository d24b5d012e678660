import {
  at,
  type DataDocument,
  type DataNode,
  type Document,
  entries,
  entry,
  items,
} from '../../model/document.ts';
import type { Agent, AgentRule, EntityKey, Fact } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { Collect } from '../../model/plugin.ts';
import type { SourceRange } from '../../model/source.ts';
import { byDefault, unknown, written } from '../../model/value.ts';
import { agentKey, agentWriter } from '../../recognize/agent/agent-facts.ts';
import { isHome, projectFolderOf } from '../../recognize/agent/agent-group.ts';
import { adviceFacts } from '../../recognize/agent/agent-prose.ts';
import { mcpEntry, scalars } from '../../recognize/agent/mcp-entry.ts';
import { mcpFacts } from '../../recognize/agent/mcp-servers.ts';
import { maskSecrets } from '../../recognize/credential/inline-secrets.ts';
import { globCovers } from './glob.ts';
import { permissionList } from './permissions.ts';

const write = agentWriter('amp');
const manual = 'https://ampcode.com/manual#permissions';

/** Facts about the Amp that works in one folder. Settings of the folder come before those of the user. */
export const collect: Collect = (unit, knowledge) => {
  const configs = configsOf(unit.documents);
  const [first] = configs;
  if (first === undefined) return [];
  const local = configs.find((document) => !isHome(document.file));
  const folder = local === undefined ? '' : projectFolderOf(local.file, ['.amp', '.vscode']);
  const agent = agentKey('amp', folder);
  const place = telling(configs);
  if (place === undefined) return [];
  const everything = everythingAllowed(configs);
  const rules = configs.flatMap((document) =>
    items(setting(document, 'amp.permissions')).map((node) => ({ node, document })),
  );
  const list = permissionList(rules, agent, folder, knowledge);
  const others = [
    ...disabledTools(configs, agent),
    ...allowlists(configs, agent, folder, knowledge),
  ];
  return [
    agentFact(folder, place, everything, list.delegated),
    ...(everything === null ? [...list.facts, ...others] : overruled(configs, agent)),
    ...configs.flatMap((document) => servers(document, configs, agent, knowledge)),
    ...adviceFacts(
      unit.documents.filter(({ file }) => /(?:^|\/)AGENTS?\.md$/.test(file)),
      agent,
      write,
    ),
  ];
};

/** The stronger first. */
function configsOf(documents: readonly Document[]): readonly DataDocument[] {
  const rank = (file: string): number => (isHome(file) ? 2 : file.includes('.vscode/') ? 1 : 0);
  return documents
    .filter((document): document is DataDocument => document.shape === 'data')
    .filter(({ file }) => /settings\.jsonc?$/.test(file))
    .sort((a, b) => rank(a.file) - rank(b.file));
}

function setting(document: DataDocument, key: string): DataNode | undefined {
  return at(document.roots[0], key);
}

function telling(configs: readonly DataDocument[]): SourceRange | undefined {
  const found = configs.flatMap((document) =>
    entries(document.roots[0]).filter(({ key }) => key.startsWith('amp.')),
  );
  return (found.find(({ key }) => /dangerously|permissions/.test(key)) ?? found[0])?.keyAt;
}

/** Where the strongest file that speaks of it switches every question off. */
function everythingAllowed(configs: readonly DataDocument[]): SourceRange | null {
  for (const document of configs) {
    const node = setting(document, 'amp.dangerouslyAllowAll');
    if (node?.type !== 'scalar') continue;
    return node.value === true ? node.at : null;
  }
  return null;
}

/**
 * What no rule matches is decided by a list inside Amp that is not published; tools of servers are let through.
 * @see https://ampcode.com/manual#permissions (read 2026-11-21)
 */
function agentFact(
  folder: string,
  place: SourceRange,
  everything: SourceRange | null,
  delegated: SourceRange | null,
): Agent {
  const free = everything === null ? null : written('runs' as const, everything);
  return write.agent({
    folder,
    at: place,
    ruleOrder: 'first-match',
    // Conditions are held against the whole line.
    splitsCommands: false,
    shell: free ?? unknown('external', delegated ?? place),
    mcp: free ?? byDefault('runs', place, manual),
    read: free ?? byDefault('runs', place, manual),
  });
}

function disabledTools(configs: readonly DataDocument[], agent: EntityKey): readonly AgentRule[] {
  return configs.flatMap((document) =>
    scalars(setting(document, 'amp.tools.disable')).flatMap((item, order) => {
      const tool = item.text.replace(/^builtin:/, '');
      const rule = { agent, effect: 'deny', order, at: item.at } as const;
      const name = `amp.tools.disable: ${tool}`;
      if (tool === '*') {
        return [write.rule({ ...rule, tool: 'any', pattern: { type: 'any' }, name })];
      }
      if (tool === 'Bash') {
        return [write.rule({ ...rule, tool: 'shell', pattern: { type: 'any' }, name })];
      }
      if (!tool.startsWith('mcp__')) return [];
      const pattern = { type: tool.includes('*') ? 'glob' : 'exact', text: tool } as const;
      return [write.rule({ ...rule, tool: 'mcp', pattern, name })];
    }),
  );
}

/** The older list of commands, and files that are edited without a question. */
function allowlists(
  configs: readonly DataDocument[],
  agent: EntityKey,
  folder: string,
  knowledge: Knowledge,
): readonly Fact[] {
  return configs.flatMap((document) => {
    const commands = scalars(setting(document, 'amp.commands.allowlist'));
    const files = scalars(setting(document, 'amp.guardedFiles.allowlist'));
    const base = { agent, effect: 'allow' } as const;
    return [
      ...commands.flatMap((item, index): readonly Fact[] => {
        const masked = maskSecrets(item, document, 'amp', knowledge);
        const text = masked.text.trim();
        const name = `amp.commands.allowlist: ${text}`;
        const pattern =
          text === '*'
            ? ({ type: 'any' } as const)
            : text.includes('*')
              ? ({ type: 'glob', text } as const)
              : ({ type: 'prefix', text, boundary: 'word' } as const);
        const rule = { ...base, pattern, order: 50_000 + index, at: item.at, name } as const;
        return [write.rule({ ...rule, tool: 'shell' }), ...masked.facts];
      }),
      ...files.map((item, index) =>
        write.rule({
          ...base,
          tool: 'write',
          pattern: { type: 'path', text: item.text, folder },
          order: 60_000 + index,
          at: item.at,
          name: `amp.guardedFiles.allowlist: ${item.text}`,
        }),
      ),
    ];
  });
}

/** With everything allowed, no list is looked at any more. */
function overruled(configs: readonly DataDocument[], agent: EntityKey): readonly Fact[] {
  return configs.flatMap((document) => {
    const list = entry(document.roots[0], 'amp.permissions');
    const holds = items(list?.value).some((node) => {
      const action = at(node, 'action');
      return action?.type === 'scalar' && action.text !== 'allow';
    });
    if (list === undefined || !holds) return [];
    return [
      write.inert(agent, 'amp.permissions', list.keyAt, {
        because: 'Amp looks at no rule while amp.dangerouslyAllowAll is true',
        remedy: 'Remove amp.dangerouslyAllowAll.',
        looksProtective: true,
      }),
    ];
  });
}

function servers(
  document: DataDocument,
  configs: readonly DataDocument[],
  agent: EntityKey,
  knowledge: Knowledge,
): readonly Fact[] {
  const map = setting(document, 'amp.mcpServers');
  const isRejected = (name: string): boolean => isRefused(at(map, name), configs);
  const config = { document, servers: map, agent, agentName: 'amp', collector: 'amp' };
  return mcpFacts({ ...config, isRejected }, knowledge);
}

/**
 * `amp.mcpPermissions`: the first entry that matches how a server starts decides; without one it starts.
 * @see https://ampcode.com/manual#configuration (read 2026-11-21)
 */
function isRefused(server: DataNode | undefined, configs: readonly DataDocument[]): boolean {
  const start = server === undefined ? null : mcpEntry(server);
  if (start === null) return false;
  const [command, ...args] = start.words.map(({ text }) => text);
  const given: Readonly<Record<string, string | undefined>> = {
    command,
    args: args.join(' '),
    url: start.address?.text,
  };
  for (const document of configs) {
    for (const rule of items(setting(document, 'amp.mcpPermissions'))) {
      const conditions = entries(at(rule, 'matches'));
      const matches = conditions.every(({ key, value }) => {
        const text = given[key];
        return text !== undefined && value.type === 'scalar' && globCovers(value.text.trim(), text);
      });
      const action = at(rule, 'action');
      if (!matches || conditions.length === 0 || action?.type !== 'scalar') continue;
      return action.text === 'reject';
    }
  }
  return false;
}
