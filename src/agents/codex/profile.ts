import { at, type DataEntry, type DataNode, entries } from '../../model/document.ts';
import type { Agent, EntityKey, Fact } from '../../model/fact.ts';
import type { SourceRange } from '../../model/source.ts';
import { byDefault, unknown, written } from '../../model/value.ts';
import { type Layer, plain, type Setting, setting } from '../../recognize/agent/setting-layers.ts';
import { wideOpen } from '../../recognize/agent/wide-open-path.ts';
import type { Confinement } from './confinement.ts';
import { write } from './writer.ts';

const page = 'https://developers.openai.com/codex/permissions';
const maxExtends = 8;

/** The profile's table, then those that it extends, and the built-in profile at the end where there is one. */
interface Chain {
  readonly tables: readonly DataNode[];
  readonly base: string | null;
  /** A table that no file defines. */
  readonly isBroken: boolean;
}

/**
 * What the profile named by `default_permissions` lets commands reach. Host rules bind commands only while the proxy of `features.network_proxy` runs;
 * without it an enabled network is open.
 * @see https://developers.openai.com/codex/permissions (read 2026-11-21)
 */
export function profileOf(selected: Setting, layers: readonly Layer[]): Confinement {
  const place = selected.node.at;
  const chain = chainOf(selected, layers);
  if (chain.isBroken) {
    return {
      sandbox: unknown('external', place),
      network: unknown('external', place),
      writesTree: true,
    };
  }
  if (chain.base === ':danger-full-access') {
    return { sandbox: written('off', place), network: written('open', place), writesTree: true };
  }
  const [hole] = openings(chain);
  return {
    sandbox: hole === undefined ? written('on', place) : written('escapable', hole.keyAt),
    network: networkOf(chain, layers, place),
    writesTree: chain.base === ':workspace' || writable(chain),
  };
}

function chainOf(selected: Setting, layers: readonly Layer[]): Chain {
  const tables: DataNode[] = [];
  let name = String(plain(selected) ?? '');
  for (let round = 0; round < maxExtends; round += 1) {
    if (name.startsWith(':')) {
      const isKnown = /^:(?:read-only|workspace|danger-full-access)$/.test(name);
      return { tables, base: isKnown ? name : null, isBroken: !isKnown };
    }
    const table = setting(layers, 'permissions', name)?.node;
    if (table === undefined) return { tables, base: null, isBroken: true };
    tables.push(table);
    const parent = at(table, 'extends');
    if (parent?.type !== 'scalar') return { tables, base: null, isBroken: false };
    name = parent.text;
  }
  return { tables, base: null, isBroken: true };
}

function inChain(chain: Chain, ...path: readonly string[]): DataNode | undefined {
  for (const table of chain.tables) {
    const node = at(table, ...path);
    if (node !== undefined) return node;
  }
  return undefined;
}

function isTrue(node: DataNode | undefined): boolean {
  return node?.type === 'scalar' && node.value === true;
}

function networkOf(chain: Chain, layers: readonly Layer[], place: SourceRange): Agent['network'] {
  const enabled = inChain(chain, 'network', 'enabled');
  if (enabled === undefined) return byDefault('closed', place, page);
  if (enabled.type !== 'scalar' || typeof enabled.value !== 'boolean') {
    return unknown('unparsed', enabled.at);
  }
  if (!enabled.value) return written('closed', enabled.at);
  const domains = inChain(chain, 'network', 'domains');
  const everything = entries(domains).find((entry) => isEverything(entry));
  if (everything !== undefined) return written('open', everything.keyAt);
  const hasProxy = plain(setting(layers, 'features', 'network_proxy')) === true;
  if (domains === undefined || !hasProxy) return written('open', enabled.at);
  return written('allowlist', domains.at);
}

function isEverything(entry: DataEntry): boolean {
  return /^\*{1,2}$/.test(entry.key) && textOf(entry.value) === 'allow';
}

function textOf(node: DataNode | undefined): string {
  return node?.type === 'scalar' ? node.text : '';
}

/** Writable paths and sockets that are ways out. */
function openings(chain: Chain): readonly DataEntry[] {
  const files = chain.tables.flatMap((table) => entries(at(table, 'filesystem')));
  const sockets = entries(inChain(chain, 'network', 'unix_sockets'));
  const all = chain.tables.flatMap((table) =>
    entries(at(table, 'network')).filter(
      (entry) => entry.key === 'dangerously_allow_all_unix_sockets' && isTrue(entry.value),
    ),
  );
  return [
    ...files.filter(
      (entry) =>
        (entry.key === ':root' || wideOpen.test(entry.key)) && textOf(entry.value) === 'write',
    ),
    ...sockets.filter((entry) => wideOpen.test(entry.key) && textOf(entry.value) === 'allow'),
    ...all,
  ];
}

function writable(chain: Chain): boolean {
  return treeEntries(chain).some((entry) => textOf(entry.value) === 'write');
}

/** Entries about the project's own files: `":workspace_roots" = "write"`, or a table of patterns below it. */
function treeEntries(chain: Chain): readonly DataEntry[] {
  return chain.tables.flatMap((table) =>
    entries(at(table, 'filesystem')).flatMap((entry) => {
      if (!/^:(?:workspace|project)_roots$/.test(entry.key)) return [];
      return entry.value.type === 'map' ? entries(entry.value) : [entry];
    }),
  );
}

/** What the profile denies and opens, as rules and weaknesses. Nothing where an older setting switches it off. */
export function profileFacts(
  layers: readonly Layer[],
  agent: EntityKey,
  folder: string,
): readonly Fact[] {
  const selected = setting(layers, 'default_permissions');
  if (selected === undefined || setting(layers, 'sandbox_mode') !== undefined) return [];
  const chain = chainOf(selected, layers);
  if (chain.isBroken) return unknownProfile(selected, agent);
  return [
    ...fileRules(chain, agent, folder),
    ...hostRules(chain, layers, agent),
    ...weaknesses(chain, agent),
  ];
}

function unknownProfile(selected: Setting, agent: EntityKey): readonly Fact[] {
  const name = String(plain(selected) ?? '').slice(0, 40);
  if (!name.startsWith(':')) return [];
  return [
    write.inert(agent, `default_permissions ${name}`, selected.node.at, {
      because: `Codex has no built-in permission profile "${name}"`,
      remedy: 'Use one of :read-only, :workspace, :danger-full-access.',
      looksProtective: !/danger|full/i.test(name),
    }),
  ];
}

/** Denials hold for commands too: the sandbox enforces them. */
function fileRules(chain: Chain, agent: EntityKey, folder: string): readonly Fact[] {
  const outside = chain.tables.flatMap((table) =>
    entries(at(table, 'filesystem')).filter((entry) => /^[~/]/.test(entry.key)),
  );
  const denied = [...treeEntries(chain), ...outside].filter(
    (entry) => entry.value.type === 'scalar' && /^(?:deny|none)$/.test(entry.value.text),
  );
  return denied.map((entry, order) => {
    const everything = /^(?:\.|:workspace_roots|:project_roots)$/.test(entry.key);
    return write.rule({
      agent,
      effect: 'deny',
      tool: 'read',
      pattern: everything ? { type: 'any' } : { type: 'path', text: entry.key, folder },
      order,
      at: entry.keyAt,
      name: entry.key,
    });
  });
}

function hostRules(chain: Chain, layers: readonly Layer[], agent: EntityKey): readonly Fact[] {
  const domains = inChain(chain, 'network', 'domains');
  const list = entries(domains).filter((entry) => !isEverything(entry));
  if (list.length === 0 || domains === undefined) return [];
  const enabled = inChain(chain, 'network', 'enabled');
  if (!isTrue(enabled)) return [];
  if (plain(setting(layers, 'features', 'network_proxy')) !== true) {
    return [
      write.inert(agent, 'network.domains', domains.at, {
        because: 'Codex applies host rules only while the proxy of features.network_proxy runs',
        remedy: 'Set features.network_proxy to true.',
        looksProtective: true,
      }),
    ];
  }
  return list.flatMap((entry, order) => {
    const effect = textOf(entry.value);
    if (effect !== 'allow' && effect !== 'deny') return [];
    const host = entry.key.toLowerCase().replace(/^\*\*\./, '*.');
    return [
      write.rule({
        agent,
        effect,
        tool: 'network',
        pattern: host.includes('*') ? { type: 'glob', text: host } : { type: 'exact', text: host },
        order,
        at: entry.keyAt,
        name: `network.domains: ${entry.key}`,
      }),
    ];
  });
}

function weaknesses(chain: Chain, agent: EntityKey): readonly Fact[] {
  const holes = openings(chain).map((entry) =>
    write.weakness(agent, `permissions: ${entry.key}`, entry.keyAt, {
      control: 'sandbox',
      because: /socket|\.sock$/.test(entry.key)
        ? 'commands in the sandbox may talk to services that act for them outside it'
        : 'commands in the sandbox write far outside the project',
      remedy: 'Allow only what the project needs.',
    }),
  );
  const enabled = inChain(chain, 'network', 'enabled');
  const everything = entries(inChain(chain, 'network', 'domains')).find(isEverything);
  const hasList = entries(inChain(chain, 'network', 'domains')).length > 0;
  if (enabled === undefined || !isTrue(enabled) || (hasList && everything === undefined)) {
    return holes;
  }
  const name = everything === undefined ? 'network.enabled' : `network.domains: ${everything.key}`;
  return [
    ...holes,
    write.weakness(agent, name, everything?.keyAt ?? enabled.at, {
      control: 'network',
      because: 'commands in the sandbox reach every host, unasked',
      remedy: 'List the hosts that commands need, without the APIs of your providers.',
    }),
  ];
}
