import { at, type DataDocument, type Document, entries, entry } from '../../model/document.ts';
import { type Agent, type EntityKey, entityKey, type Fact } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { Collect } from '../../model/plugin.ts';
import { baseName, type SourceRange } from '../../model/source.ts';
import { byDefault, written } from '../../model/value.ts';
import { firstLine } from '../../recognize/agent/advice-prose.ts';
import { agentKey, agentWriter } from '../../recognize/agent/agent-facts.ts';
import {
  agentFileFacts,
  agentFileName,
  isAgentFile,
  onceEach,
  withoutShadowed,
} from '../../recognize/agent/agent-file.ts';
import type { AgentFileDialect } from '../../recognize/agent/agent-file-dialect.ts';
import { namesServer, namesTool, toolsOf } from '../../recognize/agent/agent-file-tools.ts';
import { isHome, projectFolderOf } from '../../recognize/agent/agent-group.ts';
import { adviceFacts, ignoreRules } from '../../recognize/agent/agent-prose.ts';
import { autoApproved } from '../../recognize/agent/auto-approve.ts';
import { mcpFacts } from '../../recognize/agent/mcp-servers.ts';
import { capabilityRules, holdsBack } from './capability-rules.ts';
import { hookFileFacts } from './hooks.ts';

const write = agentWriter('kiro');
const permissionsPage = 'https://kiro.dev/docs/permissions/';
const builtInTools = 'https://kiro.dev/docs/cli/reference/built-in-tools/';

const cli: AgentFileDialect = {
  write: agentWriter('kiro-cli', 'kiro'),
  product: 'kiro-cli',
  collector: 'kiro',
  title: 'Kiro',
  defaults: builtInTools,
  allowsStar: true,
  hookFault: {
    because: 'Kiro CLI 3 passes over hooks inside an agent file',
    remedy: 'Move it to a file of its own in .kiro/hooks.',
  },
  sharedServers: ['includeMcpJson', 'useLegacyMcpJson'],
};

/**
 * Facts about the Kiro that works in one folder: one agent for each agent file, and the default one of editor and CLI where something speaks of it.
 */
export const collect: Collect = (unit, knowledge) => {
  const files = filesOf(unit.documents);
  const own = unit.documents.find(
    (document) => !isHome(document.file) && baseName(document.file) !== 'AGENTS.md',
  );
  const folder = own === undefined ? '' : projectFolderOf(own.file, ['.kiro', '.vscode']);
  const { scripts, servers: shared } = files;
  const named: Fact[] = [
    ...files.agents.flatMap((document) =>
      agentFileFacts(document, folder, { scripts, shared }, cli, knowledge),
    ),
    ...files.markdown.flatMap((document) => markdownAgent(document, folder, files, knowledge)),
  ];
  const speaks = [...files.servers, ...files.hooks, ...files.permissions, ...files.trusted];
  const [first] = [...speaks, ...files.ignores, ...files.steering];
  const isSpokenOf = speaks.length + files.ignores.length > 0 || named.length === 0;
  const facts =
    first !== undefined && isSpokenOf
      ? [...defaultAgent(first, folder, files, knowledge), ...named]
      : named;
  const agents = facts.filter((fact): fact is Agent => fact.kind === 'Agent');
  const prose = [...files.steering, ...files.prose];
  return onceEach([...facts, ...agents.flatMap(({ key }) => adviceFacts(prose, key, write))]);
};

interface Files {
  readonly agents: readonly DataDocument[];
  readonly markdown: readonly DataDocument[];
  readonly servers: readonly DataDocument[];
  readonly hooks: readonly DataDocument[];
  readonly permissions: readonly DataDocument[];
  readonly trusted: readonly DataDocument[];
  readonly ignores: readonly Document[];
  readonly steering: readonly Document[];
  readonly prose: readonly Document[];
  readonly scripts: readonly Document[];
}

function filesOf(documents: readonly Document[]): Files {
  const named = (pattern: RegExp): readonly Document[] =>
    documents.filter((document) => pattern.test(document.file));
  const data = (pattern: RegExp): readonly DataDocument[] =>
    named(pattern).filter((document) => document.shape === 'data');
  const agents = data(/\/agents\/.*\.json$/).filter(isAgentFile);
  const markdown = data(/\/agents\/.*\.md$/).filter(({ roots }) => entries(roots[0]).length > 0);
  return {
    agents: withoutShadowed(agents),
    markdown: withoutShadowed(markdown),
    servers: data(/\/settings\/mcp\.json$/),
    hooks: data(/\/hooks\/[^/]*\.json$/),
    permissions: data(/\/settings\/permissions\.ya?ml$/),
    trusted: data(/(?:^|\/)\.vscode\/settings\.json$/),
    ignores: named(/(?:^|\/)\.?kiroignore$/),
    steering: named(/\/steering\/.*\.md$/),
    prose: named(/(?:^|\/)AGENTS\.md$/),
    scripts: named(/\/(?:hooks|scripts)\/.*\.(?:sh|bash|py|js|mjs|cjs|ts|rb)$/),
  };
}

/** The agent that works where nobody chose another one. */
function defaultAgent(
  first: Document,
  folder: string,
  files: Files,
  knowledge: Knowledge,
): readonly Fact[] {
  const key = agentKey('kiro', folder);
  const place = placeOf(first);
  return [
    write.agent({ folder, at: place, ...defaults(place) }),
    ...files.servers.flatMap((document) => [
      ...autoApproved(document, key, write),
      ...serverFacts(document, key, 'kiro', () => false, knowledge),
    ]),
    ...files.permissions.flatMap((document) => permissionFile(document, key, folder, knowledge)),
    ...files.hooks.flatMap((document) => hookFileFacts(document, files.scripts, key, write)),
    ...files.ignores.flatMap((document) => ignored(document, key, folder)),
    ...files.trusted.flatMap((document) => trustedCommands(document, key)),
  ];
}

function defaults(place: SourceRange): Omit<Partial<Agent>, 'kind' | 'key'> {
  return {
    shell: byDefault('asks', place, permissionsPage),
    mcp: byDefault('asks', place, permissionsPage),
    read: byDefault('runs', place, builtInTools),
    sandbox: byDefault('off', place, builtInTools),
    network: byDefault('open', place, builtInTools),
  };
}

function placeOf(document: Document): SourceRange {
  const found = document.shape === 'data' ? entries(document.roots[0])[0] : undefined;
  return found?.keyAt ?? firstLine(document);
}

function serverFacts(
  document: DataDocument,
  agent: EntityKey,
  agentName: string,
  isRejected: (server: string) => boolean,
  knowledge: Knowledge,
): readonly Fact[] {
  const servers = at(document.roots[0], 'mcpServers');
  const config = { document, servers, agent, agentName, collector: 'kiro', isRejected };
  return mcpFacts(config, knowledge);
}

/** Counts in the user's home only. */
function permissionFile(
  document: DataDocument,
  agent: EntityKey,
  folder: string,
  knowledge: Knowledge,
): readonly Fact[] {
  const rules = entry(document.roots[0], 'rules');
  if (rules === undefined) return [];
  if (isHome(document.file)) {
    return capabilityRules(rules.value, document, { agent, folder, write }, knowledge);
  }
  return [
    write.inert(agent, 'permissions.yaml', rules.keyAt, {
      because: 'Kiro reads permissions only from the home of the user',
      remedy:
        'Move the rules to ~/.kiro/settings/permissions.yaml, or into an agent in .kiro/agents.',
      looksProtective: holdsBack(rules.value),
    }),
  ];
}

/** Patterns of the user's file hold in the folder where the agent works. */
function ignored(document: Document, agent: EntityKey, folder: string): readonly Fact[] {
  return ignoreRules(document, agent, write).map((rule) =>
    rule.pattern.type === 'path' && isHome(document.file)
      ? { ...rule, pattern: { ...rule.pattern, folder } }
      : rule,
  );
}

function trustedCommands(document: DataDocument, agent: EntityKey): readonly Fact[] {
  const list = entry(document.roots[0], 'kiroAgent.trustedCommands');
  if (list === undefined) return [];
  return [
    write.inert(agent, 'kiroAgent.trustedCommands', list.keyAt, {
      because: 'only Kiro before 1.0 takes trusted commands from editor settings',
      remedy: 'Remove it; rules belong in ~/.kiro/settings/permissions.yaml.',
      looksProtective: false,
    }),
  ];
}

/**
 * An agent in Markdown: tags for its tools, rules by capability, servers of its own.
 * @see https://kiro.dev/docs/custom-agents/ (read 2026-11-21)
 */
function markdownAgent(
  document: DataDocument,
  folder: string,
  files: Files,
  knowledge: Knowledge,
): readonly Fact[] {
  const [front] = document.roots;
  const name = agentFileName(document);
  const key = entityKey(`${agentKey('kiro', folder)}#${name}`);
  const tools = toolsOf(document);
  const place = (entry(front, 'permissions') ?? entry(front, 'tools'))?.keyAt ?? placeOf(document);
  const toolsAt = at(front, 'tools')?.at ?? place;
  const title = `kiro agent ${name}${folder === '' ? '' : ` in ${folder}`}`;
  const agent: Agent = {
    ...write.agent({
      folder,
      at: place,
      name: title,
      ...defaults(place),
      ...(namesTool(tools, 'shell') ? {} : { shell: written('blocks', toolsAt) }),
    }),
    key,
  };
  const isRejected = (server: string): boolean =>
    tools?.some(({ text }) => text.startsWith('@')) === true && !namesServer(tools, server);
  return [
    agent,
    ...capabilityRules(
      at(front, 'permissions'),
      document,
      { agent: key, folder, write },
      knowledge,
    ),
    ...[document, ...files.servers].flatMap((file) => [
      ...autoApproved(file, key, write),
      ...serverFacts(file, key, title, isRejected, knowledge),
    ]),
    ...files.hooks.flatMap((file) => hookFileFacts(file, files.scripts, key, write)),
    ...files.ignores.flatMap((file) => ignored(file, key, folder)),
  ];
}
