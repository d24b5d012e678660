import { at, type DataDocument, type Document, entries, entry } from '../../model/document.ts';
import { type Agent, type EntityKey, entityKey, type Fact, type Guard } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { Collect } from '../../model/plugin.ts';
import { baseName, type SourceRange } from '../../model/source.ts';
import { firstLine, firstProhibition } from '../../recognize/advice-prose.ts';
import { mcpFacts } from '../../recognize/mcp-servers.ts';
import { factsOfVariable } from '../../recognize/variable.ts';
import { allowedTools, frontMatterKind, subagentMode } from './front-matter.ts';
import { projectFolder } from './group.ts';
import { habits } from './habits.ts';
import { guardedBy, hookFacts } from './hooks.ts';
import { ignoredSettings, inertSetting } from './inert.ts';
import { type Mode, modeOf, otherDefaults } from './mode.ts';
import {
  acceptEditsRules,
  permissionLists,
  type RuleOwner,
  sandboxHosts,
} from './permission-lists.ts';
import { sandboxOf } from './sandbox.ts';
import {
  everywhere,
  plainValue,
  type SettingsFile,
  setting,
  settingsFiles,
} from './setting-files.ts';

/** Facts about the Claude Code that works in one folder. */
export const collect: Collect = (unit, knowledge) => {
  const [first] = unit.documents;
  if (first === undefined) return [];
  const folder = folderOfUnit(unit.documents);
  const files = settingsFiles(unit.documents.filter(isSettings));
  const place = telling(unit.documents, files);
  const owner: RuleOwner = { agent: entityKey(`claude-code:agent/${folder || '.'}`), folder };
  const mode = modeOf(files, place);
  const lists = permissionLists(files, owner, knowledge);
  return [
    agentFact(owner, files, mode, lists.keepsSandbox, place),
    ...lists.facts,
    ...sandboxHosts(files, owner),
    ...(mode.acceptsEdits === null ? [] : acceptEditsRules(owner, mode.acceptsEdits)),
    ...ignoredModes(mode, owner.agent),
    ...ignoredSettings(files, owner.agent),
    ...frontMatter(unit.documents, files, owner, knowledge),
    ...hookFacts(files, unit.documents.filter(isHook), owner.agent),
    ...variables(files, owner.agent, knowledge),
    ...servers(unit.documents, files, owner.agent, knowledge),
    ...advice(unit.documents, owner.agent),
  ];
};

function isSettings(document: Document): boolean {
  return /(?:^|\/)\.claude\/settings(?:\.local)?\.json$/.test(document.file);
}

function isHook(document: Document): boolean {
  return /(?:^|\/)\.claude\/hooks\//.test(document.file);
}

function isProse(document: Document): boolean {
  return (
    /^(?:CLAUDE(?:\.local)?|AGENTS)\.md$/.test(baseName(document.file)) ||
    /(?:^|\/)\.claude\/rules\//.test(document.file)
  );
}

/** The folder of the settings where there are any, else of the topmost prose. */
function folderOfUnit(documents: readonly Document[]): string {
  const own = documents.find((document) => !isProse(document)) ?? documents[0];
  const folders = documents.map((document) => projectFolder(document.file));
  const topmost = folders.sort((a, b) => a.length - b.length)[0] ?? '';
  return own !== undefined && !isProse(own) ? projectFolder(own.file) : topmost;
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
    habits,
    ...sandboxOf(files, keepsSandbox, place),
    folder: owner.folder,
  };
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
  const isBypassDisabled =
    plainValue(setting(files, 'permissions', 'disableBypassPermissionsMode')) === 'disable';
  return documents.filter(isData).flatMap((document) => {
    const kind = frontMatterKind(document.file);
    if (kind === 'skill') return allowedTools(document, owner, knowledge);
    return kind === 'subagent' ? subagentMode(document, owner, isBypassDisabled) : [];
  });
}

function isData(document: Document): document is DataDocument {
  return document.shape === 'data';
}

/** `env` reaches every process the agent starts. */
function variables(
  files: readonly SettingsFile[],
  agent: EntityKey,
  knowledge: Knowledge,
): readonly Fact[] {
  return everywhere(files, 'env').flatMap(({ node, file }) =>
    entries(node).flatMap((variable) => {
      const { value } = variable;
      if (value.type !== 'scalar' && value.type !== 'expr') return [];
      const facts = factsOfVariable(
        {
          name: variable.key,
          value,
          keyAt: variable.keyAt,
          document: file.document,
          environment: null,
          collector: 'claude-code',
          comment: null,
        },
        knowledge,
      );
      const holds = facts.flatMap((fact): readonly Fact[] =>
        fact.kind === 'Credential'
          ? [
              {
                kind: 'Relation',
                rel: 'holds',
                from: agent,
                to: fact.key,
                actions: [],
                because: `env in ${file.document.file} hands "${variable.key}" to every command`,
                at: variable.keyAt,
                confidence: 'high',
              },
            ]
          : [],
      );
      return [...facts, ...holds];
    }),
  );
}

function servers(
  documents: readonly Document[],
  files: readonly SettingsFile[],
  agent: EntityKey,
  knowledge: Knowledge,
): readonly Fact[] {
  const rejected = everywhere(files, 'disabledMcpjsonServers').flatMap(({ node }) =>
    node.type === 'list' ? node.items : [],
  );
  const isRejected = (name: string): boolean =>
    rejected.some((item) => item.type === 'scalar' && item.text === name);
  return documents.filter(isData).flatMap((document) => {
    if (baseName(document.file) !== '.mcp.json') return [];
    const config = {
      document,
      agent,
      agentName: 'claude-code',
      collector: 'claude-code',
      isRejected,
    };
    return mcpFacts({ ...config, servers: at(document.roots[0], 'mcpServers') }, knowledge);
  });
}

/** Prose that forbids destruction, once per file. */
function advice(documents: readonly Document[], agent: EntityKey): readonly Fact[] {
  return documents.filter(isProse).flatMap((document) => {
    const place = firstProhibition(document);
    if (place === null) return [];
    const guard: Guard = {
      kind: 'Guard',
      key: entityKey(`claude-code:${document.file}#advice`),
      aliases: [],
      name: `prose in ${document.file}`,
      at: place,
      collector: 'claude-code',
      implied: false,
      confidence: 'medium',
      strength: 'advises',
    };
    return [guard, guardedBy(agent, guard, `${document.file} tells the agent not to`)];
  });
}
