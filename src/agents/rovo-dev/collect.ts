import {
  at,
  type DataDocument,
  type Document,
  entries,
  entry,
  items,
} from '../../model/document.ts';
import type { EntityKey, Fact } from '../../model/fact.ts';
import type { Collect } from '../../model/plugin.ts';
import { isHome, type SourceRange } from '../../model/source.ts';
import { firstLine } from '../../recognize/agent/advice-prose.ts';
import { type AgentWriter, agentWriter } from '../../recognize/agent/agent-facts.ts';
import { projectFolderOf } from '../../recognize/agent/agent-group.ts';
import { adviceFacts } from '../../recognize/agent/agent-prose.ts';
import { mcpFacts } from '../../recognize/agent/mcp-servers.ts';
import { isOwn, markers } from './group.ts';
import { fallbackOf, readOf, ruleFacts } from './permissions.ts';

/** Facts about the Rovo Dev that works in one folder. */
export const collect: Collect = (unit, knowledge) => {
  const own = unit.documents.filter((document) => isOwn(document.file) && !isHome(document.file));
  const first = own[0] ?? unit.documents[0];
  if (first === undefined) return [];
  const write = agentWriter('rovo-dev');
  const data = unit.documents.filter(
    (document): document is DataDocument => document.shape === 'data',
  );
  const configs = data
    .filter((document) => document.file.endsWith('config.yml'))
    .sort((a, b) => Number(isHome(a.file)) - Number(isHome(b.file)));
  const place = firstPlace(first);
  const agent = write.agent({
    folder: own[0] === undefined ? '' : projectFolderOf(own[0].file, markers),
    at: place,
    ruleOrder: 'strictest',
    shell: fallbackOf(configs, [['bash', 'default'], ['default']], place),
    mcp: fallbackOf(configs, [['default']], place),
    read: readOf(configs, place),
  });
  const { key } = agent;
  return [
    agent,
    ...configs.flatMap((document) => ruleFacts(document, key, write, knowledge)),
    ...configs.flatMap((document) => misspelt(document, key, write)),
    ...data
      .filter((document) => document.file.endsWith('mcp.json'))
      .flatMap((document) =>
        mcpFacts(
          {
            document,
            servers: at(document.roots[0], 'mcpServers'),
            agent: key,
            agentName: agent.name,
            collector: 'rovo-dev',
            isRejected: () => false,
          },
          knowledge,
        ),
      ),
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
      ? (entry(document.roots[0], 'toolPermissions') ?? entries(document.roots[0])[0])
      : undefined;
  return found?.keyAt ?? firstLine(document);
}

/** Words that are no permission, and keys that other agents use. */
function misspelt(document: DataDocument, agent: EntityKey, write: AgentWriter): readonly Fact[] {
  const [root] = document.roots;
  const permissions = at(root, 'toolPermissions');
  const bash = at(permissions, 'bash');
  const values = [
    entry(permissions, 'default'),
    entry(bash, 'default'),
    ...items(at(bash, 'commands')).map((node) => entry(node, 'permission')),
  ].flatMap((found) => {
    const value = found?.value;
    if (value?.type !== 'scalar' || /^(?:allow|ask|deny)$/.test(value.text)) return [];
    const what = {
      because: 'Rovo Dev knows the permissions allow, ask and deny only',
      remedy: 'Write allow, ask or deny.',
      looksProtective: !/allow|always|auto|yes|true/i.test(value.text),
    };
    return [write.inert(agent, `permission ${value.text.slice(0, 40)}`, value.at, what)];
  });
  const keys = (['permissions', 'permission'] as const).flatMap((name) => {
    const found = entry(root, name);
    if (found === undefined) return [];
    return [
      write.inert(agent, name, found.keyAt, {
        because: 'Rovo Dev reads permissions only from toolPermissions',
        remedy: 'Move it into toolPermissions.',
        looksProtective: true,
      }),
    ];
  });
  return [...values, ...keys];
}
