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
import type { Agent, EntityKey, Fact } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { Collect } from '../../model/plugin.ts';
import { baseName, isHome, type SourceRange } from '../../model/source.ts';
import { byDefault, written } from '../../model/value.ts';
import { firstLine } from '../../recognize/agent/advice-prose.ts';
import { type AgentWriter, agentWriter } from '../../recognize/agent/agent-facts.ts';
import { projectFolderOf } from '../../recognize/agent/agent-group.ts';
import { adviceFacts } from '../../recognize/agent/agent-prose.ts';
import { hookName, hookPower } from '../../recognize/agent/hook-script.ts';
import { mcpFacts } from '../../recognize/agent/mcp-servers.ts';
import { isOwn, markers } from './group.ts';
import { defaultHabits, listedHabits } from './habits.ts';
import { readRules, readTools } from './reading.ts';
import { bypassAt, permissionOf, toolRules } from './tools.ts';

const safetyPage = 'https://docs.mistral.ai/vibe/code/safety-approvals-permissions';

/** Facts about the Vibe that works in one folder. A configuration of the project takes the place of the user's. */
export const collect: Collect = (unit, knowledge) => {
  const own = unit.documents.filter((document) => isOwn(document.file) && !isHome(document.file));
  const first = own[0] ?? unit.documents[0];
  if (first === undefined) return [];
  const write = agentWriter('mistral-vibe');
  const config = configOf(own) ?? configOf(unit.documents);
  const root = config?.roots[0];
  const place = firstPlace(config ?? first);
  const isListed = at(root, 'tools', 'bash', 'allowlist') !== undefined;
  const folder = own[0] === undefined ? '' : projectFolderOf(own[0].file, markers);
  const bypass = bypassAt(root);
  const agent = write.agent({
    folder,
    at: place,
    shell: permissionOf(root, ['bash'], 'asks', place),
    mcp: bypass === null ? byDefault('asks', place, safetyPage) : written('runs', bypass),
    read: permissionOf(root, readTools, 'runs', place),
    habits: isListed ? listedHabits : defaultHabits,
    sandbox: byDefault('off', place, safetyPage),
    network: byDefault('open', place, safetyPage),
  });
  const { key } = agent;
  return [
    agent,
    ...(config === undefined ? [] : toolRules(config, key, write, knowledge)),
    ...readRules(root, folder, place, key, write),
    ...(config === undefined ? [] : inertFacts(config, key, write)),
    ...(config === undefined ? [] : serverFacts(config, agent, knowledge)),
    ...hookFacts(own, key, write),
    ...adviceFacts(
      unit.documents.filter(({ file }) => file.endsWith('.md')),
      key,
      write,
    ),
  ];
};

function configOf(documents: readonly Document[]): DataDocument | undefined {
  return documents.find(
    (document): document is DataDocument =>
      document.shape === 'data' && baseName(document.file) === 'config.toml',
  );
}

function firstPlace(document: Document): SourceRange {
  const found =
    document.shape === 'data'
      ? (entry(document.roots[0], 'tools') ?? entries(document.roots[0])[0])
      : undefined;
  return found?.keyAt ?? firstLine(document);
}

/** Words that are no permission, and lists that stand outside their tool. */
function inertFacts(document: DataDocument, agent: EntityKey, write: AgentWriter): readonly Fact[] {
  const [root] = document.roots;
  const bash = at(root, 'tools', 'bash', 'permission');
  const isMisspelt = bash?.type === 'scalar' && !/^(?:always|ask|never)$/i.test(bash.text);
  const words = isMisspelt
    ? [
        write.inert(agent, `permission ${bash.text.slice(0, 40)}`, bash.at, {
          because: 'Vibe knows the permissions always, ask and never only',
          remedy: 'Write always, ask or never.',
          looksProtective: !/allow|auto|yes|true/i.test(bash.text),
        }),
      ]
    : [];
  const lists = (['denylist', 'allowlist'] as const).flatMap((name) => {
    const found = entry(root, name) ?? entry(at(root, 'tools'), name);
    if (found === undefined) return [];
    return [
      write.inert(agent, name, found.keyAt, {
        because: `Vibe reads ${name} only in the table of a tool`,
        remedy: 'Move it into [tools.bash].',
        looksProtective: name === 'denylist',
      }),
    ];
  });
  return [...words, ...lists];
}

/** `[[mcp_servers]]`, each with its name. */
function serverFacts(document: DataDocument, agent: Agent, knowledge: Knowledge): readonly Fact[] {
  const list = at(document.roots[0], 'mcp_servers');
  if (list === undefined) return [];
  const named = items(list).flatMap((item): readonly DataEntry[] => {
    const name = at(item, 'name');
    if (name?.type !== 'scalar') return [];
    return [{ key: name.text, keyAt: name.at, labels: [], value: item }];
  });
  const servers: DataNode = { type: 'map', entries: named, at: list.at };
  const config = { document, servers, agent: agent.key, agentName: agent.name };
  return mcpFacts({ ...config, collector: 'mistral-vibe', isRejected: () => false }, knowledge);
}

/** Hooks before a tool. How strictly they hold is not read from the file, so they only count as asking. */
function hookFacts(
  documents: readonly Document[],
  agent: EntityKey,
  write: AgentWriter,
): readonly Fact[] {
  const files = documents.filter(
    (document): document is DataDocument =>
      document.shape === 'data' && baseName(document.file) === 'hooks.toml',
  );
  const scripts = documents.filter((document) => /\.vibe\/hooks\//.test(document.file));
  return files.flatMap((file) =>
    items(at(file.roots[0], 'hooks')).flatMap((hook) => {
      const command = at(hook, 'command');
      const event = at(hook, 'event') ?? at(hook, 'type');
      if (command?.type !== 'scalar' || event?.type !== 'scalar') return [];
      const power = hookPower(command.text, scripts);
      if (!/^(?:before_tool|pre_?tool(?:_?use)?)$/i.test(event.text) || !power.guards) return [];
      const name = `${event.text} hook ${hookName(command.text)}`;
      const strength = power.isUnseen ? 'advises' : 'asks';
      return write.guard(
        agent,
        { name: `${name} (lets pass when it fails)`, at: command.at, strength },
        `${name} judges commands before they run`,
      );
    }),
  );
}
