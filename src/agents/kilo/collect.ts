import { at, type DataDocument, type Document, entries, entry } from '../../model/document.ts';
import { type Agent, type EntityKey, entityKey, type Fact } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import { type CommandHabits, noHabits } from '../../model/permission.ts';
import type { Collect } from '../../model/plugin.ts';
import { baseName, type SourceRange } from '../../model/source.ts';
import { byDefault } from '../../model/value.ts';
import { firstLine } from '../../recognize/agent/advice-prose.ts';
import { agentKey, agentWriter } from '../../recognize/agent/agent-facts.ts';
import { isHome, projectFolderOf } from '../../recognize/agent/agent-group.ts';
import { adviceFacts } from '../../recognize/agent/agent-prose.ts';
import { mcpFacts } from '../../recognize/agent/mcp-servers.ts';
import { agentSettings, type NamedAgent } from '../../recognize/agent/named-agent.ts';
import { mergedPermissions, type PermissionLine } from '../../recognize/agent/permission-map.ts';
import {
  computedDefaults,
  decidedLines,
  isLooser,
  permissionsIn,
} from '../../recognize/agent/permission-map-effects.ts';
import {
  type PermissionOwner,
  permissionFacts,
} from '../../recognize/agent/permission-map-rules.ts';
import { pluginGuards } from '../../recognize/agent/plugin-guards.ts';
import { legacyApprovals } from './legacy.ts';
import { sandboxFacts, sandboxOf } from './sandbox.ts';

const write = agentWriter('kilo');
const approvals = 'https://kilo.ai/docs/getting-started/settings/auto-approving-actions';
const mcpPage = 'https://kilo.ai/docs/automate/mcp/using-in-kilo-code';

/**
 * Commands that the default agent runs unasked, as far as they only read.
 * @see https://github.com/Kilo-Org/kilocode/blob/main/packages/opencode/src/kilocode/agent/index.ts (read 2026-11-21)
 */
const habits: CommandHabits = {
  ...noHabits,
  readOnly: [
    {
      starts:
        'cat head tail less ls tree pwd echo wc which type file diff du df date uname whoami printenv man grep rg ag sort uniq cut tr jq'.split(
          ' ',
        ),
      rest: null,
    },
  ],
};

/** Facts about the Kilo Code that works in one folder, and about its named agents that may do more than it. */
export const collect: Collect = (unit, knowledge) => {
  const configs = configsOf(unit.documents);
  const ownFiles = unit.documents.filter((document) => baseName(document.file) !== 'AGENTS.md');
  const [first] = ownFiles;
  if (first === undefined) return [];
  const own = ownFiles.find((document) => !isHome(document.file));
  const folder =
    own === undefined ? '' : projectFolderOf(own.file, ['.kilo', '.kilocode', '.vscode']);
  const key = agentKey('kilo', folder);
  const place = telling(configs) ?? firstPlace(first);
  const shared = mergedPermissions(configs.flatMap(permissionsIn));
  const named = agentSettings(unit.documents, configs);
  const code = named.filter(({ name }) => name === 'code' || name === 'build');
  const lines = [...shared, ...code.flatMap((agent) => mergedPermissions(agent.sources))];
  const { sandbox, network } = sandboxOf(configs, place);
  const agent = { ...agentFact(folder, place), sandbox, network, ...computedDefaults(lines) };
  const facts: Fact[] = [
    agent,
    ...implied(key, place),
    ...permissionFacts(decidedLines(lines), ownerOf(key), 100, knowledge),
    ...sandboxFacts(configs, key, network, write),
    ...selfApproval(configs, key),
    ...unit.documents.filter(isData).flatMap((document) => legacyApprovals(document, key, write)),
    ...pluginGuards(unit.documents.filter(isPlugin), key, write),
    ...adviceFacts(unit.documents.filter(isProse), key, write),
    ...unit.documents.filter(isData).flatMap((document) => servers(document, key, knowledge)),
  ];
  for (const other of named) {
    if (code.includes(other) || !isLooser(other, lines)) continue;
    facts.push(...looserAgent(other, agent, shared, facts, knowledge));
  }
  return facts;
};

/** Settings files, the weaker first: the user's, the folder's, those in `.kilo`. */
function configsOf(documents: readonly Document[]): readonly DataDocument[] {
  const rank = (file: string): number => (isHome(file) ? 0 : file.includes('.kilo/') ? 2 : 1);
  return documents
    .filter(isData)
    .filter((document) => /^kilo\.jsonc?$/.test(baseName(document.file)))
    .sort((a, b) => rank(a.file) - rank(b.file));
}

function isData(document: Document): document is DataDocument {
  return document.shape === 'data';
}

function isPlugin(document: Document): boolean {
  return /(?:^|\/)\.kilo\/plugins?\//.test(document.file);
}

function isProse(document: Document): boolean {
  return /(?:^|\/)(?:AGENTS\.md|\.kilo(?:code)?\/rules\/.*\.md)$/.test(document.file);
}

function telling(configs: readonly DataDocument[]): SourceRange | undefined {
  const found = [...configs].reverse().flatMap((document) => {
    const [root] = document.roots;
    return entry(root, 'permission') ?? entries(root)[0] ?? [];
  });
  return (found.find(({ key }) => key === 'permission') ?? found[0])?.keyAt;
}

function firstPlace(document: Document): SourceRange {
  const first = document.shape === 'data' ? entries(document.roots[0])[0] : undefined;
  return first?.keyAt ?? firstLine(document);
}

function agentFact(folder: string, place: SourceRange): Agent {
  return write.agent({
    folder,
    at: place,
    ruleOrder: 'last-match',
    habits,
    shell: byDefault('asks', place, approvals),
    mcp: byDefault('asks', place, mcpPage),
    read: byDefault('runs', place, approvals),
  });
}

function ownerOf(agent: EntityKey): PermissionOwner {
  return { agent, write, collector: 'kilo', title: 'Kilo Code' };
}

/** Environment files ask unless a rule says otherwise. */
function implied(agent: EntityKey, place: SourceRange): readonly Fact[] {
  const lines = [
    ['*.env', 'ask'],
    ['*.env.*', 'ask'],
    ['*.env.example', 'allow'],
  ] as const;
  return lines.map(([text, effect], order) => {
    const pattern = { type: 'glob', text } as const;
    const rule = { agent, effect, tool: 'read', pattern, order, at: place } as const;
    return write.rule({ ...rule, name: `default: read ${text}`, implied: true });
  });
}

/** Edits of its own settings are asked about unless this is off. */
function selfApproval(configs: readonly DataDocument[], agent: EntityKey): readonly Fact[] {
  return configs.flatMap((document) => {
    const node = at(document.roots[0], 'require_approval_for_config_edits');
    if (node?.type !== 'scalar' || node.value !== false) return [];
    return [
      write.weakness(agent, 'require_approval_for_config_edits', node.at, {
        control: 'approval',
        because: 'the agent may change its own permissions without anybody approving it',
        remedy: 'Remove require_approval_for_config_edits.',
      }),
    ];
  });
}

function looserAgent(
  named: NamedAgent,
  main: Agent,
  shared: readonly PermissionLine[],
  facts: readonly Fact[],
  knowledge: Knowledge,
): readonly Fact[] {
  const key = entityKey(`${main.key}#${named.name}`);
  const lines = [...shared, ...mergedPermissions(named.sources)];
  const name = `kilo agent ${named.name}${main.folder === '' ? '' : ` in ${main.folder}`}`;
  return [
    { ...main, key, name, at: named.at, ...computedDefaults(lines) },
    ...implied(key, named.at),
    ...permissionFacts(decidedLines(lines), ownerOf(key), 100, knowledge).filter(
      (fact) => fact.kind === 'AgentRule',
    ),
    ...facts.flatMap((fact) =>
      fact.kind === 'Relation' && fact.rel === 'runs' ? [{ ...fact, from: key }] : [],
    ),
  ];
}

function servers(document: DataDocument, agent: EntityKey, knowledge: Knowledge): readonly Fact[] {
  const map = baseName(document.file) === 'mcp.json' ? 'mcpServers' : 'mcp';
  const config = { document, agent, agentName: 'kilo', collector: 'kilo' };
  const node = at(document.roots[0], map);
  return mcpFacts({ ...config, servers: node, isRejected: () => false }, knowledge);
}
