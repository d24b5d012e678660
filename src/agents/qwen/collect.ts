import { type Document, entries } from '../../model/document.ts';
import type { Agent, EntityKey, Fact } from '../../model/fact.ts';
import type { Collect } from '../../model/plugin.ts';
import { baseName, type SourceRange } from '../../model/source.ts';
import { byDefault, unknown, written } from '../../model/value.ts';
import { firstLine } from '../../recognize/agent/advice-prose.ts';
import { agentKey } from '../../recognize/agent/agent-facts.ts';
import { isHome } from '../../recognize/agent/agent-group.ts';
import { adviceFacts, ignoreRules } from '../../recognize/agent/agent-prose.ts';
import { sandboxEngine } from '../../recognize/agent/sandbox-engine.ts';
import { everywhere, type Layer, plain, setting } from '../../recognize/agent/setting-layers.ts';
import { settingsFiles } from '../../recognize/agent/settings-files.ts';
import { variableFacts } from './environment.ts';
import { isOwn, projectFolder } from './group.ts';
import { habits } from './habits.ts';
import { hookFacts } from './hooks.ts';
import { serverFacts } from './mcp.ts';
import { modeOf } from './mode.ts';
import { permissionFacts } from './permissions.ts';
import { write } from './writer.ts';

const docs = 'https://github.com/QwenLM/qwen-code/blob/main/docs/users';

/** Facts about the Qwen Code that works in one folder. */
export const collect: Collect = (unit, knowledge) => {
  const own = unit.documents.filter((document) => isOwn(document.file) || isHome(document.file));
  const [first] = [...own].sort((a, b) => Number(isHome(a.file)) - Number(isHome(b.file)));
  if (first === undefined) return [];
  const folder = isHome(first.file) ? '' : projectFolder(first.file);
  const agent = agentKey('qwen', folder);
  const layers = settingsFiles(unit.documents);
  const place = telling(layers, first);
  const mode = modeOf(layers, agent, place);
  return [
    write.agent({
      folder,
      at: place,
      shell: mode.shell,
      mcp: mode.mcp,
      read: byDefault('runs', place, `${docs}/features/approval-mode.md`),
      habits,
      ...confinementOf(layers, place),
      transcriptDays: transcriptDays(layers, place),
    }),
    ...mode.facts,
    ...permissionFacts(layers, { agent, folder, mode, knowledge }),
    ...serverFacts(layers, agent, knowledge),
    ...hookFacts(layers, unit.documents.filter(isScript), agent),
    ...recordingFacts(layers, agent),
    ...variableFacts(layers, agent, knowledge),
    ...ignoredSettings(layers, agent),
    ...ignored(unit.documents, layers, agent),
    ...adviceFacts(unit.documents.filter(isProse), agent, write),
  ];
};

function isScript(document: Document): boolean {
  return /(?:^|\/)\.qwen\/hooks\//.test(document.file);
}

function isProse(document: Document): boolean {
  return /^(?:QWEN|AGENTS)\.md$/.test(baseName(document.file));
}

/** Where a reader should look first: the mode, else the rules, else the first setting. */
function telling(layers: readonly Layer[], first: Document): SourceRange {
  const mode = setting(layers, 'tools', 'approvalMode');
  if (mode !== undefined) return mode.node.at;
  const rules = setting(layers, 'permissions');
  const start = entries(rules?.node)[0] ?? entries(layers[0]?.root)[0];
  return start?.keyAt ?? firstLine(first);
}

/**
 * The sandbox around the whole program; its profile, which is set on the machine, decides about the network.
 * @see https://github.com/QwenLM/qwen-code/blob/main/docs/users/features/sandbox.md (read 2026-11-21)
 */
function confinementOf(
  layers: readonly Layer[],
  place: SourceRange,
): Pick<Agent, 'sandbox' | 'network'> {
  const page = `${docs}/features/sandbox.md`;
  const sandbox = sandboxEngine(layers, place, page);
  if (sandbox.state === 'unknown') return { sandbox, network: unknown(sandbox.why, sandbox.at) };
  if (sandbox.value === 'on') return { sandbox, network: unknown('external', sandbox.at) };
  return { sandbox, network: byDefault('open', sandbox.at, page) };
}

/**
 * Chats are saved unless that is switched off; how long they stay nobody says.
 * @see https://github.com/QwenLM/qwen-code/blob/main/docs/users/configuration/settings.md (read 2026-11-21)
 */
function transcriptDays(layers: readonly Layer[], place: SourceRange): Agent['transcriptDays'] {
  const off = recordingOff(layers);
  return off === undefined ? unknown('external', place) : written(0, off);
}

function recordingOff(layers: readonly Layer[]): SourceRange | undefined {
  const found = setting(layers, 'general', 'chatRecording');
  return plain(found) === false ? found?.node.at : undefined;
}

function recordingFacts(layers: readonly Layer[], agent: EntityKey): readonly Fact[] {
  const off = recordingOff(layers);
  if (off === undefined) return [];
  return [
    write.weakness(agent, 'general.chatRecording', off, {
      control: 'log',
      because: 'nothing that the agent did is kept',
      remedy: 'Set it to true.',
    }),
  ];
}

/**
 * Settings that count only in the user's file.
 * @see https://github.com/QwenLM/qwen-code/blob/main/docs/users/features/hooks.md (read 2026-11-21)
 */
function ignoredSettings(layers: readonly Layer[], agent: EntityKey): readonly Fact[] {
  return everywhere(layers, 'security', 'allowPrivateNetworkHooks').flatMap(({ node, layer }) => {
    if (layer.isHome || node.type !== 'scalar' || node.value !== true) return [];
    return [
      write.inert(agent, 'security.allowPrivateNetworkHooks', node.at, {
        because: 'Qwen Code reads it only from the settings of the user',
        remedy: 'Remove it.',
        looksProtective: false,
      }),
    ];
  });
}

/**
 * Files that the file tools leave out.
 * @see https://github.com/QwenLM/qwen-code/blob/main/docs/users/configuration/qwen-ignore.md (read 2026-11-21)
 */
function ignored(
  documents: readonly Document[],
  layers: readonly Layer[],
  agent: EntityKey,
): readonly Fact[] {
  const files = documents.filter((document) => baseName(document.file) === '.qwenignore');
  const respect = setting(layers, 'context', 'fileFiltering', 'respectQwenIgnore');
  if (respect === undefined || plain(respect) !== false) {
    return files.flatMap((document) => ignoreRules(document, agent, write));
  }
  return files.map((document) =>
    write.inert(agent, document.file, firstLine(document), {
      because: 'context.fileFiltering.respectQwenIgnore is false',
      remedy: 'Remove that setting.',
      looksProtective: true,
    }),
  );
}
