import { at, type DataDocument, type Document, entries, entry } from '../../model/document.ts';
import { type Agent, type EntityKey, entityKey, type Fact } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { Collect } from '../../model/plugin.ts';
import { baseName, type SourceRange } from '../../model/source.ts';
import { byDefault, written } from '../../model/value.ts';
import { firstLine } from '../../recognize/agent/advice-prose.ts';
import { agentWriter } from '../../recognize/agent/agent-facts.ts';
import { isHome } from '../../recognize/agent/agent-group.ts';
import { adviceFacts } from '../../recognize/agent/agent-prose.ts';
import { claudeHabits } from '../../recognize/agent/claude-habits.ts';
import { mcpFacts } from '../../recognize/agent/mcp-servers.ts';
import { environmentFacts } from './environment.ts';
import { allowedTools, frontMatterKind, subagentMode, subagentServers } from './front-matter.ts';
import { projectFolder } from './group.ts';
import { type HookSource, hookFacts, hooksOff } from './hooks.ts';
import { ignoredSettings, inertSetting } from './inert.ts';
import { misspeltSettings } from './misspelt.ts';
import { isBypassDisabled, type Mode, modeOf, otherDefaults } from './mode.ts';
import {
  acceptEditsRules,
  hiddenPaths,
  permissionLists,
  type RuleOwner,
  sandboxHosts,
} from './permission-lists.ts';
import {
  isPluginList,
  type Plugin,
  pluginFolderOf,
  pluginHooks,
  pluginServers,
  pluginsOf,
} from './plugins.ts';
import { sandboxOf } from './sandbox.ts';
import { everywhere, plainValue, type SettingsFile, settingsFiles } from './setting-files.ts';
import { retentionOf, weaknesses } from './weaknesses.ts';

const write = agentWriter('claude-code');

/** Facts about the Claude Code that works in one folder. */
export const collect: Collect = (unit, knowledge) => {
  const [first] = unit.documents;
  if (first === undefined) return [];
  const folder = folderOfUnit(unit.documents);
  const files = settingsFiles(unit.documents.filter(isSettings));
  const place = telling(unit.documents, files);
  const owner: RuleOwner = { agent: entityKey(`claude-code:agent/${folder || '.'}`), folder };
  const plugins = pluginsOf(unit.documents, files);
  const mode = modeOf(files, place);
  const lists = permissionLists(files, owner, knowledge);
  const started = [
    ...servers(unit.documents, files, plugins, owner, knowledge),
    ...plugins.flatMap((one) => pluginServers(one, unit.documents, owner.agent, knowledge)),
  ];
  return [
    agentFact(owner, files, mode, lists.keepsSandbox, place),
    ...lists.facts,
    ...sandboxHosts(files, owner),
    ...(mode.acceptsEdits === null ? [] : acceptEditsRules(owner, mode.acceptsEdits)),
    ...ignoredModes(mode, owner.agent),
    ...ignoredSettings(files, owner.agent),
    ...misspeltSettings(files, owner.agent),
    ...weaknesses(files, owner.agent),
    ...hiddenPaths(files, owner),
    ...frontMatter(unit.documents, files, owner, knowledge),
    ...hookFacts(hookSources(unit.documents, files, plugins), {
      files,
      scripts: unit.documents.filter((document) => isScript(document, plugins)),
      agent: owner.agent,
      hasServers: started.some((fact) => fact.kind === 'McpServer'),
    }),
    ...hooksOff(files, owner.agent),
    ...environmentFacts(files, owner.agent, knowledge),
    ...started,
    ...adviceFacts(unit.documents.filter(isProse), owner.agent, write),
  ];
};

function isSettings(document: Document): boolean {
  return /(?:^|\/)\.claude\/settings(?:\.local)?\.json$/.test(document.file);
}

function isScript(document: Document, plugins: readonly Plugin[]): boolean {
  if (/(?:^|\/)\.claude\/hooks\//.test(document.file)) return true;
  return plugins.some(
    ({ folder }) =>
      document.shape !== 'data' && document.file.startsWith(folder === '' ? '' : `${folder}/`),
  );
}

function hookSources(
  documents: readonly Document[],
  files: readonly SettingsFile[],
  plugins: readonly Plugin[],
): readonly HookSource[] {
  return [
    ...everywhere(files, 'hooks').map(({ node }) => ({ node, isUnsure: false })),
    ...plugins.flatMap((plugin) => pluginHooks(plugin, documents)),
  ];
}

function isProse(document: Document): boolean {
  return (
    /^(?:CLAUDE(?:\.local)?|AGENTS)\.md$/.test(baseName(document.file)) ||
    /(?:^|\/)\.claude\/rules\//.test(document.file)
  );
}

/** The folder of the settings where there are any, else of the topmost prose. */
function folderOfUnit(unit: readonly Document[]): string {
  const documents = unit.filter(({ file }) => !isHome(file) && !isOfPlugin(file, unit));
  const own = documents.find((document) => !isProse(document)) ?? documents[0];
  const folders = documents.map((document) => projectFolder(document.file));
  const topmost = folders.sort((a, b) => a.length - b.length)[0] ?? '';
  return own !== undefined && !isProse(own) ? projectFolder(own.file) : topmost;
}

/** A plugin lies in the folder that the agent works in, or below it, and says nothing about which one that is. */
function isOfPlugin(file: string, unit: readonly Document[]): boolean {
  return unit.some((document) => {
    const folder = pluginFolderOf(document.file);
    if (folder === undefined || file.includes('.claude/')) return false;
    return folder === ''
      ? /^(?:\.claude-plugin|hooks)\//.test(file)
      : file.startsWith(`${folder}/`);
  });
}

/** The most telling place: the permissions, else the first setting, else the first line of the first file. */
function telling(documents: readonly Document[], files: readonly SettingsFile[]): SourceRange {
  for (const file of files) {
    const place = entry(file.root, 'permissions') ?? entries(file.root)[0];
    if (place !== undefined) return place.keyAt;
  }
  const [first] = [...documents].sort((a, b) => Number(isProse(b)) - Number(isProse(a)));
  return firstLine(first as Document); // units are never empty
}

function agentFact(
  owner: RuleOwner,
  files: readonly SettingsFile[],
  mode: Mode,
  keepsSandbox: boolean,
  place: SourceRange,
): Agent {
  return {
    kind: 'Agent',
    key: owner.agent,
    aliases: [],
    name: owner.folder === '' ? 'claude-code' : `claude-code in ${owner.folder}`,
    at: place,
    collector: 'claude-code',
    implied: false,
    confidence: 'high',
    product: 'claude-code',
    ruleOrder: 'deny-first',
    shell: mode.shell,
    ...otherDefaults(mode, place),
    splitsCommands: true,
    habits: claudeHabits,
    ...sandboxOf(files, keepsSandbox, place),
    transcriptDays: transcriptDays(files, place),
    folder: owner.folder,
  };
}

const retentionPage = 'https://code.claude.com/docs/en/settings';

function transcriptDays(
  files: readonly SettingsFile[],
  place: SourceRange,
): Agent['transcriptDays'] {
  const found = retentionOf(files);
  const days = plainValue(found);
  if (found === undefined || typeof days !== 'number') return byDefault(30, place, retentionPage);
  return written(days, found.node.at);
}

function ignoredModes(mode: Mode, agent: EntityKey): readonly Fact[] {
  return mode.ignored.map(({ setting: found, because, remedy }) => {
    const value = found.node.type === 'scalar' ? found.node.text.slice(0, 40) : '';
    const looksProtective = /^(?:plan|default|manual|ask|dontAsk|deny|safe|strict|read)/i.test(
      value,
    );
    const name = `defaultMode ${value}`.trim();
    return inertSetting(agent, name, found.node.at, { because, remedy, looksProtective });
  });
}

function frontMatter(
  documents: readonly Document[],
  files: readonly SettingsFile[],
  owner: RuleOwner,
  knowledge: Knowledge,
): readonly Fact[] {
  return documents.filter(isData).flatMap((document) => {
    const kind = frontMatterKind(document.file);
    if (kind === 'skill') return allowedTools(document, owner, knowledge);
    if (kind !== 'subagent') return [];
    return [
      ...subagentMode(document, owner, isBypassDisabled(files)),
      ...subagentServers(document, owner.agent, knowledge),
    ];
  });
}

function isData(document: Document): document is DataDocument {
  return document.shape === 'data';
}

function servers(
  documents: readonly Document[],
  files: readonly SettingsFile[],
  plugins: readonly Plugin[],
  owner: RuleOwner,
  knowledge: Knowledge,
): readonly Fact[] {
  const rejected = everywhere(files, 'disabledMcpjsonServers').flatMap(({ node }) =>
    node.type === 'list' ? node.items : [],
  );
  const isRejected = (name: string): boolean =>
    rejected.some((item) => item.type === 'scalar' && item.text === name);
  return documents.filter(isData).flatMap((document) => {
    // The user's own servers stand in the state file of the home folder.
    if (!/(?:^|\/)\.mcp\.json$|^~\/\.claude\.json$/.test(document.file)) return [];
    if (isPluginList(document.file, plugins, owner.folder)) return [];
    const config = {
      document,
      agent: owner.agent,
      agentName: 'claude-code',
      collector: 'claude-code',
      isRejected,
    };
    return mcpFacts({ ...config, servers: at(document.roots[0], 'mcpServers') }, knowledge);
  });
}
