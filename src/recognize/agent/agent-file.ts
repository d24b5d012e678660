import { at, type DataDocument, type Document, entries, entry } from '../../model/document.ts';
import { type Agent, entityKey, type Fact } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import { baseName, type SourceRange } from '../../model/source.ts';
import { byDefault } from '../../model/value.ts';
import { firstLine } from './advice-prose.ts';
import { agentKey } from './agent-facts.ts';
import type { AgentFileDialect } from './agent-file-dialect.ts';
import { embeddedHookFacts } from './agent-file-hooks.ts';
import { defaultsOf, settingFacts } from './agent-file-settings.ts';
import { allowedToolFacts, namesServer, toolsOf } from './agent-file-tools.ts';
import { isHome } from './agent-group.ts';
import { autoApproved } from './auto-approve.ts';
import { mcpFacts } from './mcp-servers.ts';

/** An agent file is one only with one of these. */
const telling = [
  'allowedTools',
  'tools',
  'toolsSettings',
  'mcpServers',
  'prompt',
  'hooks',
] as const;

/** Whether a JSON file in the agents' folder describes an agent. */
export function isAgentFile(document: DataDocument): boolean {
  return telling.some((key) => entry(document.roots[0], key) !== undefined);
}

/** Name of the agent that a file describes. */
export function agentFileName(document: DataDocument): string {
  const name = at(document.roots[0], 'name');
  const text = name?.type === 'scalar' ? name.text : '';
  return (text || baseName(document.file).replace(/\.(?:json|md)$/, '')).slice(0, 60);
}

/**
 * The agent that one JSON file describes, with its rules, servers and hooks. `shared` are the folder's own server files, which it may take over.
 * @see https://kiro.dev/docs/cli/custom-agents/configuration-reference (read 2026-11-21)
 */
export function agentFileFacts(
  document: DataDocument,
  folder: string,
  others: { readonly scripts: readonly Document[]; readonly shared: readonly DataDocument[] },
  dialect: AgentFileDialect,
  knowledge: Knowledge,
): readonly [Agent, ...Fact[]] {
  const { write, product, title } = dialect;
  const name = agentFileName(document);
  const key = entityKey(`${agentKey(product, folder)}#${name}`);
  const place = placeOf(document);
  const toolsAt = entry(document.roots[0], 'tools')?.keyAt ?? place;
  const agent: Agent = {
    ...write.agent({
      folder,
      at: place,
      name: `${title} agent ${name}${folder === '' ? '' : ` in ${folder}`}`,
      // Expressions are held against the whole line, operators included.
      splitsCommands: false,
      ...defaultsOf(document, place, dialect),
      sandbox: byDefault('off', toolsAt, dialect.defaults),
      network: byDefault('open', toolsAt, dialect.defaults),
    }),
    key,
  };
  const takesShared = dialect.sharedServers.some((setting) => {
    const node = at(document.roots[0], setting);
    return node?.type === 'scalar' && node.value === true;
  });
  const serverFiles = takesShared ? [document, ...others.shared] : [document];
  const tools = toolsOf(document);
  return [
    agent,
    ...settingFacts(document, key, folder, dialect, knowledge),
    ...allowedToolFacts(document, key, dialect),
    ...embeddedHookFacts(document, others.scripts, key, dialect),
    ...serverFiles.flatMap((file) => [
      ...autoApproved(file, key, write),
      ...mcpFacts(
        {
          document: file,
          servers: at(file.roots[0], 'mcpServers'),
          agent: key,
          agentName: agent.name,
          collector: dialect.collector,
          isRejected: (server) => !namesServer(tools, server),
        },
        knowledge,
      ),
    ]),
  ];
}

function placeOf(document: DataDocument): SourceRange {
  const [root] = document.roots;
  const found = entry(root, 'allowedTools') ?? entry(root, 'tools') ?? entries(root)[0];
  return found?.keyAt ?? firstLine(document);
}

/** An agent of the folder hides the user's agent of the same name. */
export function withoutShadowed(documents: readonly DataDocument[]): readonly DataDocument[] {
  const local = documents.filter(({ file }) => !isHome(file)).map(agentFileName);
  return documents.filter(
    (document) => !isHome(document.file) || !local.includes(agentFileName(document)),
  );
}

/** What binds several agents is one thing with several edges. */
export function onceEach(facts: readonly Fact[]): readonly Fact[] {
  const seen = new Set<string>();
  return facts.filter((fact) => {
    if (fact.kind !== 'Guard' && fact.kind !== 'McpServer') return true;
    const isNew = !seen.has(fact.key);
    seen.add(fact.key);
    return isNew;
  });
}
