import {
  at,
  type DataDocument,
  type Document,
  entries,
  entry,
  items,
} from '../../model/document.ts';
import type { Agent, EntityKey, Fact } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { Collect } from '../../model/plugin.ts';
import { baseName, isHome, type SourceRange } from '../../model/source.ts';
import { byDefault, unknown, written } from '../../model/value.ts';
import { firstLine } from '../../recognize/agent/advice-prose.ts';
import { type AgentWriter, agentWriter } from '../../recognize/agent/agent-facts.ts';
import { projectFolderOf } from '../../recognize/agent/agent-group.ts';
import { adviceFacts, ignoreRules } from '../../recognize/agent/agent-prose.ts';
import { mcpFacts } from '../../recognize/agent/mcp-servers.ts';
import { maskSecrets } from '../../recognize/credential/inline-secrets.ts';
import { isOwn, markers } from './group.ts';
import { hookFacts } from './hooks.ts';
import { parseRule } from './rules.ts';

const permissionsPage = 'https://docs.devin.ai/cli/reference/permissions';
const effects = ['deny', 'ask', 'allow'] as const;

/** Facts about the Devin that works in one folder, and about Windsurf's Cascade where files of its own are there. */
export const collect: Collect = (unit, knowledge) => {
  const own = unit.documents.filter((document) => isOwn(document.file));
  const first = own[0] ?? unit.documents[0];
  if (first === undefined) return [];
  const folder = own[0] === undefined ? '' : projectFolderOf(own[0].file, markers);
  return [
    ...devinFacts(unit.documents, folder, knowledge),
    ...windsurfFacts(unit.documents, folder, knowledge),
  ];
};

function named(documents: readonly Document[], pattern: RegExp): readonly Document[] {
  return documents.filter((document) => pattern.test(document.file));
}

function data(documents: readonly Document[], pattern: RegExp): readonly DataDocument[] {
  return named(documents, pattern).filter(
    (document): document is DataDocument => document.shape === 'data',
  );
}

function devinFacts(
  documents: readonly Document[],
  folder: string,
  knowledge: Knowledge,
): readonly Fact[] {
  const files = data(documents, /(?:^|\/)\.?(?:devin|cognition)\/config(?:\.local)?\.json$/);
  const servers = data(documents, /(?:^|\/)\.?devin\/mcp_config\.json$/);
  const hooks = data(documents, /(?:^|\/)\.devin\/hooks(?:\.v1)?\.json$/);
  const prose = named(documents, /(?:^|\/)(?:\.devin\/rules\/.*|AGENTS)\.md$/);
  const first = files[0] ?? servers[0] ?? hooks[0] ?? named(documents, /(?:^|\/)\.devin\//)[0];
  if (first === undefined) return [];
  const write = agentWriter('devin');
  const place = firstPlace(first);
  const agent = write.agent({
    folder,
    at: place,
    // Its normal mode; the others are chosen for a session.
    shell: byDefault('asks', place, permissionsPage),
    mcp: byDefault('asks', place, permissionsPage),
    read: byDefault('runs', place, permissionsPage),
    ...networkOf(files, place),
  });
  const { key } = agent;
  return [
    agent,
    ...files.flatMap((file) => permissionFacts(file, key, folder, write, knowledge)),
    ...files.flatMap((file) => sandboxFacts(file, key, write)),
    ...[...files, ...servers].flatMap((file) => serverFacts(file, agent, knowledge)),
    ...[...hooks, ...files].flatMap((file) =>
      hookFacts(
        at(file.roots[0], 'hooks'),
        named(documents, /\.devin\/hooks\//),
        key,
        write,
        false,
      ),
    ),
    ...ignores(documents, key, write),
    ...adviceFacts(prose, key, write),
  ];
}

/** Cascade keeps its lists and its level of autonomy in the editor. */
function windsurfFacts(
  documents: readonly Document[],
  folder: string,
  knowledge: Knowledge,
): readonly Fact[] {
  const own = named(documents, /(?:^|\/)(?:\.windsurf\/|\.windsurfrules$)|\.codeium\/windsurf\//);
  const [first] = own;
  if (first === undefined) return [];
  const write = agentWriter('windsurf', 'devin');
  const agent = write.agent({ folder, at: firstPlace(first) });
  const prose = named(
    documents,
    /(?:^|\/)(?:\.windsurf\/rules\/.*\.md|\.windsurfrules|AGENTS\.md)$/,
  );
  return [
    agent,
    ...data(documents, /\.codeium\/windsurf\/mcp_config\.json$/).flatMap((file) =>
      serverFacts(file, agent, knowledge),
    ),
    ...data(documents, /(?:^|\/)\.windsurf\/hooks\.json$/).flatMap((file) =>
      hookFacts(
        at(file.roots[0], 'hooks'),
        named(documents, /\.windsurf\/hooks\//),
        agent.key,
        write,
        true,
      ),
    ),
    ...ignores(documents, agent.key, write),
    ...adviceFacts(prose, agent.key, agentWriter('windsurf', 'devin')),
  ];
}

function firstPlace(document: Document): SourceRange {
  const found =
    document.shape === 'data'
      ? (entry(document.roots[0], 'permissions') ?? entries(document.roots[0])[0])
      : undefined;
  return found?.keyAt ?? firstLine(document);
}

function ignores(
  documents: readonly Document[],
  agent: EntityKey,
  write: AgentWriter,
): readonly Fact[] {
  return documents
    .filter((document) => /^\.(?:devin|codeium|windsurf)ignore$/.test(baseName(document.file)))
    .flatMap((document) => ignoreRules(document, agent, write));
}

/** Lists of all files are merged; the order is deny, ask, allow. */
function permissionFacts(
  document: DataDocument,
  agent: EntityKey,
  folder: string,
  write: AgentWriter,
  knowledge: Knowledge,
): readonly Fact[] {
  return effects.flatMap((effect, rank) =>
    items(at(document.roots[0], 'permissions', effect)).flatMap((item, index): readonly Fact[] => {
      if (item.type !== 'scalar' || typeof item.value !== 'string') return [];
      const masked = maskSecrets(item, document, 'devin', knowledge);
      const name = masked.text;
      const parsed = parseRule(name, folder);
      const order = rank * 100_000 + index;
      if (parsed !== null) {
        const rule = write.rule({ agent, effect, ...parsed, order, at: item.at, name });
        return [...masked.facts, rule];
      }
      // A dead allow rule costs a question and misleads nobody.
      if (effect === 'allow') return masked.facts;
      const what = {
        because: 'Devin has no such rule',
        remedy: 'Write Exec(…), Read(…), Write(…), Fetch(…) or mcp__server__tool.',
        looksProtective: true,
      };
      return [
        ...masked.facts,
        write.inert(agent, `${name.slice(0, 160)} in ${effect}`, item.at, what),
      ];
    }),
  );
}

/** `sandbox` counts in the user's file, and there only for sessions that are started in the sandbox. */
function sandboxFacts(
  document: DataDocument,
  agent: EntityKey,
  write: AgentWriter,
): readonly Fact[] {
  const sandbox = entry(document.roots[0], 'sandbox');
  if (sandbox === undefined) return [];
  if (!isHome(document.file)) {
    const what = {
      because: "Devin reads sandbox only from the user's configuration",
      remedy: 'Remove it here, and set it in ~/.config/devin/config.json.',
      looksProtective: true,
    };
    return [write.inert(agent, 'sandbox', sandbox.keyAt, what)];
  }
  const lists = [
    ['denied_domains', 'deny'],
    ['allowed_domains', 'allow'],
  ] as const;
  return lists.flatMap(([key, effect]) =>
    items(at(sandbox.value, key)).flatMap((item, order): readonly Fact[] => {
      const parsed = item.type === 'scalar' ? parseRule(`Fetch(${item.text})`, '') : null;
      if (item.type !== 'scalar' || parsed === null) return [];
      return [
        write.rule({ agent, effect, ...parsed, order, at: item.at, name: `${key}: ${item.text}` }),
      ];
    }),
  );
}

function networkOf(files: readonly DataDocument[], place: SourceRange): Pick<Agent, 'network'> {
  const domains = files
    .filter((file) => isHome(file.file))
    .map((file) => at(file.roots[0], 'sandbox', 'allowed_domains'))
    .find((node) => node?.type === 'list');
  return {
    network: domains === undefined ? unknown('external', place) : written('allowlist', domains.at),
  };
}

function serverFacts(document: DataDocument, agent: Agent, knowledge: Knowledge): readonly Fact[] {
  const servers = at(document.roots[0], 'mcpServers');
  const config = { document, servers, agent: agent.key, agentName: agent.name };
  return mcpFacts({ ...config, collector: 'devin', isRejected: () => false }, knowledge);
}
