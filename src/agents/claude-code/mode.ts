import type { Verdict } from '../../model/fact.ts';
import type { SourceRange } from '../../model/source.ts';
import { byDefault, unknown, type Value, written } from '../../model/value.ts';
import {
  everywhere,
  plainValue,
  type Setting,
  type SettingsFile,
  setting,
} from './setting-files.ts';

const modesPage = 'https://code.claude.com/docs/en/permission-modes';
const settingsPage = 'https://code.claude.com/docs/en/settings';

/** A mode that stands in the file and does nothing there. */
export interface IgnoredMode {
  readonly setting: Setting;
  readonly because: string;
  readonly remedy: string;
}

/** The starting mode as the repository can set it. */
export interface Mode {
  /** What happens to commands that no rule matches. */
  readonly shell: Value<Verdict>;
  /** The value that switches on unasked edits and file commands; `null` in other modes. */
  readonly acceptsEdits: SourceRange | null;
  readonly ignored: readonly IgnoredMode[];
  /** Shell commands run unasked because the sandbox holds them. */
  readonly isSandboxed: boolean;
}

/** Shell commands that `acceptEdits` runs unasked inside the working folders. */
export const editCommands = ['mkdir', 'touch', 'rm', 'rmdir', 'mv', 'cp', 'sed'] as const;

/**
 * Reads `permissions.defaultMode`. Without it the plan decides outside the repository: personal and team plans start in `auto`, where a classifier
 * stands in for the person; enterprise, API keys and `-p` ask. `asks` is what a repository can count on being offered, so it is the default here.
 * @see https://code.claude.com/docs/en/permission-modes (read 2026-11-21)
 */
export function modeOf(files: readonly SettingsFile[], at: SourceRange): Mode {
  const ignored: IgnoredMode[] = misplaced(files);
  for (const found of everywhere(files, 'permissions', 'defaultMode')) {
    const value = found.node;
    if (value.type !== 'scalar') {
      return {
        shell: unknown('interpolated', value.at),
        acceptsEdits: null,
        ignored,
        isSandboxed: false,
      };
    }
    const isOff = isBypassDisabled(files) && value.text === 'bypassPermissions';
    const shell = isOff ? 'asks' : honoured(value.text, found.file.scope === 'user');
    if (shell === 'unknown') {
      return {
        shell: unknown('external', value.at),
        acceptsEdits: null,
        ignored,
        isSandboxed: false,
      };
    }
    if (shell !== undefined) {
      const acceptsEdits = value.text === 'acceptEdits' ? value.at : null;
      // A mode that asks does not ask about what the sandbox holds; planning runs nothing.
      const inside = shell === 'asks' && value.text !== 'plan' ? sandboxed(files) : undefined;
      return {
        shell: inside ?? written(shell, value.at),
        acceptsEdits,
        ignored,
        isSandboxed: inside !== undefined,
      };
    }
    ignored.push({ setting: found, ...reasonFor(value.text) });
  }
  const inside = sandboxed(files);
  return {
    shell: inside ?? byDefault('asks', at, modesPage),
    acceptsEdits: null,
    ignored,
    isSandboxed: inside !== undefined,
  };
}

/** What the mode does with a command that no rule names; only the user's own file may switch the prompts off. */
function honoured(mode: string, isUsers: boolean): Verdict | undefined {
  switch (mode) {
    case 'bypassPermissions':
      return isUsers ? 'runs' : undefined;
    case 'auto':
      return isUsers ? 'unknown' : undefined;
    case 'default':
    case 'manual':
    case 'acceptEdits':
    case 'delegate':
    // Nothing runs while planning, and a person ends it.
    case 'plan':
      return 'asks';
    case 'dontAsk':
      return 'blocks';
    default:
      return undefined;
  }
}

function reasonFor(mode: string): { readonly because: string; readonly remedy: string } {
  switch (mode) {
    case 'bypassPermissions':
      return {
        because: 'Claude Code 2.1.257 and later ignores bypassPermissions in files of a repository',
        remedy:
          'Remove it: older versions do run everything unasked; set permissions.disableBypassPermissionsMode to "disable".',
      };
    case 'auto':
      return {
        because: 'Claude Code 2.1.142 and later ignores the auto mode in files of a repository',
        remedy: 'Remove it, or set it in the user settings.',
      };
    default:
      return {
        because: `Claude Code has no mode named "${mode.slice(0, 40)}"`,
        remedy: 'Use one of default, acceptEdits, plan, dontAsk.',
      };
  }
}

/** Whether any file keeps everybody out of the mode without prompts. */
export function isBypassDisabled(files: readonly SettingsFile[]): boolean {
  return everywhere(files, 'permissions', 'disableBypassPermissionsMode').some(
    (found) => plainValue(found) === 'disable',
  );
}

function misplaced(files: readonly SettingsFile[]): IgnoredMode[] {
  return everywhere(files, 'defaultMode').map((found) => ({
    setting: found,
    because: 'Claude Code reads defaultMode only inside permissions',
    remedy: 'Move it into permissions.',
  }));
}

/** With `autoAllowBashIfSandboxed`, sandboxed commands are not asked about. */
function sandboxed(files: readonly SettingsFile[]): Value<Verdict> | undefined {
  if (plainValue(setting(files, 'sandbox', 'enabled')) !== true) return undefined;
  const auto = setting(files, 'sandbox', 'autoAllowBashIfSandboxed');
  if (auto === undefined) {
    // The docs of August 2026 say true, the types of November 2026 say false: the installed version decides.
    const enabled = setting(files, 'sandbox', 'enabled');
    return enabled === undefined ? undefined : unknown('external', enabled.node.at);
  }
  const value = plainValue(auto);
  if (value === true) return written('runs', auto.node.at);
  return value === false ? undefined : unknown('interpolated', auto.node.at);
}

/** What is unasked by default beside the shell: MCP tools ask, reading in the working folder does not. */
export function otherDefaults(
  mode: Mode,
  at: SourceRange,
): { readonly mcp: Value<Verdict>; readonly read: Value<Verdict> } {
  const isForAll = mode.shell.state === 'set' && mode.shell.value !== 'asks' && !mode.isSandboxed;
  return {
    // Modes that deny or run everything mean MCP tools as well; a sandbox that replaces prompts holds shell commands only.
    mcp: isForAll ? mode.shell : byDefault('asks', at, modesPage),
    read: byDefault('runs', at, settingsPage),
  };
}
