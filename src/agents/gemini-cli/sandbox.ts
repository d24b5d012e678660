import { at, type DataNode, entry } from '../../model/document.ts';
import type { Agent, EntityKey, Fact } from '../../model/fact.ts';
import type { SourceRange } from '../../model/source.ts';
import { byDefault, unknown, written } from '../../model/value.ts';
import { scalars } from '../../recognize/agent/mcp-entry.ts';
import { sandboxEngine } from '../../recognize/agent/sandbox-engine.ts';
import { everywhere, type Layer, plain, setting } from '../../recognize/agent/setting-layers.ts';
import { wideOpen } from '../../recognize/agent/wide-open-path.ts';
import { ageInDays, isShortAge, secretNames } from './limits.ts';
import { write } from './writer.ts';

const page = 'https://github.com/google-gemini/gemini-cli/blob/main/docs/cli/sandbox.md';
/**
 * The sandbox around the whole program, or around each tool. Which hosts are reached from inside it, the profile of the machine decides unless the
 * settings open them.
 * @see https://github.com/google-gemini/gemini-cli/blob/main/docs/cli/sandbox.md (read 2026-11-21)
 */
export function sandboxOf(
  layers: readonly Layer[],
  place: SourceRange,
): Pick<Agent, 'sandbox' | 'network'> {
  const sandbox = sandboxEngine(layers, place, page);
  if (sandbox.state === 'unknown') return { sandbox, network: unknown(sandbox.why, sandbox.at) };
  if (sandbox.value === 'off') {
    const network: Agent['network'] =
      sandbox.state === 'set' ? written('open', sandbox.at) : byDefault('open', place, page);
    return { sandbox, network };
  }
  const access = networkAccess(layers);
  const isOpen = access?.type === 'scalar' && access.value === true;
  const network: Agent['network'] = isOpen
    ? written('open', access.at)
    : unknown('external', sandbox.at);
  const hole = openPath(layers);
  return { sandbox: hole === undefined ? sandbox : written('escapable', hole.at), network };
}

function networkAccess(layers: readonly Layer[]): DataNode | undefined {
  const own = setting(layers, 'tools', 'sandboxNetworkAccess')?.node;
  return own ?? setting(layers, 'tools', 'sandbox', 'networkAccess')?.node;
}

function openPath(layers: readonly Layer[]): DataNode | undefined {
  const lists = [
    ...everywhere(layers, 'tools', 'sandboxAllowedPaths'),
    ...everywhere(layers, 'tools', 'sandbox', 'allowedPaths'),
  ];
  return lists
    .flatMap(({ node }) => (node.type === 'list' ? scalars(node) : []))
    .find((item) => wideOpen.test(item.text));
}

/** What opens a sandbox that is on. */
export function sandboxFacts(
  layers: readonly Layer[],
  sandbox: Agent['sandbox'],
  agent: EntityKey,
): readonly Fact[] {
  if (sandbox.state === 'unknown' || sandbox.value === 'off') return [];
  const facts: Fact[] = [];
  const access = networkAccess(layers);
  if (access?.type === 'scalar' && access.value === true) {
    facts.push(
      write.weakness(agent, 'tools.sandboxNetworkAccess', access.at, {
        control: 'network',
        because: 'commands in the sandbox reach every host',
        remedy: 'Set sandboxNetworkAccess to false.',
      }),
    );
  }
  const hole = openPath(layers);
  if (hole !== undefined) {
    facts.push(
      write.weakness(agent, 'tools.sandboxAllowedPaths', hole.at, {
        control: 'sandbox',
        because: 'commands in the sandbox reach far outside the project',
        remedy: 'List only folders that belong to the project.',
      }),
    );
  }
  return facts;
}

/**
 * What else the settings open: approvals that are kept, folders that nobody has to trust, secrets that are left in.
 * @see https://github.com/google-gemini/gemini-cli/blob/main/docs/reference/configuration.md (read 2026-11-21)
 */
export function securityFacts(layers: readonly Layer[], agent: EntityKey): readonly Fact[] {
  const facts: Fact[] = [];
  const kept = setting(layers, 'security', 'autoAddToPolicyByDefault');
  if (kept !== undefined && plain(kept) === true) {
    facts.push(
      write.weakness(agent, 'security.autoAddToPolicyByDefault', kept.node.at, {
        control: 'approval',
        because: 'what a person allows once is offered to be allowed for all later sessions',
        remedy: 'Set it to false.',
      }),
    );
  }
  for (const layer of layers) {
    const trust = at(layer.root, 'security', 'folderTrust', 'enabled');
    if (trust?.type !== 'scalar') continue;
    if (!layer.isHome) facts.push(ownTrust(trust, agent));
    else if (trust.value === false) {
      facts.push(
        write.weakness(agent, 'security.folderTrust.enabled', trust.at, {
          control: 'approval',
          because: 'the settings and servers of every folder count without anybody trusting it',
          remedy: 'Set it to true.',
        }),
      );
    }
  }
  const redaction = setting(layers, 'security', 'environmentVariableRedaction');
  const passed = scalars(at(redaction?.node, 'allowed')).find((item) =>
    secretNames.test(item.text),
  );
  if (passed !== undefined) {
    facts.push(
      write.weakness(agent, 'security.environmentVariableRedaction.allowed', passed.at, {
        control: 'secrets',
        because: 'commands get variables that look like secrets',
        remedy: 'Leave only names of ordinary variables.',
      }),
    );
  }
  return facts;
}

/** Trust is decided before the project's file is read. */
function ownTrust(node: DataNode, agent: EntityKey): Fact {
  return write.inert(agent, 'security.folderTrust.enabled', node.at, {
    because: 'Gemini CLI decides whether it trusts a folder before it reads the folder’s settings',
    remedy: 'Move it to ~/.gemini/settings.json.',
    looksProtective: node.type === 'scalar' && node.value === true,
  });
}

/** How long sessions are kept. */
export interface Retention {
  readonly days: Agent['transcriptDays'];
  readonly facts: readonly Fact[];
}

/**
 * Sessions are deleted after `maxAge`; without deletion nothing says how long they stay.
 * @see https://github.com/google-gemini/gemini-cli/blob/main/docs/cli/session-management.md (read 2026-11-21)
 */
export function retentionOf(
  layers: readonly Layer[],
  agent: EntityKey,
  place: SourceRange,
): Retention {
  const page =
    'https://github.com/google-gemini/gemini-cli/blob/main/docs/cli/session-management.md';
  const enabled = setting(layers, 'general', 'sessionRetention', 'enabled');
  if (enabled !== undefined && plain(enabled) !== true) {
    return { days: unknown('external', enabled.node.at), facts: [] };
  }
  const age = setting(layers, 'general', 'sessionRetention', 'maxAge');
  if (age === undefined) {
    const table = setting(layers, 'general', 'sessionRetention')?.node;
    const count = entry(table, 'maxCount');
    if (count !== undefined) return { days: unknown('external', count.keyAt), facts: [] };
    return { days: byDefault(30, place, page), facts: [] };
  }
  const text = String(plain(age));
  const days = ageInDays(text);
  if (days === undefined) return { days: unknown('unparsed', age.node.at), facts: [] };
  if (!isShortAge(text)) return { days: written(days, age.node.at), facts: [] };
  const weakness = write.weakness(agent, 'general.sessionRetention.maxAge', age.node.at, {
    control: 'log',
    because: 'what the agent did is deleted within a week',
    remedy: 'Keep sessions for 30 days or more.',
  });
  return { days: written(days, age.node.at), facts: [weakness] };
}
