import type { Document } from '../../model/document.ts';
import type { Fact } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import { noHabits } from '../../model/permission.ts';
import type { SourceRange } from '../../model/source.ts';
import { byDefault } from '../../model/value.ts';
import { firstLine } from '../../recognize/agent/advice-prose.ts';
import { agentWriter } from '../../recognize/agent/agent-facts.ts';
import { isHome } from '../../recognize/agent/agent-group.ts';
import { adviceFacts } from '../../recognize/agent/agent-prose.ts';
import { builtInHabits } from './default-rules.ts';
import { hookFacts } from './hooks.ts';
import { inertFacts } from './inert.ts';
import { type Layer, layersOf, plainOf, settingOf, speaksOfAgent } from './layers.ts';
import { customAgentServers, editorServers } from './mcp.ts';
import { modeFacts, modeOf } from './mode.ts';
import { editFacts, eligibilityFacts, urlFacts } from './other-rules.ts';
import { sandboxFacts, sandboxOf } from './sandbox.ts';
import { terminalFacts } from './terminal-rules.ts';

const trust = 'https://code.visualstudio.com/docs/agents/concepts/trust-and-safety';
const write = agentWriter('copilot');
const own =
  /(?:^|\/)\.vscode\/mcp\.json$|(?:^|\/)\.github\/(?:hooks\/|agents\/|copilot-instructions\.md$|instructions\/)/;

/** Copilot in VS Code; nothing where no file speaks of it. */
export function editorFacts(
  documents: readonly Document[],
  prose: readonly Document[],
  folder: string,
  knowledge: Knowledge,
): readonly Fact[] {
  const layers = layersOf(documents).filter(speaksOfAgent);
  const first =
    layers[0]?.document ?? documents.find(({ file }) => own.test(file) && !isHome(file));
  if (first === undefined) return [];
  const place = tellingPlace(layers) ?? firstLine(first);
  const { sandbox, network } = sandboxOf(layers, place);
  const { shell, mcp, skipsLists } = modeOf(layers, sandbox, place);
  const isOff = plainOf(settingOf(layers, 'chat.tools.terminal.enableAutoApprove')) === false;
  const agent = write.agent({
    folder,
    at: place,
    shell,
    mcp,
    read: byDefault('runs', place, trust),
    sandbox,
    network,
    habits: isOff || skipsLists ? noHabits : builtInHabits,
  });
  const owner = { agent: agent.key, place, write, knowledge };
  const lists = skipsLists
    ? []
    : [...terminalFacts(layers, owner), ...editFacts(layers, owner), ...urlFacts(layers, owner)];
  return [
    agent,
    ...lists,
    ...eligibilityFacts(layers, owner),
    ...modeFacts(layers, owner),
    ...sandboxFacts(layers, sandbox, owner),
    ...inertFacts(layers, owner),
    ...editorServers(documents, agent, write, knowledge),
    ...customAgentServers(documents, agent, knowledge),
    ...hookFacts(documents, agent.key, write),
    ...adviceFacts(prose, agent.key, write),
  ];
}

/** Where a reader should look first. */
function tellingPlace(layers: readonly Layer[]): SourceRange | undefined {
  for (const key of [
    'chat.permissions.default',
    'chat.tools.terminal.autoApprove',
    'chat.agent.sandbox.enabled',
  ]) {
    const setting = settingOf(layers, key);
    if (setting !== undefined) return setting.keyAt;
  }
  return layers[0]?.settings.entries.find(({ key }) => key.startsWith('chat.'))?.keyAt;
}
