import { at, type DataNode, items } from '../../model/document.ts';
import type { Agent, EntityKey, Fact } from '../../model/fact.ts';
import type { SourceRange } from '../../model/source.ts';
import { byDefault, unknown, written } from '../../model/value.ts';
import type { AgentWriter } from '../../recognize/agent/agent-facts.ts';

const page = 'https://zed.dev/docs/ai/sandboxing';

/**
 * The sandbox around the terminal and fetch tools. It is on by default since 1.14.2, closed to the network, and the agent may ask to leave it; what
 * the user's settings say decides, so without them nothing is known.
 * @see https://zed.dev/docs/ai/sandboxing (read 2026-11-21)
 */
export function sandboxOf(
  user: DataNode | undefined,
  place: SourceRange,
): Pick<Agent, 'sandbox' | 'network'> {
  if (user === undefined) {
    return { sandbox: unknown('external', place), network: unknown('external', place) };
  }
  const permissions = at(user, 'agent', 'sandbox_permissions');
  const leaves = at(permissions, 'allow_unsandboxed');
  if (isTrue(leaves) && leaves !== undefined) {
    return { sandbox: written('off', leaves.at), network: written('open', leaves.at) };
  }
  return { sandbox: byDefault('escapable', place, page), network: networkOf(permissions, place) };
}

function networkOf(permissions: DataNode | undefined, place: SourceRange): Agent['network'] {
  const all = at(permissions, 'allow_all_hosts');
  if (isTrue(all) && all !== undefined) return written('open', all.at);
  const hosts = at(permissions, 'network_hosts');
  if (hosts !== undefined && items(hosts).length > 0) return written('allowlist', hosts.at);
  return byDefault('closed', place, page);
}

const holes = [
  ['allow_unsandboxed', 'sandbox', 'commands run outside the sandbox'],
  ['allow_all_hosts', 'network', 'sandboxed commands reach every provider API'],
  ['allow_fs_write_all', 'sandbox', 'sandboxed commands write anywhere on the machine'],
] as const;

/** Hosts of the sandbox as rules, and what the settings give away. */
export function sandboxFacts(
  user: DataNode | undefined,
  agent: EntityKey,
  write: AgentWriter,
): readonly Fact[] {
  const permissions = at(user, 'agent', 'sandbox_permissions');
  const hosts = items(at(permissions, 'network_hosts')).flatMap((item, order) => {
    if (item.type !== 'scalar') return [];
    const text = item.text.toLowerCase();
    const pattern = { type: text.includes('*') ? 'glob' : 'exact', text } as const;
    const rule = { agent, effect: 'allow', tool: 'network', pattern, order } as const;
    return [write.rule({ ...rule, at: item.at, name: `network_hosts: ${text}` })];
  });
  const weak = holes.flatMap(([key, control, because]) => {
    const found = at(permissions, key);
    if (found === undefined || !isTrue(found)) return [];
    const remedy = `Remove agent.sandbox_permissions.${key}.`;
    const name = `agent.sandbox_permissions.${key}`;
    return [write.weakness(agent, name, found.at, { control, because, remedy })];
  });
  return [...hosts, ...weak];
}

function isTrue(node: DataNode | undefined): boolean {
  return node?.type === 'scalar' && node.value === true;
}
