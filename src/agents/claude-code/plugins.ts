import {
  at,
  type DataDocument,
  type DataNode,
  type Document,
  entries,
} from '../../model/document.ts';
import type { EntityKey, Fact } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import { folderOf } from '../../model/source.ts';
import { mcpFacts } from '../../recognize/agent/mcp-servers.ts';
import type { HookSource } from './hooks.ts';
import { everywhere, type SettingsFile } from './setting-files.ts';

/** A plugin whose source lies in the tree. */
export interface Plugin {
  readonly name: string;
  readonly folder: string;
  readonly manifest: DataDocument;
  /** A settings file of the folder or of the user switches it on; else whether it runs is state outside the repository. */
  readonly isOn: boolean;
}

const manifestFile = /(?:^|\/)\.claude-plugin\/plugin\.json$/;

/** The folder of the plugin that this file is the manifest of, else `undefined`. */
export function pluginFolderOf(file: string): string | undefined {
  return manifestFile.test(file) ? folderOf(folderOf(file)) : undefined;
}

/**
 * Plugins of the unit. Their hooks and servers count only where `enabledPlugins` names them.
 * @see https://code.claude.com/docs/en/plugins-reference (read 2026-11-21)
 */
export function pluginsOf(
  documents: readonly Document[],
  files: readonly SettingsFile[],
): readonly Plugin[] {
  const enabled = everywhere(files, 'enabledPlugins').flatMap(({ node }) =>
    entries(node).filter(({ value }) => value.type === 'scalar' && value.value === true),
  );
  return documents.flatMap((document) => {
    const folder = pluginFolderOf(document.file);
    if (folder === undefined || document.shape !== 'data') return [];
    const written = at(document.roots[0], 'name');
    const name = written?.type === 'scalar' ? written.text : '';
    const isOn = name !== '' && enabled.some(({ key }) => key.startsWith(`${name}@`));
    return [{ name, folder, manifest: document, isOn }];
  });
}

/** Hooks of a plugin: in its `hooks/hooks.json`, or in the manifest itself. */
export function pluginHooks(plugin: Plugin, documents: readonly Document[]): readonly HookSource[] {
  const file = dataAt(documents, plugin.folder, 'hooks/hooks.json');
  const written = at(plugin.manifest.roots[0], 'hooks');
  const nodes = [at(file?.roots[0], 'hooks'), at(written, 'hooks') ?? written];
  return nodes
    .filter((node): node is DataNode => node?.type === 'map')
    .map((node) => ({ node, isUnsure: !plugin.isOn }));
}

/** Servers of a plugin that is on; of any other one only the credentials that its server list holds. */
export function pluginServers(
  plugin: Plugin,
  documents: readonly Document[],
  agent: EntityKey,
  knowledge: Knowledge,
): readonly Fact[] {
  const list = dataAt(documents, plugin.folder, '.mcp.json');
  const places = [
    { document: plugin.manifest, servers: at(plugin.manifest.roots[0], 'mcpServers') },
    ...(list === undefined ? [] : [{ document: list, servers: at(list.roots[0], 'mcpServers') }]),
  ];
  const base = { agent, agentName: 'claude-code', collector: 'claude-code' };
  return places.flatMap((place) =>
    mcpFacts({ ...base, ...place, isRejected: () => !plugin.isOn }, knowledge).map((fact) =>
      // Rules name tools of such a server with the plugin in front.
      fact.kind === 'McpServer' ? { ...fact, name: `plugin_${plugin.name}_${fact.name}` } : fact,
    ),
  );
}

/** Whether a server list belongs to a plugin only: the project's own one stands in the folder that the agent works in. */
export function isPluginList(
  file: string,
  plugins: readonly Plugin[],
  agentFolder: string,
): boolean {
  const folder = folderOf(file);
  return folder !== agentFolder && plugins.some((plugin) => plugin.folder === folder);
}

function dataAt(
  documents: readonly Document[],
  folder: string,
  name: string,
): DataDocument | undefined {
  const path = folder === '' ? name : `${folder}/${name}`;
  return documents.find(
    (document): document is DataDocument => document.shape === 'data' && document.file === path,
  );
}
