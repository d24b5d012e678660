import type { DataDocument } from '../../model/document.ts';
import type { Agent, EntityKey, Fact } from '../../model/fact.ts';
import type { SourceRange } from '../../model/source.ts';
import { byDefault, written } from '../../model/value.ts';
import { agentWriter } from '../../recognize/agent/agent-facts.ts';
import { scalars } from '../../recognize/agent/mcp-entry.ts';
import { everywhere, setting, trueAt } from './setting-files.ts';

const write = agentWriter('factory');
const page = 'https://docs.factory.ai/cli/configuration/sandbox';

const machine = /^(?:~|\/|\$HOME)\/?$|\.sock$/;
const credentials = /^(?:~|\$HOME)\/\.(?:aws|ssh|kube|azure|gnupg|docker|railway|config)\b/;

/** Whether a path that commands may write to gives the machine or its credentials away. */
export function isWritableHole(path: string): boolean {
  return machine.test(path) || credentials.test(path);
}

/**
 * The sandbox is off unless it is switched on; inside it only the listed domains are reached, beside the vendor's own.
 * @see https://docs.factory.ai/cli/configuration/sandbox (read 2026-11-21)
 */
export function sandboxOf(
  files: readonly DataDocument[],
  place: SourceRange,
): Pick<Agent, 'sandbox' | 'network'> {
  const enabled = setting(files, 'sandbox', 'enabled');
  const on = trueAt(enabled);
  if (on === undefined) {
    const at = enabled?.node.at;
    return at === undefined
      ? { sandbox: byDefault('off', place, page), network: byDefault('open', place, page) }
      : { sandbox: written('off', at), network: written('open', at) };
  }
  const hole = writable(files).find((item) => machine.test(item.text));
  const domains = everywhere(files, 'sandbox', 'network', 'allowedDomains');
  const hosts = domains.flatMap(({ node }) => scalars(node));
  const everything = hosts.find((item) => item.text === '*');
  const [first] = hosts;
  return {
    sandbox: hole === undefined ? written('on', on) : written('escapable', hole.at),
    network:
      everything !== undefined
        ? written('open', everything.at)
        : first === undefined
          ? byDefault('closed', on, page)
          : written('allowlist', first.at),
  };
}

/** Domains as rules, files that commands and tools may not read, and what the lists give away. */
export function sandboxFacts(
  files: readonly DataDocument[],
  agent: EntityKey,
  folder: string,
): readonly Fact[] {
  if (trueAt(setting(files, 'sandbox', 'enabled')) === undefined) return [];
  const facts: Fact[] = [];
  const domains = everywhere(files, 'sandbox', 'network', 'allowedDomains');
  for (const [order, item] of domains.flatMap(({ node }) => scalars(node)).entries()) {
    const text = item.text.toLowerCase();
    if (text === '*') {
      facts.push(
        write.weakness(agent, 'sandbox.network.allowedDomains', item.at, {
          control: 'network',
          because: 'sandboxed commands reach any host, the APIs of your providers included',
          remedy: 'List the exact hosts that builds and tests need.',
        }),
      );
      continue;
    }
    const pattern = { type: text.includes('*') ? 'glob' : 'exact', text } as const;
    const rule = { agent, effect: 'allow', tool: 'network', pattern, order } as const;
    facts.push(write.rule({ ...rule, at: item.at, name: `sandbox allowedDomains: ${text}` }));
  }
  const hidden = everywhere(files, 'sandbox', 'filesystem', 'denyRead');
  for (const [order, item] of hidden.flatMap(({ node }) => scalars(node)).entries()) {
    const pattern = { type: 'path', text: item.text.replace(/^\.\//, ''), folder } as const;
    const rule = { agent, effect: 'deny', tool: 'read', pattern, order } as const;
    facts.push(write.rule({ ...rule, at: item.at, name: `sandbox denyRead: ${item.text}` }));
  }
  for (const item of writable(files)) {
    const isWide = machine.test(item.text);
    if (!isWide && !credentials.test(item.text)) continue;
    facts.push(
      write.weakness(agent, `sandbox allowWrite ${item.text}`, item.at, {
        control: isWide ? 'sandbox' : 'secrets',
        because: `commands in the sandbox may write to ${item.text}`,
        remedy: `Take ${item.text} off sandbox.filesystem.allowWrite.`,
      }),
    );
  }
  return facts;
}

function writable(files: readonly DataDocument[]) {
  return everywhere(files, 'sandbox', 'filesystem', 'allowWrite').flatMap(({ node }) =>
    scalars(node),
  );
}
