import { type DataNode, items } from '../../model/document.ts';
import type { Agent, EntityKey, Fact } from '../../model/fact.ts';
import type { SourceRange } from '../../model/source.ts';
import { byDefault, unknown, written } from '../../model/value.ts';
import { type Layer, plain, type Setting, setting } from '../../recognize/agent/setting-layers.ts';
import { wideOpen } from '../../recognize/agent/wide-open-path.ts';
import type { Confinement } from './confinement.ts';
import { profileOf } from './profile.ts';
import { write } from './writer.ts';

const page = 'https://developers.openai.com/codex/concepts/sandboxing';

/**
 * The sandbox and the network behind it. A `sandbox_mode` in any layer switches permission profiles off; without either, a trusted project gets a
 * writable workspace without network.
 * @see https://developers.openai.com/codex/permissions (read 2026-11-21)
 */
export function confinementOf(layers: readonly Layer[], place: SourceRange): Confinement {
  const mode = setting(layers, 'sandbox_mode');
  if (mode !== undefined) return ofMode(mode, layers);
  const profile = setting(layers, 'default_permissions');
  if (profile !== undefined) return profileOf(profile, layers);
  const network = networkOf(layers, place);
  return { sandbox: withRoots(layers) ?? byDefault('on', place, page), network, writesTree: true };
}

function ofMode(mode: Setting, layers: readonly Layer[]): Confinement {
  const { at } = mode.node;
  switch (plain(mode)) {
    case 'read-only': {
      const network = byDefault<'open' | 'allowlist' | 'closed'>('closed', at, page);
      return { sandbox: written('on', at), network, writesTree: false };
    }
    case 'workspace-write': {
      const sandbox = withRoots(layers) ?? written('on', at);
      return { sandbox, network: networkOf(layers, at), writesTree: true };
    }
    case 'danger-full-access':
      return { sandbox: written('off', at), network: written('open', at), writesTree: true };
    default:
      return {
        sandbox: unknown('unparsed', at),
        network: unknown('unparsed', at),
        writesTree: true,
      };
  }
}

function networkOf(layers: readonly Layer[], place: SourceRange): Agent['network'] {
  const access = setting(layers, 'sandbox_workspace_write', 'network_access');
  if (access === undefined) return byDefault('closed', place, page);
  const value = plain(access);
  if (typeof value !== 'boolean') return unknown('unparsed', access.node.at);
  return written(value ? 'open' : 'closed', access.node.at);
}

/** A writable root that is a way out. */
function withRoots(layers: readonly Layer[]): Agent['sandbox'] | undefined {
  const root = openRoot(layers);
  return root === undefined ? undefined : written('escapable', root.at);
}

function openRoot(layers: readonly Layer[]): DataNode | undefined {
  const roots = setting(layers, 'sandbox_workspace_write', 'writable_roots');
  return items(roots?.node).find((item) => item.type === 'scalar' && wideOpen.test(item.text));
}

/** Holes in the older sandbox settings, and settings that the chosen mode leaves without effect. */
export function sandboxFacts(layers: readonly Layer[], agent: EntityKey): readonly Fact[] {
  const mode = setting(layers, 'sandbox_mode');
  const value = plain(mode);
  if (mode === undefined) {
    return setting(layers, 'default_permissions') === undefined ? holes(layers, agent) : [];
  }
  const facts: Fact[] = [...supersededProfile(layers, agent)];
  if (value === 'workspace-write') return [...facts, ...holes(layers, agent)];
  if (value === 'danger-full-access') return [...facts, ...vainLimits(layers, agent)];
  if (value === 'read-only') return facts;
  const text = String(value ?? '').slice(0, 40);
  facts.push(
    write.inert(agent, `sandbox_mode ${text}`.trim(), mode.node.at, {
      because: `Codex has no sandbox mode "${text}"`,
      remedy: 'Use one of read-only, workspace-write, danger-full-access.',
      looksProtective: !/danger|full|off|none|disable/i.test(text),
    }),
  );
  return facts;
}

function holes(layers: readonly Layer[], agent: EntityKey): readonly Fact[] {
  const facts: Fact[] = [];
  const access = setting(layers, 'sandbox_workspace_write', 'network_access');
  if (access !== undefined && plain(access) === true) {
    facts.push(
      write.weakness(agent, 'sandbox_workspace_write.network_access', access.node.at, {
        control: 'network',
        because: 'commands in the sandbox reach every host, unasked',
        remedy: 'Set network_access to false.',
      }),
    );
  }
  const root = openRoot(layers);
  if (root !== undefined) {
    facts.push(
      write.weakness(agent, 'sandbox_workspace_write.writable_roots', root.at, {
        control: 'sandbox',
        because: 'commands in the sandbox write far outside the project',
        remedy: 'List only folders that belong to the project.',
      }),
    );
  }
  return facts;
}

function supersededProfile(layers: readonly Layer[], agent: EntityKey): readonly Fact[] {
  const profile = setting(layers, 'default_permissions');
  if (profile === undefined) return [];
  return [
    write.inert(agent, 'default_permissions', profile.node.at, {
      because: 'a sandbox_mode in the configuration switches permission profiles off',
      remedy: 'Remove sandbox_mode and sandbox_workspace_write, or default_permissions.',
      looksProtective: plain(profile) !== ':danger-full-access',
    }),
  ];
}

function vainLimits(layers: readonly Layer[], agent: EntityKey): readonly Fact[] {
  const access = setting(layers, 'sandbox_workspace_write', 'network_access');
  if (access === undefined || plain(access) !== false) return [];
  return [
    write.inert(agent, 'sandbox_workspace_write.network_access', access.node.at, {
      because: 'sandbox_workspace_write counts only with sandbox_mode = "workspace-write"',
      remedy: 'Set sandbox_mode to "workspace-write".',
      looksProtective: true,
    }),
  ];
}
