import { at, type DataDocument, entries, entry, items } from '../../model/document.ts';
import type { Agent, EntityKey, Fact } from '../../model/fact.ts';
import type { SourceRange } from '../../model/source.ts';
import { byDefault, written } from '../../model/value.ts';
import type { AgentWriter } from '../../recognize/agent/agent-facts.ts';
import { isHome } from '../../recognize/agent/agent-group.ts';

const sandboxPage = 'https://kilo.ai/docs/getting-started/settings/sandboxing';

/**
 * The sandbox of a folder: the user's file decides, the folder's own may only tighten. Network is closed inside it unless the user opens it.
 * @see https://kilo.ai/docs/getting-started/settings/sandboxing (read 2026-11-21)
 */
export function sandboxOf(
  configs: readonly DataDocument[],
  place: SourceRange,
): Pick<Agent, 'sandbox' | 'network'> {
  const on = switchOf(configs, 'enabled', (value) => value === true);
  if (on === undefined) {
    return {
      sandbox: byDefault('off', place, sandboxPage),
      network: byDefault('open', place, sandboxPage),
    };
  }
  const sandbox = written('on' as const, on);
  const denied = switchOf(configs.filter(isProject), 'network', (value) => value === 'deny');
  if (denied !== undefined) return { sandbox, network: written('closed', denied) };
  const allowed = switchOf(configs.filter(isUsers), 'network', (value) => value === 'allow');
  if (allowed !== undefined) return { sandbox, network: written('open', allowed) };
  const hosts = hostsOf(configs.filter(isUsers));
  const [first] = hosts;
  if (first !== undefined) return { sandbox, network: written('allowlist', first.at) };
  return { sandbox, network: byDefault('closed', on, sandboxPage) };
}

/** Hosts that the user opens, what a folder's file cannot do, and what the user's file gives away. */
export function sandboxFacts(
  configs: readonly DataDocument[],
  agent: EntityKey,
  network: Agent['network'],
  write: AgentWriter,
): readonly Fact[] {
  const facts: Fact[] = [];
  if ('value' in network && network.value === 'allowlist') {
    for (const [order, item] of hostsOf(configs.filter(isUsers)).entries()) {
      const text = item.text.toLowerCase().replace(/:\d+$/, '');
      const pattern = { type: 'exact', text } as const;
      const name = `sandbox.allowed_hosts: ${text}`;
      const rule = { agent, effect: 'allow', tool: 'network', pattern, order } as const;
      facts.push(write.rule({ ...rule, at: item.at, name }));
    }
  }
  for (const document of configs.filter(isProject)) facts.push(...looser(document, agent, write));
  for (const document of configs.filter(isUsers)) facts.push(...opened(document, agent, write));
  return facts;
}

function looser(document: DataDocument, agent: EntityKey, write: AgentWriter): readonly Fact[] {
  return entries(at(document.roots[0], 'sandbox')).flatMap(({ key, keyAt, value }) => {
    const isTighter =
      value.type === 'scalar' &&
      ((key === 'enabled' && value.value === true) || (key === 'network' && value.text === 'deny'));
    if (isTighter || !/^(?:enabled|network|allowed_hosts|writable_paths)$/.test(key)) return [];
    return [
      write.inert(agent, `sandbox.${key}`, keyAt, {
        because: 'a file of the project may only tighten the sandbox of Kilo Code',
        remedy: 'Remove it here; set it in ~/.config/kilo/kilo.jsonc if it is wanted.',
        looksProtective: false,
      }),
    ];
  });
}

const wide =
  /^(?:~|\/|\$HOME|~\/\.(?:aws|ssh|kube|config|azure|gnupg|docker)(?:\/.*)?)\/?$|\.sock$/;

function opened(document: DataDocument, agent: EntityKey, write: AgentWriter): readonly Fact[] {
  const sandbox = at(document.roots[0], 'sandbox');
  const facts: Fact[] = [];
  for (const item of items(at(sandbox, 'writable_paths'))) {
    if (item.type !== 'scalar' || !wide.test(item.text)) continue;
    facts.push(
      write.weakness(agent, `sandbox.writable_paths ${item.text}`, item.at, {
        control: 'sandbox',
        because: `commands in the sandbox may write to ${item.text}`,
        remedy: `Take ${item.text} off sandbox.writable_paths.`,
      }),
    );
  }
  const network = entry(sandbox, 'network')?.value;
  if (network?.type === 'scalar' && network.text === 'allow') {
    facts.push(
      write.weakness(agent, 'sandbox.network', network.at, {
        control: 'network',
        because: 'sandboxed commands reach any host, the APIs of your providers included',
        remedy: 'Set sandbox.network to deny and list hosts in sandbox.allowed_hosts.',
      }),
    );
  }
  return facts;
}

function switchOf(
  configs: readonly DataDocument[],
  key: string,
  matches: (value: unknown) => boolean,
): SourceRange | undefined {
  for (const document of [...configs].reverse()) {
    const node = at(document.roots[0], 'sandbox', key);
    if (node?.type === 'scalar' && matches(node.value)) return node.at;
  }
  return undefined;
}

function hostsOf(configs: readonly DataDocument[]) {
  return configs.flatMap((document) =>
    items(at(document.roots[0], 'sandbox', 'allowed_hosts')).flatMap((item) =>
      item.type === 'scalar' ? [item] : [],
    ),
  );
}

function isUsers(document: DataDocument): boolean {
  return isHome(document.file);
}

function isProject(document: DataDocument): boolean {
  return !isHome(document.file);
}
