import { at, type DataDocument, type Document, entries, entry } from '../../model/document.ts';
import type { Agent, EntityKey, Fact } from '../../model/fact.ts';
import { type CommandHabits, noHabits } from '../../model/permission.ts';
import type { Collect } from '../../model/plugin.ts';
import { baseName, type SourceRange } from '../../model/source.ts';
import { byDefault, unknown } from '../../model/value.ts';
import { firstLine } from '../../recognize/agent/advice-prose.ts';
import { agentKey, agentWriter } from '../../recognize/agent/agent-facts.ts';
import { isHome, projectFolderOf } from '../../recognize/agent/agent-group.ts';
import { adviceFacts, ignoreRules } from '../../recognize/agent/agent-prose.ts';
import { mcpFacts } from '../../recognize/agent/mcp-servers.ts';
import { hookFacts } from './hooks.ts';
import { borrowed, scriptSettings } from './script-settings.ts';
import { misplacedLists, refusedCommands, toolRules } from './tool-rules.ts';

const write = agentWriter('crush');
const permissionsPage = 'https://github.com/charmbracelet/crush#allowing-tools';
const shellTool = 'https://github.com/charmbracelet/crush/blob/main/internal/agent/tools/bash.go';

/** Other programs have a `crush.json` too; one of these keys makes it ours. */
const telling = ['permissions', 'mcp', 'providers', 'options', 'lsp', 'models', 'hooks', 'tools'];

/**
 * Commands that run without a question because they only look, as far as they do.
 * @see https://github.com/charmbracelet/crush/blob/main/internal/agent/tools/safe.go (read 2026-11-21)
 */
const habits: CommandHabits = {
  ...noHabits,
  readOnly: [
    {
      starts: [
        ...'cal date df du echo free groups hostname id ls printenv ps pwd type uname uptime'.split(
          ' ',
        ),
        ...['whatis', 'whereis', 'which', 'whoami'],
        ...'blame branch describe diff grep log ls-files ls-remote remote rev-parse shortlog show status tag'
          .split(' ')
          .map((verb) => `git ${verb}`),
      ],
      rest: null,
    },
  ],
};

/** Facts about the Crush that works in one folder. */
export const collect: Collect = (unit, knowledge) => {
  const settings = settingsOf(unit.documents);
  const [first] = settings;
  const ignores = unit.documents.filter(({ file }) => baseName(file) === '.crushignore');
  const any = first ?? ignores[0];
  if (any === undefined) return [];
  const local = [...settings, ...ignores].find(({ file }) => !isHome(file));
  const folder = local === undefined ? '' : projectFolderOf(local.file, ['.crush']);
  const agent = agentKey('crush', folder);
  const place = first === undefined ? firstLine(any) : placeOf(settings);
  const scripts = unit.documents.filter(({ file }) => /(?:^|\/)\.crush\/hooks\//.test(file));
  return [
    { ...agentFact(folder, place), ...borrowedDefaults(unit.documents) },
    ...refusedCommands(agent, place),
    ...settings.flatMap((document): readonly Fact[] => [
      ...toolRules(document, agent),
      ...misplacedLists(document, agent),
      ...hookFacts(document, scripts, agent),
      ...mcpFacts(
        {
          document,
          servers: at(document.roots[0], 'mcp'),
          agent,
          agentName: 'crush',
          collector: 'crush',
          isRejected: () => false,
        },
        knowledge,
      ),
    ]),
    ...startScripts(unit.documents, agent),
    ...ignores.flatMap((document) => ignoreRules(document, agent, write)),
    ...adviceFacts(
      unit.documents.filter(({ file }) => file.endsWith('.md')),
      agent,
      write,
    ),
  ];
};

/** All settings, those of the script too, the stronger first. */
function settingsOf(documents: readonly Document[]): readonly DataDocument[] {
  const found: DataDocument[] = [];
  for (const document of documents) {
    const name = baseName(document.file);
    if (document.shape === 'shell') found.push(scriptSettings(document));
    else if (document.shape === 'data' && /^\.?crush\.json$/.test(name)) {
      if (telling.some((key) => entry(document.roots[0], key) !== undefined)) found.push(document);
    }
  }
  return found.sort((a, b) => Number(isHome(a.file)) - Number(isHome(b.file)));
}

function placeOf(settings: readonly DataDocument[]): SourceRange {
  for (const document of settings.filter(({ format }) => format === 'json')) {
    const [root] = document.roots;
    const found = entry(root, 'permissions') ?? entries(root)[0];
    if (found !== undefined) return found.keyAt;
  }
  return firstLine(settings[0] as DataDocument); // callers give at least one
}

/** Every tool asks unless it is allowed; files of the folder are read freely. Commands are started as the user's own. */
function agentFact(folder: string, place: SourceRange): Agent {
  return write.agent({
    folder,
    at: place,
    habits,
    shell: byDefault('asks', place, permissionsPage),
    mcp: byDefault('asks', place, permissionsPage),
    read: byDefault('runs', place, permissionsPage),
    sandbox: byDefault('off', place, shellTool),
    network: byDefault('open', place, shellTool),
  });
}

/** What a script takes from elsewhere may allow any tool. */
function borrowedDefaults(documents: readonly Document[]): Partial<Pick<Agent, 'shell' | 'mcp'>> {
  for (const document of documents) {
    const at = document.shape === 'shell' ? borrowed(document) : null;
    if (at !== null) return { shell: unknown('external', at), mcp: unknown('external', at) };
  }
  return {};
}

/** A settings script of the tree runs as soon as Crush starts there. */
function startScripts(documents: readonly Document[], agent: EntityKey): readonly Fact[] {
  return documents
    .filter((document) => document.shape === 'shell' && !isHome(document.file))
    .map((document) =>
      write.weakness(agent, baseName(document.file), firstLine(document), {
        control: 'approval',
        because: 'Crush runs this script when it starts, before anybody agrees to anything',
        remedy: 'Keep the settings in crush.json, and review every change of a settings script.',
      }),
    );
}
