import { at, type DataNode, items } from '../../model/document.ts';
import { type EntityKey, entityKey, type InertSetting } from '../../model/fact.ts';
import type { SourceRange } from '../../model/source.ts';
import { everywhere, type SettingsFile } from './setting-files.ts';

interface IgnoredKey {
  readonly path: readonly string[];
  /** Files that the agent ignores it in: `project` for settings.json alone, `both` for the local file too. */
  readonly ignoredIn: 'project' | 'both';
  readonly matters: (node: DataNode) => boolean;
  readonly looksProtective: boolean;
  readonly remedy: string;
}

const isTrue = (node: DataNode): boolean => node.type === 'scalar' && node.value === true;
const isThere = (node: DataNode): boolean => node.type !== 'list' || node.items.length > 0;
const saysSomething = (node: DataNode): boolean =>
  isTrue(node) || (node.type === 'list' && node.items.length > 0) || node.type === 'map';
const isMasked = (node: DataNode): boolean =>
  items(node).some((item) => {
    const mode = at(item, 'mode');
    return mode?.type === 'scalar' && mode.text === 'mask';
  });
const toUser = 'Move it to the user or managed settings.';

/**
 * Keys that only an administrator's files set.
 * @see https://code.claude.com/docs/en/managed-settings (read 2026-11-21)
 */
const managedKeys = [
  'allowedMcpServers',
  'deniedMcpServers',
  'allowManagedMcpServersOnly',
  'allowManagedHooksOnly',
  'allowManagedPermissionRulesOnly',
  'strictKnownMarketplaces',
  'disableSideloadFlags',
  'sandbox.network.allowManagedDomainsOnly',
  'sandbox.filesystem.allowManagedReadPathsOnly',
];

/**
 * Keys that count only outside the repository.
 * @see https://code.claude.com/docs/en/settings (read 2026-11-21)
 */
const ignoredKeys: readonly IgnoredKey[] = [
  ...['hard_deny', 'soft_deny'].map((key) => protective(['autoMode', key], isThere)),
  ...['allow', 'environment'].map((key) => dangerous(['autoMode', key], isThere)),
  protective(['permissions', 'denyInsteadOfPrompting'], isTrue),
  protective(['sandbox', 'network', 'strictAllowlist'], isTrue),
  dangerous(['sandbox', 'filesystem', 'disabled'], isTrue),
  dangerous(['sandbox', 'allowAppleEvents'], isTrue),
  dangerous(['sandbox', 'credentials', 'allowPlaintextInject'], isTrue),
  protective(['sandbox', 'credentials', 'files'], isMasked),
  protective(['sandbox', 'credentials', 'envVars'], isMasked),
  { ...dangerous(['skipDangerousModePermissionPrompt'], isTrue), ignoredIn: 'project' },
  { ...dangerous(['skipAutoPermissionPrompt'], isTrue), ignoredIn: 'project' },
  ...managedKeys.map((path) => ({
    ...protective(path.split('.'), saysSomething),
    remedy: 'Move it to the managed settings.',
  })),
];

function protective(path: readonly string[], matters: IgnoredKey['matters']): IgnoredKey {
  return { path, ignoredIn: 'both', matters, looksProtective: true, remedy: toUser };
}

function dangerous(path: readonly string[], matters: IgnoredKey['matters']): IgnoredKey {
  return { path, ignoredIn: 'both', matters, looksProtective: false, remedy: 'Remove it.' };
}

/** Settings of the folder that Claude Code reads only from the user or the administrator. */
export function ignoredSettings(
  files: readonly SettingsFile[],
  agent: EntityKey,
): readonly InertSetting[] {
  return ignoredKeys.flatMap((key) =>
    everywhere(files, ...key.path).flatMap(({ node, file }) => {
      if (!key.matters(node) || file.scope === 'user') return [];
      if (key.ignoredIn === 'project' && file.scope === 'local') return [];
      const name = key.path.join('.');
      return [
        inertSetting(agent, name, node.at, {
          because: `Claude Code does not read ${name} from files of a repository`,
          remedy: key.remedy,
          looksProtective: key.looksProtective,
        }),
      ];
    }),
  );
}

/** A setting without effect where it stands. `name` becomes part of its key and must hold no secret. */
export function inertSetting(
  agent: EntityKey,
  name: string,
  at: SourceRange,
  what: Pick<InertSetting, 'because' | 'remedy' | 'looksProtective'>,
): InertSetting {
  return {
    kind: 'InertSetting',
    key: entityKey(`claude-code:${at.file}#inert/${name}`),
    aliases: [],
    name,
    at,
    collector: 'claude-code',
    implied: false,
    confidence: 'high',
    agent,
    ...what,
  };
}
