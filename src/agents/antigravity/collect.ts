import { at, type DataDocument, type Document, entries, entry } from '../../model/document.ts';
import type { EntityKey, Fact } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { Collect } from '../../model/plugin.ts';
import { baseName, type SourceRange } from '../../model/source.ts';
import { byDefault, written } from '../../model/value.ts';
import { firstLine } from '../../recognize/agent/advice-prose.ts';
import { type AgentWriter, agentKey } from '../../recognize/agent/agent-facts.ts';
import { isHome } from '../../recognize/agent/agent-group.ts';
import { adviceFacts } from '../../recognize/agent/agent-prose.ts';
import { mcpFacts } from '../../recognize/agent/mcp-servers.ts';
import { cliFacts, cliMode } from './cli.ts';
import { isOwn, projectFolder } from './group.ts';
import { hookFacts } from './hooks.ts';
import { permissionLists } from './permission-lists.ts';
import { writeCli, writeEditor } from './writer.ts';

const page = 'https://antigravity.google/docs/permissions';

interface Files {
  readonly settings: DataDocument | undefined;
  readonly cli: DataDocument | undefined;
  /** Of the project, then of the home. */
  readonly servers: readonly DataDocument[];
  readonly hooks: readonly DataDocument[];
  readonly scripts: readonly Document[];
  readonly prose: readonly Document[];
}

/** Facts about the editor that works in one folder, and about `agy` where a file speaks of it. */
export const collect: Collect = (unit, knowledge) => {
  const files = filesOf(unit.documents);
  const own = unit.documents.find((document) => isOwn(document.file) && !isHome(document.file));
  const first = own ?? files.cli ?? files.servers[0] ?? files.hooks[0];
  if (first === undefined) return [];
  const folder = own === undefined ? '' : projectFolder(own.file);
  const editor =
    own === undefined ? [] : editorFacts(files, folder, placeOf(files.settings ?? own), knowledge);
  const hasCli = files.cli !== undefined || files.servers.length + files.hooks.length > 0;
  const cli = hasCli ? commandLineFacts(files, folder, placeOf(files.cli ?? first), knowledge) : [];
  return unique([...editor, ...cli]);
};

function filesOf(documents: readonly Document[]): Files {
  const data = documents.filter((document): document is DataDocument => document.shape === 'data');
  const matching = (pattern: RegExp) =>
    data
      .filter((document) => pattern.test(document.file))
      .sort((a, b) => Number(isHome(a.file)) - Number(isHome(b.file)));
  return {
    settings: matching(/(?:^|\/)\.antigravity\/settings\.json$/)[0],
    cli: matching(/^~\/\.gemini\/antigravity-cli\/settings\.json$/)[0],
    servers: matching(/(?:\.agents|^~\/\.gemini\/config)\/mcp_config\.json$/),
    hooks: matching(/(?:\.agents|^~\/\.gemini\/config)\/hooks\.json$/),
    scripts: documents.filter((document) => /(?:^|\/)\.agents\/hooks\//.test(document.file)),
    prose: documents.filter(
      (document) =>
        /^(?:AGENTS|GEMINI)\.md$/.test(baseName(document.file)) ||
        /(?:^|\/)\.agents\/rules\//.test(document.file),
    ),
  };
}

function placeOf(document: Document): SourceRange {
  const root = document.shape === 'data' ? document.roots[0] : undefined;
  const lists = entries(at(root, 'permissions'))[0] ?? entry(root, 'toolPermission');
  return (lists ?? entries(root)[0])?.keyAt ?? firstLine(document);
}

/** Presets such as Turbo are state of the app: no file says what happens to what no list names. */
function editorFacts(
  files: Files,
  folder: string,
  place: SourceRange,
  knowledge: Knowledge,
): readonly Fact[] {
  const agent = agentKey('antigravity', folder);
  const owner = { agent, folder, write: writeEditor, knowledge };
  const lists = files.settings === undefined ? null : permissionLists(files.settings, owner);
  const wayOut = lists?.wayOut ?? null;
  return [
    writeEditor.agent({
      folder,
      at: place,
      read: byDefault('runs', place, page),
      ...(wayOut === null
        ? {}
        : { sandbox: written<'on' | 'escapable' | 'off'>('escapable', wayOut) }),
    }),
    ...(lists?.facts ?? []),
    ...userOnly(files.settings, agent),
    ...shared(files, agent, writeEditor, knowledge),
  ];
}

function commandLineFacts(
  files: Files,
  folder: string,
  place: SourceRange,
  knowledge: Knowledge,
): readonly Fact[] {
  const agent = agentKey('antigravity-cli', folder);
  const owner = { agent, folder, write: writeCli, knowledge };
  const lists = files.cli === undefined ? null : permissionLists(files.cli, owner);
  return [
    writeCli.agent({
      folder,
      at: place,
      read: byDefault('runs', place, page),
      ...cliMode(files.cli, place, lists?.wayOut ?? null),
    }),
    ...(lists?.facts ?? []),
    ...cliFacts(files.cli, agent),
    ...shared(files, agent, writeCli, knowledge),
  ];
}

/** What the editor and `agy` both read. */
function shared(
  files: Files,
  agent: EntityKey,
  write: AgentWriter,
  knowledge: Knowledge,
): readonly Fact[] {
  const agentName = agent.startsWith('antigravity-cli:') ? 'antigravity-cli' : 'antigravity';
  const servers = files.servers.flatMap((document) => {
    const config = { document, servers: at(document.roots[0], 'mcpServers'), agent, agentName };
    return mcpFacts({ ...config, collector: 'antigravity', isRejected: () => false }, knowledge);
  });
  return [
    ...servers,
    ...files.hooks.flatMap((document) => hookFacts(document, files.scripts, agent, write)),
    ...adviceFacts(files.prose, agent, write),
  ];
}

/** Modes of `agy` count in the user's file only. */
function userOnly(settings: DataDocument | undefined, agent: EntityKey): readonly Fact[] {
  const root = settings?.roots[0];
  const keys = ['toolPermission', 'enableTerminalSandbox', 'allowNonWorkspaceAccess', 'agentMode'];
  return keys.flatMap((key) => {
    const found = entry(root, key);
    if (found?.value.type !== 'scalar') return [];
    const { text } = found.value;
    const opens = /^(?:always-proceed|accept-edits)$/.test(text);
    const looksProtective =
      key === 'allowNonWorkspaceAccess' ? text === 'false' : !opens && text !== 'false';
    return [
      writeEditor.inert(agent, key, found.keyAt, {
        because: `Antigravity reads ${key} only from ~/.gemini/antigravity-cli/settings.json`,
        remedy: 'Move it there, or use the permission lists.',
        looksProtective,
      }),
    ];
  });
}

/** What both agents read is one thing; the second agent adds only its own edges. */
function unique(facts: readonly Fact[]): readonly Fact[] {
  const seen = new Set<string>();
  return facts.filter((fact) => {
    if (fact.kind === 'Binding') return true;
    const id =
      fact.kind === 'Relation' ? `${fact.rel} ${fact.from} ${fact.to} ${fact.at.start}` : fact.key;
    const isNew = !seen.has(`${fact.kind} ${id}`);
    seen.add(`${fact.kind} ${id}`);
    return isNew;
  });
}
