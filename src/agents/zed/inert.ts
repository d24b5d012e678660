import {
  at,
  type DataDocument,
  type DataEntry,
  entries,
  entry,
  items,
} from '../../model/document.ts';
import type { EntityKey, Fact } from '../../model/fact.ts';
import type { AgentWriter } from '../../recognize/agent/agent-facts.ts';

const permissionKeys = [
  'tool_permissions',
  'sandbox_permissions',
  'always_allow_tool_actions',
  'profiles',
];

/**
 * Permissions in a project's settings: Zed takes `agent` from the user's alone.
 * @see https://zed.dev/docs/ai/tool-permissions (read 2026-11-21)
 */
export function projectInert(
  document: DataDocument,
  agent: EntityKey,
  write: AgentWriter,
): readonly Fact[] {
  const [root] = document.roots;
  const misplaced = entries(at(root, 'agent')).flatMap((found) => {
    if (!permissionKeys.includes(found.key)) return [];
    return [
      write.inert(agent, `agent.${found.key}`, found.keyAt, {
        because: 'Zed reads agent settings only from the user settings',
        remedy: 'Move it to ~/.config/zed/settings.json.',
        looksProtective: protects(found, document.text),
      }),
    ];
  });
  const own = entry(root, 'private_files');
  if (own === undefined || items(own.value).length > 0) return misplaced;
  return [
    ...misplaced,
    write.inert(agent, 'private_files', own.keyAt, {
      because: 'a list in a project adds to the built-in one and takes nothing away',
      remedy: 'Remove the empty list.',
      looksProtective: false,
    }),
  ];
}

function protects({ key, value }: DataEntry, text: string): boolean {
  const said = text.slice(value.at.start, value.at.end);
  switch (key) {
    case 'tool_permissions':
      return /always_deny|always_confirm|"(?:deny|confirm)"/.test(said);
    case 'sandbox_permissions':
      return !/"allow_\w+"\s*:\s*true/.test(said);
    case 'always_allow_tool_actions':
      return said !== 'true';
    default:
      return true;
  }
}

/**
 * The switch that `tool_permissions` replaced in 0.224.
 * @see https://zed.dev/docs/ai/tool-permissions (read 2026-11-21)
 */
export function userInert(
  document: DataDocument,
  agent: EntityKey,
  write: AgentWriter,
): readonly Fact[] {
  const found = entry(at(document.roots[0], 'agent'), 'always_allow_tool_actions');
  if (found === undefined) return [];
  return [
    write.inert(agent, 'agent.always_allow_tool_actions', found.keyAt, {
      because: 'Zed asks tool_permissions since 0.224',
      remedy: 'Remove it, and set agent.tool_permissions.default.',
      looksProtective: found.value.type === 'scalar' && found.value.value === false,
    }),
  ];
}
