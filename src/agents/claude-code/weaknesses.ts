import { type DataNode, items } from '../../model/document.ts';
import type { EntityKey, Weakness } from '../../model/fact.ts';
import { agentWriter } from '../../recognize/agent/agent-facts.ts';
import { isOn } from './environment.ts';
import {
  everywhere,
  plainValue,
  type Setting,
  type SettingsFile,
  setting,
} from './setting-files.ts';

const write = agentWriter('claude-code');

/** Fewer days than this, and nobody can read back what an agent did before a weekend. */
const shortRetention = 7;

interface Hole {
  readonly path: readonly string[];
  readonly opens: (node: DataNode) => boolean;
  readonly control: Weakness['control'];
  readonly because: string;
  readonly remedy: string;
  /** Files of the repository cannot set it; the user's can. */
  readonly userOnly?: boolean;
}

const isTrue = (node: DataNode): boolean => node.type === 'scalar' && node.value === true;
const hasItems = (node: DataNode): boolean => items(node).length > 0;
const holds =
  (pattern: RegExp) =>
  (node: DataNode): boolean =>
    items(node).some((item) => item.type === 'scalar' && pattern.test(item.text));

const socket = /docker\.sock$|podman\.sock$|containerd\.sock$|ssh-agent|S\.gpg-agent|SSH_AUTH_SOCK/;
const wideFolder =
  /^(?:~|\/|\$HOME|\/home\/[^/]+|\/Users\/[^/]+|(?:~|\/home\/[^/]+|\/Users\/[^/]+)\/\.(?:aws|ssh|kube|config|azure|gnupg|docker|railway)(?:\/.*)?)\/?$/;

/**
 * Settings that open what the sandbox, the prompts, the hooks or the transcripts are there to close.
 * @see https://code.claude.com/docs/en/sandboxing and https://code.claude.com/docs/en/settings (read 2026-11-21)
 */
const holes: readonly Hole[] = [
  {
    path: ['sandbox', 'excludedCommands'],
    opens: hasItems,
    control: 'sandbox',
    because: 'commands on this list run outside the sandbox',
    remedy: 'Empty excludedCommands; let commands that need the outside ask instead.',
  },
  {
    path: ['sandbox', 'allowUnsandboxedCommands'],
    opens: isTrue,
    control: 'sandbox',
    because: 'a command that fails inside the sandbox may be run again outside it',
    remedy: 'Set sandbox.allowUnsandboxedCommands to false.',
  },
  {
    path: ['sandbox', 'network', 'allowAllUnixSockets'],
    opens: isTrue,
    control: 'sandbox',
    because: 'sandboxed commands reach every local socket, the container daemon included',
    remedy: 'Remove allowAllUnixSockets and list the sockets that are needed.',
  },
  {
    path: ['sandbox', 'network', 'allowUnixSockets'],
    opens: holds(socket),
    control: 'sandbox',
    because: 'a socket on this list gives control of the machine or its keys',
    remedy: 'Take the container and agent sockets off allowUnixSockets.',
  },
  {
    path: ['sandbox', 'enableWeakerNestedSandbox'],
    opens: isTrue,
    control: 'sandbox',
    because: 'the sandbox gives up part of its isolation',
    remedy: 'Remove enableWeakerNestedSandbox.',
  },
  {
    path: ['sandbox', 'filesystem', 'allowWrite'],
    opens: holds(wideFolder),
    control: 'sandbox',
    because: 'sandboxed commands may write to the home folder or to folders with credentials',
    remedy: 'Take these folders off sandbox.filesystem.allowWrite.',
  },
  {
    path: ['sandbox', 'enableWeakerNetworkIsolation'],
    opens: isTrue,
    control: 'network',
    because: 'the sandbox gives up part of its network isolation',
    remedy: 'Remove enableWeakerNetworkIsolation.',
  },
  {
    path: ['sandbox', 'network', 'allowedDomains'],
    opens: holds(/^\*(?:\.(?:com|net|io|dev|app))?$/),
    control: 'network',
    because: 'sandboxed commands reach any host, the APIs of your providers included',
    remedy: 'List the exact hosts that builds and tests need.',
  },
  {
    path: ['permissions', 'additionalDirectories'],
    opens: holds(wideFolder),
    control: 'secrets',
    because: 'the agent may read folders that hold credentials of this machine',
    remedy: 'Take the home folder and credential folders off additionalDirectories.',
  },
  {
    path: ['enableAllProjectMcpServers'],
    opens: isTrue,
    control: 'approval',
    because: 'every server that .mcp.json names is started without anybody approving it',
    remedy: 'Remove enableAllProjectMcpServers and list approved servers in enabledMcpjsonServers.',
  },
  {
    path: ['skipDangerousModePermissionPrompt'],
    opens: isTrue,
    control: 'approval',
    because: 'nobody is asked before the agent enters the mode without prompts',
    remedy: 'Remove skipDangerousModePermissionPrompt.',
    userOnly: true,
  },
];

/** The holes that are written into these files, each at its value. */
export function weaknesses(files: readonly SettingsFile[], agent: EntityKey): readonly Weakness[] {
  const found: Weakness[] = [];
  for (const hole of holes) {
    for (const { node, file } of everywhere(files, ...hole.path)) {
      if (!hole.opens(node) || (hole.userOnly === true && file.scope === 'project')) continue;
      const { control, because, remedy } = hole;
      const name = hole.path.join('.');
      found.push(write.weakness(agent, name, node.at, { control, because, remedy }));
    }
  }
  return [...found, ...wideReads(files, agent), ...transcriptsOff(files, agent)];
}

/** Whether a path is the home folder, the disk, or a folder of the home that holds credentials. */
export function isWideFolder(path: string): boolean {
  return wideFolder.test(path);
}

/** Whether an allow rule opens such a folder. */
export function isWideRead(rule: string): boolean {
  const path = /^\s*Read\((.*)\)\s*$/s.exec(rule)?.[1];
  if (path === undefined) return false;
  return isWideFolder(path.replace(/\/\*{1,2}$/, '').replace(/^\/\//, '/') || '/');
}

/** Whether a socket gives control of the machine or of its keys. */
export function isTellingSocket(path: string): boolean {
  return socket.test(path);
}

function wideReads(files: readonly SettingsFile[], agent: EntityKey): readonly Weakness[] {
  const blocked = everywhere(files, 'permissions', 'blockReadsOutsideWorkingDirectories');
  if (blocked.some((found) => plainValue(found) === true)) return [];
  return everywhere(files, 'permissions', 'allow').flatMap(({ node }) =>
    items(node).flatMap((item) =>
      item.type === 'scalar' && isWideRead(item.text)
        ? [
            write.weakness(agent, item.text, item.at, {
              control: 'secrets',
              because: 'the agent reads folders of this machine that hold credentials, unasked',
              remedy: `Take ${item.text} off permissions.allow.`,
            }),
          ]
        : [],
    ),
  );
}

/** Days that transcripts are kept, where a file says it. */
export function retentionOf(files: readonly SettingsFile[]): Setting | undefined {
  const found = setting(files, 'cleanupPeriodDays');
  return typeof plainValue(found) === 'number' ? found : undefined;
}

function transcriptsOff(files: readonly SettingsFile[], agent: EntityKey): readonly Weakness[] {
  const found: Weakness[] = [];
  const days = retentionOf(files);
  const value = plainValue(days);
  if (days !== undefined && typeof value === 'number' && value < shortRetention) {
    found.push(
      write.weakness(agent, 'cleanupPeriodDays', days.node.at, {
        control: 'log',
        because: `transcripts of what the agent did are deleted after ${value} days`,
        remedy: 'Remove cleanupPeriodDays, or set it to 30 or more.',
      }),
    );
  }
  const skipped = setting(files, 'env', 'CLAUDE_CODE_SKIP_PROMPT_HISTORY');
  if (skipped !== undefined && isOn(files, 'CLAUDE_CODE_SKIP_PROMPT_HISTORY')) {
    found.push(
      write.weakness(agent, 'env.CLAUDE_CODE_SKIP_PROMPT_HISTORY', skipped.node.at, {
        control: 'log',
        because: 'the agent keeps no transcript of what it did',
        remedy: 'Remove CLAUDE_CODE_SKIP_PROMPT_HISTORY from env.',
      }),
    );
  }
  return found;
}
