import type { DataDocument, Document } from '../../model/document.ts';
import type { EntityKey, Fact } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import { noHabits } from '../../model/permission.ts';
import type { Collect } from '../../model/plugin.ts';
import { byDefault, written } from '../../model/value.ts';
import { firstLine } from '../../recognize/agent/advice-prose.ts';
import { agentWriter } from '../../recognize/agent/agent-facts.ts';
import { isHome } from '../../recognize/agent/agent-group.ts';
import { adviceFacts } from '../../recognize/agent/agent-prose.ts';
import { folderOfUnit, uniqueFacts } from '../../recognize/agent/agent-unit.ts';
import {
  type CommandPermissions,
  commandPermissionsOf,
  inertPermissionFile,
  permissionRules,
} from './command-permissions.ts';
import { markers } from './group.ts';
import { hookFacts } from './hooks.ts';
import { approvalHoles, approvalsOf, serverFacts } from './user-settings.ts';

const cliPage = 'https://docs.cline.bot/cline-cli/cli-reference';
const editor = agentWriter('cline');
const cli = agentWriter('cline-cli', 'cline');
const own = /(?:^|\/)\.(?:clinerules|cline|clineignore)(?:\/|$)/;

/** Facts about the Cline of the editor that works in one folder, and about its CLI where a file sets what that may run. */
export const collect: Collect = ({ documents }, knowledge) => {
  const permissions = commandPermissionsOf(documents);
  return uniqueFacts([
    ...editorFacts(documents, knowledge),
    ...(permissions === undefined ? [] : cliFacts(permissions, documents, knowledge)),
  ]);
};

function editorFacts(documents: readonly Document[], knowledge: Knowledge): readonly Fact[] {
  const first =
    documents.find(({ file }) => own.test(file) && !isHome(file)) ??
    documents.find(({ file }) => isHome(file));
  if (first === undefined) return [];
  const user = dataAt(documents, 'global-settings.json');
  const place = firstLine(first);
  const agent = editor.agent({
    folder: folderOfUnit(documents, markers),
    at: place,
    ...approvalsOf(user, place),
  });
  return [
    agent,
    ...approvalHoles(user, agent, editor),
    ...documents.flatMap((document) =>
      document.shape === 'data' && document.file.endsWith('cline_mcp_settings.json')
        ? serverFacts(document, user, agent, editor, knowledge)
        : [],
    ),
    ...hookFacts(documents, agent.key, editor),
    ...inertPermissionFile(documents, agent.key, editor),
    ...inertIgnoreFile(documents, agent.key),
    ...adviceFacts(prose(documents), agent.key, editor),
  ];
}

/**
 * The CLI approves by itself unless it is told not to, so what its variable lets pass runs.
 * @see https://docs.cline.bot/cline-cli/cli-reference (read 2026-11-21)
 */
function cliFacts(
  permissions: CommandPermissions,
  documents: readonly Document[],
  knowledge: Knowledge,
): readonly Fact[] {
  const { lists, at: place } = permissions;
  const isListed = lists !== null && lists.allow !== null;
  const agent = cli.agent({
    folder: folderOfUnit(documents, markers),
    at: place,
    shell: isListed ? written('blocks', place) : byDefault('runs', place, cliPage),
    mcp: byDefault('runs', place, cliPage),
    read: byDefault('runs', place, cliPage),
    // Output to a file is refused unless the variable allows it; a default that refuses says so here.
    habits: { ...noHabits, redirectsAreEdits: isListed && !lists.allowsRedirects },
  });
  const broken =
    lists === null
      ? [
          cli.inert(agent.key, 'CLINE_COMMAND_PERMISSIONS', place, {
            because: 'Cline passes over a value that is no JSON',
            remedy: 'Write one JSON object with allow and deny.',
            looksProtective: true,
          }),
        ]
      : [];
  return [
    agent,
    ...permissionRules(permissions, agent.key, cli, knowledge),
    ...broken,
    ...hookFacts(documents, agent.key, cli),
    ...adviceFacts(prose(documents), agent.key, cli),
  ];
}

/**
 * The vendor calls the ignore file deprecated and no boundary.
 * @see https://docs.cline.bot/customization/clineignore (read 2026-11-21)
 */
function inertIgnoreFile(documents: readonly Document[], agent: EntityKey): readonly Fact[] {
  return documents.flatMap((document) =>
    document.file.endsWith('.clineignore') && document.text.trim() !== ''
      ? [
          editor.inert(agent, '.clineignore', firstLine(document), {
            because: 'Cline calls the file deprecated, and no boundary for what the agent reads',
            remedy: 'Keep secrets out of the folder.',
            looksProtective: true,
          }),
        ]
      : [],
  );
}

function prose(documents: readonly Document[]): readonly Document[] {
  return documents.filter(({ file }) => /\.md$|\.clinerules$/.test(file) && !isHome(file));
}

function dataAt(documents: readonly Document[], name: string): DataDocument | undefined {
  return documents.find(
    (document): document is DataDocument =>
      document.shape === 'data' && isHome(document.file) && document.file.endsWith(`/${name}`),
  );
}
