import { at, type DataDocument, type Document, entries } from '../../model/document.ts';
import type { AgentRule, EntityKey, Fact } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { Collect } from '../../model/plugin.ts';
import { baseName, type SourceRange } from '../../model/source.ts';
import { byDefault } from '../../model/value.ts';
import { firstLine } from '../../recognize/agent/advice-prose.ts';
import { type AgentWriter, agentKey, agentWriter } from '../../recognize/agent/agent-facts.ts';
import { isHome, projectFolderOf } from '../../recognize/agent/agent-group.ts';
import { adviceFacts, ignoreRules } from '../../recognize/agent/agent-prose.ts';
import { mcpFacts } from '../../recognize/agent/mcp-servers.ts';
import { allowlistDefaults, allowlistRules, invalidity, uselessAllowlist } from './allowlist.ts';

const ide = agentWriter('junie');
const cli = agentWriter('junie-cli', 'junie');
const assistant = agentWriter('jetbrains-ai-assistant', 'junie');
const ignorePage = 'https://www.jetbrains.com/help/junie/aiignore.html';

interface Files {
  readonly servers: readonly DataDocument[];
  readonly allowlists: readonly DataDocument[];
  readonly ignores: readonly Document[];
  readonly prose: readonly Document[];
  readonly assistant: readonly DataDocument[];
}

/**
 * Facts about the Junie that works in one folder: in the editor, where rules and brave mode are state of the app; on the command line, where an
 * allowlist speaks of it; and about AI Assistant where it has servers.
 */
export const collect: Collect = (unit, knowledge) => {
  const own = unit.documents.filter(({ file }) => !isShared(file));
  const files = filesOf(unit.documents);
  const local = own.find(({ file }) => !isHome(file));
  const folder = local === undefined ? '' : projectFolderOf(local.file, ['.junie', '.ai']);
  const facts: Fact[] = [];
  const [first] = own.filter((document) => !isAssistants(document) && !isAllowlist(document));
  const [list] = files.allowlists;
  if (first !== undefined) facts.push(...editorFacts(first, folder, files, knowledge));
  if (list !== undefined) facts.push(...commandLineFacts(list, folder, files, knowledge));
  const [servers] = files.assistant;
  if (servers !== undefined) facts.push(...assistantFacts(servers, folder, files, knowledge));
  return unique(facts);
};

function isShared(file: string): boolean {
  return /(?:^|\/)(?:AGENTS\.md|\.aiignore)$/.test(file) && !file.includes('.junie/');
}

function isAssistants({ file }: Document): boolean {
  return /(?:^|\/)\.ai\/mcp\//.test(file);
}

function isAllowlist({ file }: Document): boolean {
  return baseName(file) === 'allowlist.json';
}

function filesOf(documents: readonly Document[]): Files {
  const data = documents.filter((document): document is DataDocument => document.shape === 'data');
  const servers = data.filter(({ file }) => baseName(file) === 'mcp.json');
  const atHome = (document: Document): number => Number(!isHome(document.file));
  return {
    servers: servers.filter((document) => !isAssistants(document)),
    // The user's is the one that counts.
    allowlists: data.filter(isAllowlist).sort((a, b) => atHome(a) - atHome(b)),
    ignores: documents.filter(({ file }) => baseName(file) === '.aiignore'),
    prose: documents.filter(({ file }) => file.endsWith('.md')),
    assistant: servers.filter(isAssistants),
  };
}

function editorFacts(
  first: Document,
  folder: string,
  files: Files,
  knowledge: Knowledge,
): readonly Fact[] {
  const key = agentKey('junie', folder);
  const place = placeOf(first);
  return [
    ide.agent({
      folder,
      at: place,
      ruleOrder: 'first-match',
      // Action Allowlist and Brave Mode are state of the app: no file says what happens to a command.
      read: byDefault('runs', place, ignorePage),
    }),
    ...common(key, ide, 'junie', files, knowledge),
  ];
}

function commandLineFacts(
  list: DataDocument,
  folder: string,
  files: Files,
  knowledge: Knowledge,
): readonly Fact[] {
  const key = agentKey('junie-cli', folder);
  const place = placeOf(list);
  const valid = files.allowlists.find(
    (document) => isHome(document.file) && invalidity(document) === null,
  );
  return [
    cli.agent({
      folder,
      at: place,
      ruleOrder: 'first-match',
      read: byDefault('runs', place, ignorePage),
      ...allowlistDefaults(valid, place),
    }),
    ...(valid === undefined ? [] : allowlistRules(valid, key, folder, knowledge)),
    ...files.allowlists.flatMap((document) => uselessAllowlist(document, key)),
    ...common(key, cli, 'junie-cli', files, knowledge),
  ];
}

/** Its questions are settings of the app. */
function assistantFacts(
  servers: DataDocument,
  folder: string,
  files: Files,
  knowledge: Knowledge,
): readonly Fact[] {
  const product = 'jetbrains-ai-assistant';
  const own = { ...files, servers: files.assistant, ignores: [] };
  return [
    assistant.agent({ folder, at: placeOf(servers) }),
    ...common(agentKey(product, folder), assistant, product, own, knowledge),
  ];
}

/** What binds editor and command line alike. */
function common(
  agent: EntityKey,
  write: AgentWriter,
  agentName: string,
  files: Files,
  knowledge: Knowledge,
): readonly Fact[] {
  return [
    ...files.ignores.flatMap((document) => askedFiles(document, agent, write)),
    ...files.servers.flatMap((document) => {
      const servers = at(document.roots[0], 'mcpServers');
      const config = { document, servers, agent, agentName, collector: 'junie' };
      return mcpFacts({ ...config, isRejected: () => false }, knowledge);
    }),
    ...adviceFacts(files.prose, agent, write),
  ];
}

/**
 * Files on the list are opened and edited once somebody agrees; the list forbids nothing.
 * @see https://www.jetbrains.com/help/junie/aiignore.html (read 2026-11-21)
 */
function askedFiles(
  document: Document,
  agent: EntityKey,
  write: AgentWriter,
): readonly AgentRule[] {
  return ignoreRules(document, agent, write).flatMap(({ pattern, order, at: place, name }) =>
    (['read', 'write'] as const).map((tool) =>
      write.rule({ agent, effect: 'ask', tool, pattern, order, at: place, name }),
    ),
  );
}

function placeOf(document: Document): SourceRange {
  const found = document.shape === 'data' ? entries(document.roots[0])[0] : undefined;
  return found?.keyAt ?? firstLine(document);
}

/** What binds several agents is one thing with several edges. */
function unique(facts: readonly Fact[]): readonly Fact[] {
  const seen = new Set<string>();
  return facts.filter((fact) => {
    if (fact.kind !== 'Guard' && fact.kind !== 'McpServer') return true;
    const isNew = !seen.has(fact.key);
    seen.add(fact.key);
    return isNew;
  });
}
