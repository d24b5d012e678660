import { type DataEntry, type DataNode, entries, entry } from '../../model/document.ts';
import type { EntityKey, InertSetting } from '../../model/fact.ts';
import { agentWriter } from '../../recognize/agent/agent-facts.ts';
import type { SettingsFile } from './setting-files.ts';

const write = agentWriter('claude-code');

interface DeadKey {
  readonly keys: RegExp;
  readonly looksProtective: boolean | ((node: DataNode) => boolean);
  readonly remedy: string;
}

/**
 * Keys that people write into settings and Claude Code does not read: older names, names of flags, names of other agents' settings.
 * @see https://code.claude.com/docs/en/settings (read 2026-11-21)
 */
const atTop: readonly DeadKey[] = [
  {
    keys: /^ignorePatterns$/,
    looksProtective: true,
    remedy: 'Write Read(…) rules into permissions.deny instead.',
  },
  {
    keys: /^(?:deny|denied|disallowedTools|deniedTools|blockedTools|blockedCommands|denylist)$/,
    looksProtective: true,
    remedy: 'Move the rules into permissions.deny.',
  },
  { keys: /^ask$/, looksProtective: true, remedy: 'Move the rules into permissions.ask.' },
  {
    keys: /^(?:allow|allowedTools|allowedCommands|autoApprove)$/,
    looksProtective: false,
    remedy: 'Remove it, and list harmless commands in permissions.allow.',
  },
  {
    keys: /^(?:dangerouslySkipPermissions|skipPermissions|bypassPermissions)$/,
    looksProtective: false,
    remedy: 'Remove it.',
  },
  {
    keys: /^(?:permission|Permissions)$/,
    looksProtective: (node) => ['deny', 'ask'].some((key) => entry(node, key) !== undefined),
    remedy: 'Call it permissions.',
  },
];

const inPermissions: readonly DeadKey[] = [
  {
    keys: /^(?:denied|block|blocked|forbid|forbidden|disallow|disallowedTools|denylist|Deny)$/,
    looksProtective: true,
    remedy: 'Call it deny.',
  },
  {
    keys: /^(?:confirm|prompt|requireApproval|Ask)$/,
    looksProtective: true,
    remedy: 'Call it ask.',
  },
  {
    keys: /^mode$/,
    looksProtective: (node) => node.type === 'scalar' && !/^(?:bypass|auto|yolo)/i.test(node.text),
    remedy: 'Call it defaultMode.',
  },
  {
    keys: /^(?:allowed|allowedTools|Allow)$/,
    looksProtective: false,
    remedy: 'Remove it, and list harmless commands in permissions.allow.',
  },
];

/** Settings under names that Claude Code does not know, where they say something. */
export function misspeltSettings(
  files: readonly SettingsFile[],
  agent: EntityKey,
): readonly InertSetting[] {
  return files.flatMap((file) => {
    const permissions = entry(file.root, 'permissions')?.value;
    const sandbox = entry(file.root, 'sandbox');
    const found = [
      ...deadKeys(file.root, atTop, ''),
      ...deadKeys(permissions, inPermissions, 'permissions.'),
    ].map(({ name, place, key }) =>
      write.inert(agent, name, place.keyAt, {
        because: `Claude Code reads no setting of the name ${name}`,
        remedy: key.remedy,
        looksProtective:
          typeof key.looksProtective === 'boolean'
            ? key.looksProtective
            : key.looksProtective(place.value),
      }),
    );
    if (sandbox?.value.type !== 'scalar' || !saysSomething(sandbox.value)) return found;
    const flat = write.inert(agent, 'sandbox', sandbox.keyAt, {
      because: 'Claude Code reads sandbox as an object only',
      remedy: 'Write "sandbox": { "enabled": true }.',
      looksProtective: true,
    });
    return [...found, flat];
  });
}

function deadKeys(
  node: DataNode | undefined,
  dead: readonly DeadKey[],
  prefix: string,
): readonly { readonly name: string; readonly place: DataEntry; readonly key: DeadKey }[] {
  return entries(node).flatMap((place) => {
    const key = dead.find((candidate) => candidate.keys.test(place.key));
    if (key === undefined || !saysSomething(place.value)) return [];
    return [{ name: `${prefix}${place.key}`, place, key }];
  });
}

function saysSomething(node: DataNode): boolean {
  switch (node.type) {
    case 'scalar':
      return node.value !== false && node.value !== null && node.text !== '';
    case 'list':
      return node.items.length > 0;
    case 'map':
      return node.entries.length > 0;
    case 'expr':
      return true;
  }
}
