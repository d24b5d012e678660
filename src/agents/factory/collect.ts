import { at, type DataDocument, type Document, entries, entry } from '../../model/document.ts';
import type { EntityKey, Fact } from '../../model/fact.ts';
import { type CommandHabits, noHabits } from '../../model/permission.ts';
import type { Collect } from '../../model/plugin.ts';
import { baseName, type SourceRange } from '../../model/source.ts';
import { byDefault } from '../../model/value.ts';
import { firstLine } from '../../recognize/agent/advice-prose.ts';
import { agentKey, agentWriter } from '../../recognize/agent/agent-facts.ts';
import { isHome, projectFolderOf } from '../../recognize/agent/agent-group.ts';
import { adviceFacts } from '../../recognize/agent/agent-prose.ts';
import { mcpFacts } from '../../recognize/agent/mcp-servers.ts';
import { autonomyOf, unknownLevels } from './autonomy.ts';
import { commandLists } from './command-lists.ts';
import { hookFacts } from './hooks.ts';
import { sandboxFacts, sandboxOf } from './sandbox.ts';
import { setting, settingsFiles } from './setting-files.ts';

const write = agentWriter('factory');
const autonomyPage = 'https://docs.factory.ai/autonomy-and-safety/auto-run';

/**
 * Commands that run at every level, as far as the documentation names them.
 * @see https://docs.factory.ai/autonomy-and-safety/auto-run (read 2026-11-21)
 */
const habits: CommandHabits = {
  ...noHabits,
  readOnly: [{ starts: ['ls', 'pwd', 'dir', 'git status'], rest: null }],
};

/** Facts about the Droid that works in one folder. */
export const collect: Collect = (unit, knowledge) => {
  const own = unit.documents.filter(({ file }) => baseName(file) !== 'AGENTS.md');
  const [first] = own;
  if (first === undefined) return [];
  const files = settingsFiles(own);
  const local = own.find(({ file }) => !isHome(file));
  const folder = local === undefined ? '' : projectFolderOf(local.file, ['.factory']);
  const agent = agentKey('factory', folder);
  const place = placeOf(files) ?? firstPlace(first);
  const autonomy = autonomyOf(files, place);
  const data = own.filter((document): document is DataDocument => document.shape === 'data');
  const scripts = own.filter(({ file }) => file.includes('.factory/hooks/'));
  const hookFiles = data.filter(({ file }) => baseName(file) === 'hooks.json');
  const serverFiles = data.filter(({ file }) => baseName(file) === 'mcp.json');
  return [
    write.agent({
      folder,
      at: place,
      habits,
      shell: autonomy,
      mcp: autonomy,
      read: byDefault('runs', place, autonomyPage),
      ...sandboxOf(files, place),
    }),
    ...commandLists(files, agent, knowledge),
    ...sandboxFacts(files, agent, folder),
    ...unknownLevels(files, agent),
    ...shieldOff(files, agent),
    ...foreignRules(files, agent),
    ...hookFacts(files, hookFiles, scripts, agent),
    ...serverFiles.flatMap((document) =>
      mcpFacts(
        {
          document,
          servers: at(document.roots[0], 'mcpServers'),
          agent,
          agentName: 'factory',
          collector: 'factory',
          isRejected: () => false,
        },
        knowledge,
      ),
    ),
    ...adviceFacts(
      unit.documents.filter(({ file }) => baseName(file) === 'AGENTS.md'),
      agent,
      write,
    ),
  ];
};

function placeOf(files: readonly DataDocument[]): SourceRange | undefined {
  for (const document of files) {
    const [root] = document.roots;
    const lists = ['commandAllowlist', 'sessionDefaultSettings', 'autonomyLevel', 'autonomyMode'];
    const found = lists.map((key) => entry(root, key)).find((candidate) => candidate !== undefined);
    const place = found ?? entries(root)[0];
    if (place !== undefined) return place.keyAt;
  }
  return undefined;
}

function firstPlace(document: Document): SourceRange {
  const found = document.shape === 'data' ? entries(document.roots[0])[0] : undefined;
  return found?.keyAt ?? firstLine(document);
}

/** Droid Shield looks for secrets before commits and pushes leave the machine. */
function shieldOff(files: readonly DataDocument[], agent: EntityKey): readonly Fact[] {
  const paths = [['enableDroidShield'], ['sessionDefaultSettings', 'enableDroidShield']] as const;
  return paths.flatMap((path) => {
    const found = setting(files, ...path);
    if (found?.node.type !== 'scalar' || found.node.value !== false) return [];
    return [
      write.weakness(agent, path.join('.'), found.node.at, {
        control: 'secrets',
        because: 'commits and pushes of the agent are no longer searched for secrets',
        remedy: 'Remove enableDroidShield.',
      }),
    ];
  });
}

/** Rules as Claude Code writes them. */
function foreignRules(files: readonly DataDocument[], agent: EntityKey): readonly Fact[] {
  return files.flatMap((document) =>
    entries(at(document.roots[0], 'permissions')).flatMap(({ key, keyAt }) =>
      /^(?:allow|ask|deny|defaultMode)$/.test(key)
        ? [
            write.inert(agent, `permissions.${key}`, keyAt, {
              because: 'Droid knows no permissions block: this is how Claude Code writes rules',
              remedy: 'Use commandAllowlist, commandDenylist and commandBlocklist.',
              looksProtective: key !== 'allow',
            }),
          ]
        : [],
    ),
  );
}
