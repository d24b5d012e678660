import {
  at,
  type DataDocument,
  type DataNode,
  entries,
  entry,
  items,
} from '../../model/document.ts';
import type { Agent, Fact } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import { noHabits } from '../../model/permission.ts';
import type { Collect } from '../../model/plugin.ts';
import { byDefault } from '../../model/value.ts';
import { firstLine } from '../../recognize/agent/advice-prose.ts';
import { agentWriter } from '../../recognize/agent/agent-facts.ts';
import { isHome, projectFolderOf } from '../../recognize/agent/agent-group.ts';
import { adviceFacts } from '../../recognize/agent/agent-prose.ts';
import { mcpFacts } from '../../recognize/agent/mcp-servers.ts';
import { markers } from './group.ts';
import { parseRule, permissionRules } from './rules.ts';

const page = 'https://docs.continue.dev/cli/tool-permissions';
const write = agentWriter('continue');

/**
 * Facts about the Continue that works in one folder. Without a terminal, releases differ on whether commands run unasked or not at all, so what is
 * said here is about the one with a terminal.
 */
export const collect: Collect = ({ documents }, knowledge) => {
  const first =
    documents.find(({ file }) => /(?:^|\/)\.continue/.test(file) && !isHome(file)) ??
    documents.find(({ file }) => isHome(file));
  if (first === undefined) return [];
  const place = firstLine(first);
  const agent = write.agent({
    folder: isHome(first.file) ? '' : projectFolderOf(first.file, markers),
    at: place,
    shell: byDefault('asks', place, page),
    mcp: byDefault('asks', place, page),
    read: byDefault('runs', place, page),
    splitsCommands: false,
    habits: noHabits,
  });
  return [
    agent,
    ...documents.flatMap((document) =>
      document.shape === 'data' ? fileFacts(document, agent, knowledge) : [],
    ),
    ...adviceFacts(
      documents.filter(({ file }) => /\.md$|\.continuerules$/.test(file)),
      agent.key,
      write,
    ),
  ];
};

function fileFacts(document: DataDocument, agent: Agent, knowledge: Knowledge): readonly Fact[] {
  const { file } = document;
  if (/(?:^|\/)\.continue\/permissions\.yaml$/.test(file)) {
    if (!isHome(file)) return inertPermissions(document, agent);
    return [
      ...permissionRules(document, agent.key, write, knowledge),
      ...openLists(document, agent),
    ];
  }
  const servers = serversIn(document);
  if (servers === undefined) return [];
  const config = { document, servers, agent: agent.key, agentName: agent.name };
  return mcpFacts({ ...config, collector: 'continue', isRejected: () => false }, knowledge);
}

/**
 * YAML lists servers with a name each; JSON, and some YAML, maps names to servers.
 * @see https://docs.continue.dev/customize/deep-dives/mcp (read 2026-11-21)
 */
function serversIn(document: DataDocument): DataNode | undefined {
  const servers = at(document.roots[0], 'mcpServers');
  if (servers?.type !== 'list') return servers;
  return {
    type: 'map',
    at: servers.at,
    entries: items(servers).flatMap((server) => {
      const name = at(server, 'name');
      if (name?.type !== 'scalar') return [];
      return [{ key: name.text, keyAt: name.at, labels: [], value: server }];
    }),
  };
}

/** Permissions belong to the user; a file with the same name in a project is not read. */
function inertPermissions(document: DataDocument, agent: Agent): readonly Fact[] {
  return entries(document.roots[0]).flatMap(({ key, keyAt }) => {
    if (!['allow', 'ask', 'exclude'].includes(key)) return [];
    return [
      write.inert(agent.key, `permissions.yaml: ${key}`, keyAt, {
        because: "Continue reads permissions only from the user's home",
        remedy: 'Move it to ~/.continue/permissions.yaml.',
        looksProtective: key !== 'allow',
      }),
    ];
  });
}

/** `allow` with a bare `Bash` or `*` ends all questions. */
function openLists(document: DataDocument, agent: Agent): readonly Fact[] {
  const allow = entry(document.roots[0], 'allow');
  return items(allow?.value).flatMap((item) => {
    if (item.type !== 'scalar') return [];
    const parsed = parseRule(item.text);
    const isOpen =
      parsed?.pattern.type === 'any' && (parsed.tool === 'shell' || parsed.tool === 'any');
    if (!isOpen) return [];
    const what = {
      control: 'approval',
      because: 'every command runs without a question',
      remedy: 'Allow single commands, as Bash(npm test).',
    } as const;
    return [write.weakness(agent.key, `allow: ${item.text.trim().slice(0, 40)}`, item.at, what)];
  });
}
