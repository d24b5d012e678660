import { at, type DataDocument, type Document, entries, entry } from '../../model/document.ts';
import type { Agent, EntityKey, Fact } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { Collect } from '../../model/plugin.ts';
import { baseName, isHome } from '../../model/source.ts';
import { firstLine } from '../../recognize/agent/advice-prose.ts';
import { type AgentWriter, agentWriter } from '../../recognize/agent/agent-facts.ts';
import { projectFolderOf } from '../../recognize/agent/agent-group.ts';
import { adviceFacts } from '../../recognize/agent/agent-prose.ts';
import { mcpFacts } from '../../recognize/agent/mcp-servers.ts';
import { isOwn, markers } from './group.ts';
import { listRules, permissionOf, profileIn, weaknesses } from './profile.ts';

/** Facts about the Warp agent that works in one folder. No file of a repository sets its permissions. */
export const collect: Collect = (unit, knowledge) => {
  const own = unit.documents.filter((document) => isOwn(document.file) && !isHome(document.file));
  const first = own[0] ?? unit.documents[0];
  if (first === undefined) return [];
  const write = agentWriter('warp');
  const user = unit.documents.find(
    (document): document is DataDocument => document.shape === 'data' && isHome(document.file),
  );
  const profile = user === undefined ? undefined : profileIn(user);
  const place = firstLine(first);
  const agent = write.agent({
    folder: own[0] === undefined ? '' : projectFolderOf(own[0].file, markers),
    at: place,
    shell: permissionOf(profile, 'execute_commands', place),
    mcp: permissionOf(profile, 'mcp_permissions', place),
    read: permissionOf(profile, 'read_files', place),
  });
  const { key } = agent;
  const prose = unit.documents.filter((document) =>
    /^(?:WARP|AGENTS)\.md$/.test(baseName(document.file)),
  );
  return [
    agent,
    ...(user === undefined ? [] : listRules(user, profile, key, write, knowledge)),
    ...weaknesses(profile, key, write),
    ...own.flatMap((document) => misplaced(document, key, write)),
    ...own.flatMap((document) => serverFacts(document, agent, knowledge)),
    ...adviceFacts(prose, key, write),
  ];
};

function misplaced(document: Document, agent: EntityKey, write: AgentWriter): readonly Fact[] {
  if (baseName(document.file) !== 'settings.toml' || document.shape !== 'data') return [];
  const found = entry(document.roots[0], 'agents');
  if (found === undefined) return [];
  const settings = entries(at(found.value, 'execution_profiles')).flatMap(({ value }) =>
    entries(value),
  );
  const isLoose = settings.some(
    ({ value }) => value.type === 'scalar' && value.text === 'always_allow',
  );
  return [
    write.inert(agent, 'agents in .warp/settings.toml', found.keyAt, {
      because: "Warp reads the permissions of agents only from the user's settings",
      remedy: 'Remove it here, and set it in the settings of Warp.',
      looksProtective: !isLoose,
    }),
  ];
}

/** `mcpServers`, or the servers at the top. */
function serverFacts(document: Document, agent: Agent, knowledge: Knowledge): readonly Fact[] {
  if (baseName(document.file) !== '.mcp.json' || document.shape !== 'data') return [];
  const [root] = document.roots;
  const servers = at(root, 'mcpServers') ?? (entries(root).length > 0 ? root : undefined);
  const config = { document, servers, agent: agent.key, agentName: agent.name };
  return mcpFacts({ ...config, collector: 'warp', isRejected: () => false }, knowledge);
}
