import { at, items } from '../../model/document.ts';
import type { Agent, Fact } from '../../model/fact.ts';
import type { SourceRange } from '../../model/source.ts';
import { byDefault, unknown, written } from '../../model/value.ts';
import { type Layer, plainOf, type Setting, settingOf } from './layers.ts';
import type { RuleOwner } from './terminal-rules.ts';

const page = 'https://code.visualstudio.com/docs/agents/run/agent-sandboxing';
const prefix = 'chat.agent.sandbox.';
/** Paths whose opening gives the machine away. */
export const wideOpen = /^(?:~|\/|\$HOME|\$\{userHome\})\/?$|docker\.sock$|podman\.sock$/;

/** The sandbox of terminal commands, and what they reach from inside it. */
export function sandboxOf(
  layers: readonly Layer[],
  place: SourceRange,
): Pick<Agent, 'sandbox' | 'network'> {
  const enabled = settingOf(layers, `${prefix}enabled`);
  const said = plainOf(enabled);
  if (enabled === undefined) {
    return {
      sandbox: byDefault('off', place, page),
      network: byDefault('open', place, page),
    };
  }
  const { at: where } = enabled.value;
  if (said === 'off' || said === false) {
    return { sandbox: written('off', where), network: written('open', where) };
  }
  if (said !== 'on' && said !== true && said !== 'allowNetwork') {
    return { sandbox: unknown('unparsed', where), network: unknown('unparsed', where) };
  }
  const leaves = settingOf(layers, `${prefix}allowUnsandboxedCommands`);
  const isTight = plainOf(leaves) === false && openPath(layers) === undefined;
  return {
    sandbox: written(isTight ? 'on' : 'escapable', leaves?.value.at ?? where),
    network: said === 'allowNetwork' ? written('open', where) : networkOf(layers, where),
  };
}

function networkOf(layers: readonly Layer[], place: SourceRange): Agent['network'] {
  const allow = networkSetting(layers);
  if (plainOf(allow) === false && allow !== undefined) return written('closed', allow.value.at);
  const domains = settingOf(layers, `${prefix}network.allowedDomains`);
  if (domains !== undefined && items(domains.value).length > 0) {
    return written('allowlist', domains.value.at);
  }
  if (allow !== undefined) return written('open', allow.value.at);
  return byDefault('open', place, page);
}

/** The setting moved below `network.` in 2026. */
function networkSetting(layers: readonly Layer[]): Setting | undefined {
  return (
    settingOf(layers, `${prefix}network.allowNetwork`) ?? settingOf(layers, `${prefix}allowNetwork`)
  );
}

function openPath(layers: readonly Layer[]): SourceRange | undefined {
  const paths = settingOf(layers, `${prefix}fileSystem.userConfiguredPaths`);
  const open = items(at(paths?.value, 'readwritePaths'));
  return open.find((item) => item.type === 'scalar' && wideOpen.test(item.text))?.at;
}

/** Domains of the sandbox as rules, and what its settings give away. */
export function sandboxFacts(
  layers: readonly Layer[],
  sandbox: Agent['sandbox'],
  owner: RuleOwner,
): readonly Fact[] {
  if (sandbox.state === 'unknown' || sandbox.value === 'off') return [];
  return [...domainRules(layers, owner), ...weaknesses(layers, owner)];
}

function domainRules(layers: readonly Layer[], { agent, write }: RuleOwner): readonly Fact[] {
  return (['deny', 'allow'] as const).flatMap((effect) => {
    const key = `${prefix}network.${effect === 'deny' ? 'denied' : 'allowed'}Domains`;
    return items(settingOf(layers, key)?.value).flatMap((item, index) => {
      if (item.type !== 'scalar' || item.text === '*') return [];
      const text = item.text.toLowerCase();
      return [
        write.rule({
          agent,
          effect,
          tool: 'network',
          pattern: { type: text.includes('*') ? 'glob' : 'exact', text },
          order: 60_000 + index,
          at: item.at,
          name: `${key}: ${text}`,
        }),
      ];
    });
  });
}

const openings = [
  [
    'allowUnsandboxedCommands',
    true,
    'sandbox',
    'commands may ask to run outside the sandbox',
    'Set chat.agent.sandbox.allowUnsandboxedCommands to false.',
  ],
  [
    'autoApproveUnsandboxedCommands',
    true,
    'sandbox',
    'commands leave the sandbox unasked',
    'Remove chat.agent.sandbox.autoApproveUnsandboxedCommands.',
  ],
  [
    'mcpServers',
    false,
    'sandbox',
    'MCP servers run outside the sandbox',
    'Set chat.agent.sandbox.mcpServers to true.',
  ],
  [
    'network.allowNetwork',
    true,
    'network',
    'sandboxed commands reach every provider API',
    'Set chat.agent.sandbox.network.allowNetwork to false, or list the domains.',
  ],
] as const;

function weaknesses(layers: readonly Layer[], { agent, write }: RuleOwner): readonly Fact[] {
  const hasDomains = items(settingOf(layers, `${prefix}network.allowedDomains`)?.value).length > 0;
  const written = openings.flatMap(([name, bad, control, because, remedy]) => {
    const setting = settingOf(layers, `${prefix}${name}`);
    if (setting === undefined || plainOf(setting) !== bad) return [];
    if (control === 'network' && hasDomains) return [];
    const what = { control, because, remedy };
    return [write.weakness(agent, `${prefix}${name}`, setting.keyAt, what)];
  });
  const open = openPath(layers);
  if (open === undefined) return written;
  const what = {
    control: 'sandbox',
    because: 'sandboxed commands may write to a place that gives the machine away',
    remedy: 'List only the folders that a task needs under readwritePaths.',
  } as const;
  const name = `${prefix}fileSystem.userConfiguredPaths`;
  return [...written, write.weakness(agent, name, open, what)];
}
