import {
  at,
  type DataDocument,
  type DataEntry,
  type DataNode,
  type Document,
  entry,
  items,
} from '../../model/document.ts';
import type { Agent, EntityKey, Fact, Verdict } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { Collect } from '../../model/plugin.ts';
import { baseName, isHome, type SourceRange } from '../../model/source.ts';
import { byDefault, unknown, type Value, written } from '../../model/value.ts';
import { firstLine } from '../../recognize/agent/advice-prose.ts';
import { type AgentWriter, agentWriter } from '../../recognize/agent/agent-facts.ts';
import { projectFolderOf } from '../../recognize/agent/agent-group.ts';
import { adviceFacts } from '../../recognize/agent/agent-prose.ts';
import { mcpFacts } from '../../recognize/agent/mcp-servers.ts';
import { isOwn, markers } from './group.ts';
import { sandboxOf, weaknesses } from './sandbox.ts';

const configPage = 'https://docs.all-hands.dev/usage/configuration-options';

/** Facts about the OpenHands that works in one folder. It runs commands unasked unless its confirmation mode is on. */
export const collect: Collect = (unit, knowledge) => {
  const configs = unit.documents.filter(isConfig);
  const others = unit.documents.filter(
    (document) => isOwn(document.file) && baseName(document.file) !== 'config.toml',
  );
  const config = configs.find((document) => !isHome(document.file)) ?? configs[0];
  const first = config ?? others[0];
  if (first === undefined) return [];
  const write = agentWriter('openhands');
  const place = firstPlace(first);
  const root = config?.roots[0];
  const agent = write.agent({
    folder: isHome(first.file) ? '' : projectFolderOf(first.file, markers),
    at: place,
    ...approvalOf(root, place),
    read: byDefault('runs', place, configPage),
    ...sandboxOf(root, place),
  });
  const { key } = agent;
  const prose = unit.documents.filter((document) =>
    /\.md$|\.openhands_instructions$/.test(document.file),
  );
  return [
    agent,
    ...weaknesses(root, key, write),
    ...(config === undefined ? [] : inertFacts(config, key, write)),
    ...(config === undefined ? [] : serverFacts(config, agent, knowledge)),
    ...adviceFacts(prose, key, write),
  ];
};

/** Other programs have a `config.toml`; a table and a key of OpenHands's must stand in this one. */
function isConfig(document: Document): document is DataDocument {
  if (document.shape !== 'data' || baseName(document.file) !== 'config.toml') return false;
  const [root] = document.roots;
  const keys = [
    at(root, 'security', 'confirmation_mode'),
    at(root, 'security', 'security_analyzer'),
    ...['use_host_network', 'docker_runtime_kwargs', 'base_container_image'].map((key) =>
      at(root, 'sandbox', key),
    ),
    at(root, 'sandbox', 'runtime_container_image'),
    at(root, 'core', 'workspace_base'),
    at(root, 'core', 'workspace_mount_path'),
  ];
  const runs = at(root, 'core', 'runtime') ?? at(root, 'sandbox', 'volumes');
  return (
    keys.some((key) => key !== undefined) || (runs !== undefined && at(root, 'core') !== undefined)
  );
}

function firstPlace(document: Document): SourceRange {
  const found =
    document.shape === 'data'
      ? (entry(document.roots[0], 'security') ?? entry(document.roots[0], 'sandbox'))
      : undefined;
  return found?.keyAt ?? firstLine(document);
}

/**
 * Without `confirmation_mode` nobody is asked; with it and an analyzer only what the analyzer finds risky is asked about.
 * @see https://docs.all-hands.dev/usage/configuration-options
 */
function approvalOf(root: DataNode | undefined, place: SourceRange): Pick<Agent, 'shell' | 'mcp'> {
  const mode = at(root, 'security', 'confirmation_mode');
  if (mode === undefined) {
    const runs = byDefault<Verdict>('runs', place, configPage);
    return { shell: runs, mcp: runs };
  }
  if (mode.type !== 'scalar' || typeof mode.value !== 'boolean') {
    const hidden = unknown<Verdict>('interpolated', mode.at);
    return { shell: hidden, mcp: hidden };
  }
  if (!mode.value) return { shell: written('runs', mode.at), mcp: written('runs', mode.at) };
  const analyzer = at(root, 'security', 'security_analyzer');
  const isJudged = analyzer?.type === 'scalar' && analyzer.text !== '';
  const asked: Value<Verdict> = isJudged
    ? unknown('external', analyzer.at)
    : written('asks', mode.at);
  return { shell: asked, mcp: asked };
}

/** Keys of `[security]` at the top or in `[core]`. */
function inertFacts(document: DataDocument, agent: EntityKey, write: AgentWriter): readonly Fact[] {
  const [root] = document.roots;
  return [root, at(root, 'core'), at(root, 'agent'), at(root, 'sandbox')].flatMap((table) => {
    const found = entry(table, 'confirmation_mode');
    if (found === undefined) return [];
    const isOn = found.value.type === 'scalar' && found.value.value === true;
    return [
      write.inert(agent, 'confirmation_mode', found.keyAt, {
        because: 'OpenHands reads confirmation_mode only in the table security',
        remedy: 'Move it into [security].',
        looksProtective: isOn,
      }),
    ];
  });
}

/** `[mcp]` keeps lists of servers by how they are reached. */
function serverFacts(document: DataDocument, agent: Agent, knowledge: Knowledge): readonly Fact[] {
  const config = { document, agent: agent.key, agentName: agent.name, collector: 'openhands' };
  return ['stdio_servers', 'sse_servers', 'shttp_servers'].flatMap((list) => {
    const node = at(document.roots[0], 'mcp', list);
    if (node === undefined) return [];
    const entries = items(node).flatMap((item, index): readonly DataEntry[] => {
      const named = at(item, 'name');
      const base = { labels: [], keyAt: named?.at ?? item.at };
      if (item.type === 'scalar') {
        const url = { ...base, key: 'url', value: item };
        const value = { type: 'map', entries: [url], at: item.at } as const;
        return [{ ...base, key: `${list}-${index + 1}`, value }];
      }
      const key = named?.type === 'scalar' ? named.text : `${list}-${index + 1}`;
      return [{ ...base, key, value: item }];
    });
    const servers: DataNode = { type: 'map', entries, at: node.at };
    return mcpFacts({ ...config, servers, isRejected: () => false }, knowledge);
  });
}
