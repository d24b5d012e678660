import { at, type DataDocument, type Document, entries, entry } from '../../model/document.ts';
import { type Agent, type EntityKey, entityKey, type Fact } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
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

const write = agentWriter('opencode');
const permissionsPage = 'https://opencode.ai/docs/permissions/';
const securityPage = 'https://github.com/anomalyco/opencode/blob/dev/SECURITY.md';

/** Facts about the OpenCode that works in one folder, and about its named agents that may do more than it. */
export const collect: Collect = (unit, knowledge) => {
  const configs = configsOf(unit.documents);
  const named = agentSettings(unit.documents, configs);
  const [first] = [...configs, ...unit.documents].filter((document) => isOwn(document));
  if (first === undefined) return [];
  const own = unit.documents.find((document) => isOwn(document) && !isHome(document.file));
  const folder = own === undefined ? '' : projectFolderOf(own.file, ['.opencode']);
  const key = agentKey('opencode', folder);
  const place = telling(configs) ?? firstLine(first);
  const build = named.filter((agent) => agent.name === 'build');
  const shared = mergedPermissions(configs.flatMap(permissionsIn));
  const lines = [...shared, ...build.flatMap((agent) => mergedPermissions(agent.sources))];
  const owner = ownerOf(key);
  const facts: Fact[] = [
    { ...agentFact(folder, place), ...computedDefaults(lines) },
    ...implied(key, place),
    ...permissionFacts(decidedLines(lines), owner, 100, knowledge),
    ...pluginGuards(unit.documents.filter(isPlugin), key, write),
    ...adviceFacts(unit.documents.filter(isProse), key, write),
    ...configs.flatMap((document) => servers(document, key, knowledge)),
  ];
  for (const agent of named) {
    if (agent.name === 'build' || !isLooser(agent, lines)) continue;
    facts.push(...looserAgent(agent, folder, shared, facts, knowledge));
  }
  return facts;
};

/** Settings files, the weaker first: the user's, the folder's, those in `.opencode`. */
function configsOf(documents: readonly Document[]): readonly DataDocument[] {
  const rank = (file: string): number => (isHome(file) ? 0 : file.includes('.opencode/') ? 2 : 1);
  return documents
    .filter((document): document is DataDocument => document.shape === 'data')
    .filter((document) => /^opencode\.jsonc?$/.test(baseName(document.file)))
    .sort((a, b) => rank(a.file) - rank(b.file));
}

function isPlugin(document: Document): boolean {
  return /(?:^|\/)\.opencode\/plugins?\//.test(document.file);
}

function isProse(document: Document): boolean {
  return baseName(document.file) === 'AGENTS.md';
}

function isOwn(document: Document): boolean {
  return !isProse(document);
}

function telling(configs: readonly DataDocument[]): SourceRange | undefined {
  const found = [...configs].reverse().flatMap((document) => {
    const [root] = document.roots;
    return entry(root, 'permission') ?? entries(root)[0] ?? [];
  });
  return (found.find(({ key }) => key === 'permission') ?? found[0])?.keyAt;
}

function agentFact(folder: string, place: SourceRange): Agent {
  return write.agent({
    folder,
    at: place,
    ruleOrder: 'last-match',
    shell: byDefault('runs', place, permissionsPage),
    mcp: byDefault('runs', place, permissionsPage),
    read: byDefault('runs', place, permissionsPage),
    sandbox: byDefault('off', place, securityPage),
    network: byDefault('open', place, securityPage),
  });
}

function ownerOf(agent: EntityKey): PermissionOwner {
  return { agent, write, collector: 'opencode', title: 'OpenCode' };
}

/**
 * Environment files ask by default. The documentation says that they are denied, the program asks: the weaker of the two is taken.
 * @see https://github.com/anomalyco/opencode/blob/dev/packages/opencode/src/agent/agent.ts (read 2026-11-21)
 */
function implied(agent: EntityKey, place: SourceRange): readonly Fact[] {
  const lines = [
    ['*.env', 'ask'],
    ['*.env.*', 'ask'],
    ['*.env.example', 'allow'],
  ] as const;
  return lines.map(([text, effect], order) =>
    write.rule({
      agent,
      effect,
      tool: 'read',
      pattern: { type: 'glob', text },
      order,
      at: place,
      name: `default: read ${text}`,
      implied: true,
    }),
  );
}

/** Rules of a named agent come after the shared ones, so it may do what the folder's own settings forbid. */
function looserAgent(
  named: NamedAgent,
  folder: string,
  shared: readonly PermissionLine[],
  facts: readonly Fact[],
  knowledge: Knowledge,
): readonly Fact[] {
  const key = entityKey(`${agentKey('opencode', folder)}#${named.name}`);
  const lines = [...shared, ...mergedPermissions(named.sources)];
  const agent = {
    ...agentFact(folder, named.at),
    ...computedDefaults(lines),
    key,
    name: `opencode agent ${named.name}${folder === '' ? '' : ` in ${folder}`}`,
  };
  return [
    agent,
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
  const config = { document, agent, agentName: 'opencode', collector: 'opencode' };
  const map = at(document.roots[0], 'mcp');
  return mcpFacts({ ...config, servers: map, isRejected: () => false }, knowledge);
}
