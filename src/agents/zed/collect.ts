import {
  at,
  type DataDocument,
  type DataNode,
  type Document,
  entries,
  items,
} from '../../model/document.ts';
import type { Agent, Fact } from '../../model/fact.ts';
import type { Collect } from '../../model/plugin.ts';
import { byDefault } from '../../model/value.ts';
import { firstLine } from '../../recognize/agent/advice-prose.ts';
import { agentWriter } from '../../recognize/agent/agent-facts.ts';
import { isHome, projectFolderOf } from '../../recognize/agent/agent-group.ts';
import { adviceFacts } from '../../recognize/agent/agent-prose.ts';
import { mcpFacts } from '../../recognize/agent/mcp-servers.ts';
import { markers } from './group.ts';
import { projectInert, userInert } from './inert.ts';
import { builtInDenial, defaultOf, permissionRules } from './permissions.ts';
import { privateFiles } from './private-files.ts';
import { sandboxFacts, sandboxOf } from './sandbox.ts';

const write = agentWriter('zed');
const permissionsPage = 'https://zed.dev/docs/ai/tool-permissions';

/** Facts about the Zed agent that works in one folder. */
export const collect: Collect = ({ documents }, knowledge) => {
  const settings = documents.filter(
    (document): document is DataDocument =>
      document.shape === 'data' && document.file.endsWith('/settings.json'),
  );
  const speaking = settings.filter(({ roots: [root] }) =>
    entries(root).some(({ key }) => /^(?:agent|context_servers|private_files)$/.test(key)),
  );
  const project = speaking.find(({ file }) => !isHome(file));
  const user = speaking.find(({ file }) => isHome(file));
  const first = project ?? user;
  if (first === undefined) return [];
  const place = entries(first.roots[0])[0]?.keyAt ?? firstLine(first);
  const permissions = at(user?.roots[0], 'agent', 'tool_permissions');
  const agent = write.agent({
    folder: project === undefined ? '' : projectFolderOf(project.file, markers),
    at: place,
    shell: defaultOf(permissions, 'terminal', place),
    mcp: defaultOf(permissions, null, place),
    read: byDefault('runs', place, permissionsPage),
    ...sandboxOf(user?.roots[0], place),
  });
  const { key } = agent;
  return [
    agent,
    builtInDenial(key, write, place),
    ...[project, user].flatMap((document): readonly Fact[] =>
      document === undefined
        ? []
        : [...privateRules(document, agent), ...servers(document, agent, knowledge)],
    ),
    ...builtInPrivate(agent),
    ...(project === undefined ? [] : projectInert(project, key, write)),
    ...(user === undefined
      ? []
      : [
          ...permissionRules({ document: user, permissions, agent: key, write, knowledge }),
          ...userInert(user, key, write),
          ...approvalHole(permissions, agent),
          ...sandboxFacts(user.roots[0], key, write),
        ]),
    ...adviceFacts(prose(documents), key, write),
  ];
};

function prose(documents: readonly Document[]): readonly Document[] {
  return documents.filter(({ file }) => /\.md$|(?:^|\/)\.rules$/.test(file));
}

function servers(
  document: DataDocument,
  agent: Agent,
  knowledge: Parameters<Collect>[1],
): readonly Fact[] {
  const config = { agent: agent.key, agentName: agent.name, collector: 'zed', document };
  return mcpFacts(
    { ...config, servers: at(document.roots[0], 'context_servers'), isRejected: () => false },
    knowledge,
  );
}

function privateRules(document: DataDocument, agent: Agent): readonly Fact[] {
  return items(at(document.roots[0], 'private_files')).flatMap((item, order) =>
    item.type === 'scalar' ? [privateRule(agent, item.text, order, item.at, false)] : [],
  );
}

function builtInPrivate(agent: Agent): readonly Fact[] {
  return privateFiles.map((text, index) => privateRule(agent, text, 1000 + index, agent.at, true));
}

function privateRule(
  agent: Agent,
  text: string,
  order: number,
  place: Agent['at'],
  implied: boolean,
): Fact {
  return write.rule({
    agent: agent.key,
    effect: 'deny',
    tool: 'read',
    pattern: { type: 'path', text, folder: agent.folder },
    order,
    at: place,
    name: `private_files: ${text}`,
    implied,
  });
}

/** One word that lets every tool run. */
function approvalHole(permissions: DataNode | undefined, agent: Agent): readonly Fact[] {
  return [
    ['agent.tool_permissions.default', at(permissions, 'default')] as const,
    [
      'agent.tool_permissions.tools.terminal.default',
      at(permissions, 'tools', 'terminal', 'default'),
    ] as const,
  ].flatMap(([name, said]) => {
    if (said?.type !== 'scalar' || said.text !== 'allow') return [];
    const what = {
      control: 'approval',
      because: 'what no pattern names runs without a question',
      remedy: `Set ${name} to confirm.`,
    } as const;
    return [write.weakness(agent.key, name, said.at, what)];
  });
}
