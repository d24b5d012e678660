import { at, type DataDocument, type Document, entries, entry } from '../../model/document.ts';
import type { EntityKey, Fact, Verdict } from '../../model/fact.ts';
import type { Collect } from '../../model/plugin.ts';
import { isHome, type SourceRange } from '../../model/source.ts';
import { byDefault, unknown, type Value, written } from '../../model/value.ts';
import { firstLine } from '../../recognize/agent/advice-prose.ts';
import { type AgentWriter, agentWriter } from '../../recognize/agent/agent-facts.ts';
import { projectFolderOf } from '../../recognize/agent/agent-group.ts';
import { adviceFacts } from '../../recognize/agent/agent-prose.ts';
import { mcpFacts } from '../../recognize/agent/mcp-servers.ts';
import { claudeStyleHooks } from '../../recognize/agent/open-hooks.ts';
import { isOwn, markers } from './group.ts';
import { ruleFacts } from './rules.ts';

const permissionsPage = 'https://docs.x.ai/build/features/permissions';
const modeKeys = ['permission_mode', 'approval_mode', 'yolo'] as const;

/**
 * Matchers of hooks that are asked about commands or tools of servers; names of Claude Code's tools count too.
 * @see https://docs.x.ai/build/features/hooks (read 2026-11-21)
 */
const hooksOnCommands = /^\*?$|bash|shell|terminal|mcp|\.[*+]/i;

/** Facts about the Grok that works in one folder. */
export const collect: Collect = (unit, knowledge) => {
  const own = unit.documents.filter((document) => isOwn(document.file) && !isHome(document.file));
  const first = own[0] ?? unit.documents[0];
  if (first === undefined) return [];
  const write = agentWriter('grok');
  const configs = unit.documents.filter(
    (document): document is DataDocument =>
      document.shape === 'data' && document.file.endsWith('config.toml'),
  );
  const user = configs.find((document) => isHome(document.file));
  const folder = own[0] === undefined ? '' : projectFolderOf(own[0].file, markers);
  const place = firstPlace(first);
  const mode = modeOf(user, place);
  const agent = write.agent({
    folder,
    at: place,
    shell: mode,
    mcp: mode,
    read: byDefault('runs', place, permissionsPage),
  });
  const { key } = agent;
  return [
    agent,
    ...configs.flatMap((document) => [
      ...ruleFacts(document, key, isHome(document.file) ? '' : folder, write, knowledge),
      ...mcpFacts(
        {
          document,
          servers: at(document.roots[0], 'mcp_servers'),
          agent: key,
          agentName: agent.name,
          collector: 'grok',
          isRejected: () => false,
        },
        knowledge,
      ),
    ]),
    ...configs.filter((file) => !isHome(file.file)).flatMap((file) => misplaced(file, key, write)),
    ...hookFacts(unit.documents, key, write),
    ...adviceFacts(
      unit.documents.filter(({ file }) => file.endsWith('.md')),
      key,
      write,
    ),
  ];
};

function firstPlace(document: Document): SourceRange {
  const found =
    document.shape === 'data'
      ? (entry(document.roots[0], 'permission') ?? entries(document.roots[0])[0])
      : undefined;
  return found?.keyAt ?? firstLine(document);
}

/** The user's mode; `ask` where none is set. Of several keys the newest wins. */
function modeOf(user: DataDocument | undefined, place: SourceRange): Value<Verdict> {
  const ui = at(user?.roots[0], 'ui');
  for (const key of modeKeys) {
    const node = at(ui, key) ?? at(user?.roots[0], key);
    if (node?.type !== 'scalar') continue;
    if (key === 'yolo')
      return node.value === true ? written('runs', node.at) : written('asks', node.at);
    switch (node.text) {
      case 'ask':
        return written('asks', node.at);
      case 'always-approve':
        return written('runs', node.at);
      default:
        return unknown('external', node.at);
    }
  }
  return byDefault('asks', place, permissionsPage);
}

function misplaced(document: DataDocument, agent: EntityKey, write: AgentWriter): readonly Fact[] {
  return modeKeys.flatMap((name) => {
    const found = entry(at(document.roots[0], 'ui'), name) ?? entry(document.roots[0], name);
    if (found === undefined) return [];
    const isStrict = found.value.type === 'scalar' && /^(?:ask|false)$/.test(found.value.text);
    return [
      write.inert(agent, name, found.keyAt, {
        because: `Grok reads ${name} only from the user's configuration`,
        remedy: 'Remove it here, and set it in ~/.grok/config.toml.',
        looksProtective: isStrict,
      }),
    ];
  });
}

/** Hooks before a tool, which can refuse in every mode; they let pass when they fail. */
function hookFacts(
  documents: readonly Document[],
  agent: EntityKey,
  write: AgentWriter,
): readonly Fact[] {
  const files = documents.filter((document) => /\.grok\/hooks\//.test(document.file));
  const hooks = files.filter(
    (document): document is DataDocument =>
      document.shape === 'data' && document.file.endsWith('.json'),
  );
  return hooks.flatMap((document) =>
    claudeStyleHooks(document, { agent, write, scripts: files, covers: hooksOnCommands }),
  );
}
