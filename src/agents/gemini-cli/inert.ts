import { type DataNode, entry } from '../../model/document.ts';
import type { EntityKey, Fact } from '../../model/fact.ts';
import type { Layer } from '../../recognize/agent/setting-layers.ts';
import { write } from './writer.ts';

interface FlatKey {
  readonly key: string;
  readonly nested: string;
  readonly looksProtective: boolean;
}

/**
 * Keys of the first, flat format. Current versions neither read nor migrate them.
 * @see https://github.com/google-gemini/gemini-cli/blob/main/packages/cli/src/config/settings.ts (read 2026-11-21)
 */
const flatKeys: readonly FlatKey[] = [
  flat('excludeTools', 'tools.exclude', true),
  flat('coreTools', 'tools.core', true),
  flat('allowedTools', 'tools.allowed', false),
  flat('autoAccept', 'tools.allowed', false),
  flat('sandbox', 'tools.sandbox', true),
  flat('allowMCPServers', 'mcp.allowed', true),
  flat('excludeMCPServers', 'mcp.excluded', true),
  flat('mcpServerCommand', 'mcp.serverCommand', false),
  flat('toolDiscoveryCommand', 'tools.discoveryCommand', false),
  flat('toolCallCommand', 'tools.callCommand', false),
  flat('checkpointing', 'general.checkpointing', true),
  flat('folderTrust', 'security.folderTrust.enabled', true),
];

function flat(key: string, nested: string, looksProtective: boolean): FlatKey {
  return { key, nested, looksProtective };
}

/** Flat keys at the top of a settings file, where they say anything. */
export function flatSettings(layers: readonly Layer[], agent: EntityKey): readonly Fact[] {
  return layers.flatMap(({ root }) =>
    flatKeys.flatMap(({ key, nested, looksProtective }) => {
      const found = entry(root, key);
      if (found === undefined || saysNothing(found.value)) return [];
      return [
        write.inert(agent, key, found.keyAt, {
          because: `Gemini CLI reads ${nested}; the flat ${key} ended with version 0.3`,
          remedy: `Write it as ${nested}.`,
          looksProtective,
        }),
      ];
    }),
  );
}

function saysNothing(node: DataNode): boolean {
  if (node.type === 'list') return node.items.length === 0;
  if (node.type === 'map') {
    const enabled = entry(node, 'enabled')?.value;
    return enabled?.type === 'scalar' && enabled.value === false;
  }
  return node.type === 'scalar' && (node.value === false || node.value === null);
}
