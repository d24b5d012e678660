import { type DataNode, items } from '../../model/document.ts';
import type { Agent } from '../../model/fact.ts';
import type { SourceRange } from '../../model/source.ts';
import { byDefault, unknown, written } from '../../model/value.ts';
import { everywhere, plainValue, type SettingsFile, setting } from './setting-files.ts';

const sandboxPage = 'https://code.claude.com/docs/en/sandboxing';
const container = /docker\.sock$|podman\.sock$|ssh-agent|containerd\.sock$/;

/**
 * The Bash sandbox and what commands reach from inside it. It covers neither MCP servers nor hooks nor the agent's file tools.
 * @see https://code.claude.com/docs/en/sandboxing (read 2026-11-21)
 */
export function sandboxOf(
  files: readonly SettingsFile[],
  keepsSandbox: boolean,
  at: SourceRange,
): Pick<Agent, 'sandbox' | 'network'> {
  const enabled = setting(files, 'sandbox', 'enabled');
  if (enabled === undefined) {
    return {
      sandbox: byDefault('off', at, sandboxPage),
      network: byDefault('open', at, sandboxPage),
    };
  }
  const where = enabled.node.at;
  const isOn = plainValue(enabled);
  if (typeof isOn !== 'boolean') {
    return { sandbox: unknown('interpolated', where), network: unknown('interpolated', where) };
  }
  if (!isOn) return { sandbox: written('off', where), network: written('open', where) };
  const hole = wayOut(files);
  return { sandbox: tightness(files, hole, keepsSandbox, where), network: network(files, where) };
}

function tightness(
  files: readonly SettingsFile[],
  hole: SourceRange | undefined,
  keepsSandbox: boolean,
  enabledAt: SourceRange,
): Agent['sandbox'] {
  if (hole !== undefined) return written('escapable', hole);
  const retry = setting(files, 'sandbox', 'allowUnsandboxedCommands');
  const value = plainValue(retry);
  if (value === false || keepsSandbox) return written('on', enabledAt);
  if (retry === undefined) return byDefault('escapable', enabledAt, sandboxPage);
  return value === true
    ? written('escapable', retry.node.at)
    : unknown('interpolated', retry.node.at);
}

/** A command, socket or switch that the settings themselves let out. */
function wayOut(files: readonly SettingsFile[]): SourceRange | undefined {
  for (const found of everywhere(files, 'sandbox', 'excludedCommands')) {
    const [first] = items(found.node);
    if (first !== undefined) return first.at;
  }
  const sockets = setting(files, 'sandbox', 'network', 'allowAllUnixSockets');
  if (sockets !== undefined && plainValue(sockets) === true) return sockets.node.at;
  for (const found of everywhere(files, 'sandbox', 'network', 'allowUnixSockets')) {
    const socket = items(found.node).find((item) => container.test(textOf(item)));
    if (socket !== undefined) return socket.at;
  }
  return undefined;
}

function network(files: readonly SettingsFile[], enabledAt: SourceRange): Agent['network'] {
  const lists = everywhere(files, 'sandbox', 'network', 'allowedDomains');
  for (const { node } of lists) {
    const everything = items(node).find((item) =>
      /^\*(?:\.(?:com|net|io|dev|app))?$/.test(textOf(item)),
    );
    if (everything !== undefined) return written('open', everything.at);
  }
  const [first] = lists;
  if (first !== undefined) return written('allowlist', first.node.at);
  // New hosts prompt: nothing is reached unasked.
  return byDefault('allowlist', enabledAt, sandboxPage);
}

function textOf(node: DataNode): string {
  return node.type === 'scalar' ? node.text : '';
}
