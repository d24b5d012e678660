import {
  at,
  type DataDocument,
  type DataEntry,
  type DataNode,
  type Document,
  entries,
  entry,
  items,
} from '../../model/document.ts';
import type { Agent, AgentRule, EntityKey, Fact } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { Collect } from '../../model/plugin.ts';
import { baseName, isHome } from '../../model/source.ts';
import { byDefault } from '../../model/value.ts';
import { firstLine } from '../../recognize/agent/advice-prose.ts';
import { type AgentWriter, agentWriter } from '../../recognize/agent/agent-facts.ts';
import { projectFolderOf } from '../../recognize/agent/agent-group.ts';
import { adviceFacts } from '../../recognize/agent/agent-prose.ts';
import { scalars } from '../../recognize/agent/mcp-entry.ts';
import { mcpFacts } from '../../recognize/agent/mcp-servers.ts';
import { claudeStyleHooks } from '../../recognize/agent/open-hooks.ts';
import { isOwn, markers } from './group.ts';
import { modeOf } from './mode.ts';

const modesPage = 'https://block.github.io/goose/docs/guides/goose-permissions';

/**
 * Matchers of hooks that are asked about commands or tools of servers. They are expressions for names such as `developer__shell`; a bare star is
 * none, and its hook never runs.
 * @see https://github.com/block/goose/blob/main/documentation/docs/guides/context-engineering/hooks.md (read 2026-11-21)
 */
const hooksOnCommands = /^$|shell|\.[*+]|^(?!developer__).*__/;

/** Facts about the Goose that works in one folder. What decides is the user's: without it, Goose runs everything. */
export const collect: Collect = (unit, knowledge) => {
  const own = unit.documents.filter((document) => isOwn(document.file));
  const first = own[0] ?? unit.documents[0];
  if (first === undefined) return [];
  const write = agentWriter('goose');
  const user = data(unit.documents, /^~\/\.config\/goose\/config\.yaml$/)[0];
  const mode = modeOf(user, firstLine(first));
  const agent = write.agent({
    folder: own[0] === undefined ? '' : projectFolderOf(own[0].file, markers),
    at: mode.verdict.state === 'set' ? mode.verdict.at : firstLine(first),
    shell: mode.verdict,
    mcp: mode.verdict,
    read: byDefault('runs', firstLine(first), modesPage),
    sandbox: byDefault('off', firstLine(first), modesPage),
    network: byDefault('open', firstLine(first), modesPage),
  });
  const { key } = agent;
  const prose = unit.documents.filter((document) =>
    /^(?:\.goosehints|AGENTS\.md)$/.test(baseName(document.file)),
  );
  const scripts = unit.documents.filter((document) => /\/hooks\//.test(document.file));
  return [
    agent,
    ...(mode.looksAtTools
      ? data(unit.documents, /^~\/.*\/permission\.yaml$/).flatMap((file) =>
          toolRules(file, key, write),
        )
      : []),
    ...inertFacts(unit.documents, key, write),
    ...data(unit.documents, /(?:^|\/)hooks\/hooks\.json$/).flatMap((file) =>
      claudeStyleHooks(file, { agent: key, write, scripts, covers: hooksOnCommands }),
    ),
    ...serverFacts(unit.documents, agent, knowledge),
    ...adviceFacts(prose, key, write),
  ];
};

function data(documents: readonly Document[], pattern: RegExp): readonly DataDocument[] {
  return documents.filter(
    (document): document is DataDocument =>
      document.shape === 'data' && pattern.test(document.file),
  );
}

const lists = [
  ['never_allow', 'deny'],
  ['ask_before', 'ask'],
  ['always_allow', 'allow'],
] as const;

/** Tools by name: `developer__shell`, `<extension>__<tool>`. In the automatic mode nobody looks at them. */
function toolRules(
  document: DataDocument,
  agent: EntityKey,
  write: AgentWriter,
): readonly AgentRule[] {
  return lists.flatMap(([list, effect], rank) =>
    scalars(at(document.roots[0], 'user', list)).map((item, index) =>
      write.rule({
        agent,
        effect,
        ...toolOf(item.text),
        order: rank * 100_000 + index,
        at: item.at,
        name: `${item.text} in ${list}`,
      }),
    ),
  );
}

function toolOf(name: string): Pick<AgentRule, 'tool' | 'pattern'> {
  if (/^(?:developer__)?shell$/.test(name)) return { tool: 'shell', pattern: { type: 'any' } };
  if (/^(?:developer__)?(?:text_editor|write|edit)$/.test(name)) {
    return { tool: 'write', pattern: { type: 'any' } };
  }
  return { tool: 'mcp', pattern: { type: 'exact', text: name.replace('__', ':') } };
}

function inertFacts(
  documents: readonly Document[],
  agent: EntityKey,
  write: AgentWriter,
): readonly Fact[] {
  const ignored = documents
    .filter((document) => baseName(document.file) === '.gooseignore')
    .map((document) =>
      write.inert(agent, '.gooseignore', firstLine(document), {
        because: 'Goose no longer reads .gooseignore',
        remedy: 'Delete it, and keep secrets out of the folder that Goose works in.',
        looksProtective: true,
      }),
    );
  const misplaced = data(documents, /(?:^|\/)\.goose\/(?:config|permission)\.yaml$/).flatMap(
    (file) =>
      (['GOOSE_MODE', 'user'] as const).flatMap((name) => {
        const found = entry(file.roots[0], name);
        if (found === undefined) return [];
        const isLoose = found.value.type === 'scalar' && found.value.text === 'auto';
        return [
          write.inert(agent, name, found.keyAt, {
            because: `Goose reads ${name} only from the user's configuration`,
            remedy: 'Remove it here, and set it in ~/.config/goose.',
            looksProtective: !isLoose,
          }),
        ];
      }),
  );
  return [...ignored, ...misplaced];
}

/** Extensions of the user, of recipes, and servers of plugins. */
function serverFacts(
  documents: readonly Document[],
  agent: Agent,
  knowledge: Knowledge,
): readonly Fact[] {
  const config = { agent: agent.key, agentName: agent.name, collector: 'goose' };
  const facts = (document: DataDocument, servers: DataNode | undefined): readonly Fact[] =>
    mcpFacts({ ...config, document, servers, isRejected: () => false }, knowledge);
  return [
    ...data(documents, /\/\.mcp\.json$/).flatMap((file) =>
      facts(file, at(file.roots[0], 'mcpServers')),
    ),
    ...data(documents, /\.ya?ml$/)
      .filter((file) => isHome(file.file) || !/\/(?:config|permission)\.yaml$/.test(file.file))
      .flatMap((file) => facts(file, extensions(at(file.roots[0], 'extensions')))),
  ];
}

/** A map, or in recipes a list of entries with a name; what is built in is no server. */
function extensions(node: DataNode | undefined): DataNode | undefined {
  if (node === undefined) return undefined;
  const found: readonly DataEntry[] =
    node.type === 'list'
      ? items(node).flatMap((item) => {
          const name = at(item, 'name');
          if (name?.type !== 'scalar') return [];
          return [{ key: name.text, keyAt: name.at, labels: [], value: item }];
        })
      : entries(node);
  const started = found.filter(({ value }) => {
    const type = at(value, 'type');
    return type?.type !== 'scalar' || !/^(?:builtin|platform|frontend)$/.test(type.text);
  });
  return { type: 'map', entries: started, at: node.at };
}
