import { at, type DataDocument, type DataNode, entry, items } from '../../model/document.ts';
import type { AgentRule, EntityKey, Fact, Verdict } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { Collect } from '../../model/plugin.ts';
import { isHome, type SourceRange } from '../../model/source.ts';
import { byDefault, unknown, type Value, written } from '../../model/value.ts';
import { firstLine } from '../../recognize/agent/advice-prose.ts';
import { type AgentWriter, agentWriter } from '../../recognize/agent/agent-facts.ts';
import { projectFolderOf } from '../../recognize/agent/agent-group.ts';
import { adviceFacts } from '../../recognize/agent/agent-prose.ts';
import { hookName, hookPower } from '../../recognize/agent/hook-script.ts';
import { mcpFacts } from '../../recognize/agent/mcp-servers.ts';
import { parseToolRule } from '../../recognize/agent/tool-rules.ts';
import { maskSecrets } from '../../recognize/credential/inline-secrets.ts';
import { isOwn, markers } from './group.ts';

const configPage = 'https://moonshotai.github.io/kimi-code/en/configuration/config-files.html';
const userKeys = ['default_permission_mode', 'permission', 'hooks'] as const;

/** Facts about the Kimi Code that works in one folder. What it asks about is the user's to set. */
export const collect: Collect = (unit, knowledge) => {
  const own = unit.documents.filter((document) => isOwn(document.file) && !isHome(document.file));
  const first = own[0] ?? unit.documents[0];
  if (first === undefined) return [];
  const write = agentWriter('kimi');
  const data = unit.documents.filter(
    (document): document is DataDocument => document.shape === 'data',
  );
  const configs = data.filter((document) => document.file.endsWith('config.toml'));
  const user = configs.find((document) => isHome(document.file));
  const place = firstLine(first);
  const mode = modeOf(user, place);
  const agent = write.agent({
    folder: own[0] === undefined ? '' : projectFolderOf(own[0].file, markers),
    at: place,
    ruleOrder: 'first-match',
    shell: mode,
    mcp: mode,
    read: byDefault('runs', place, configPage),
    sandbox: byDefault('off', place, configPage),
    network: byDefault('open', place, configPage),
  });
  const { key } = agent;
  return [
    agent,
    ...(user === undefined ? [] : ruleFacts(user, key, write, knowledge)),
    ...(user === undefined ? [] : hookFacts(user, key, write)),
    ...configs.filter((file) => !isHome(file.file)).flatMap((file) => misplaced(file, key, write)),
    ...data
      .filter((document) => document.file.endsWith('mcp.json'))
      .flatMap((document) =>
        mcpFacts(
          {
            document,
            servers: at(document.roots[0], 'mcpServers'),
            agent: key,
            agentName: agent.name,
            collector: 'kimi',
            isRejected: () => false,
          },
          knowledge,
        ),
      ),
    ...adviceFacts(
      unit.documents.filter(({ file }) => file.endsWith('.md')),
      key,
      write,
    ),
  ];
};

/**
 * `default_permission_mode`: `manual` asks, `auto` decides by itself, `yolo` asks about nothing.
 * @see https://moonshotai.github.io/kimi-code/en/configuration/config-files.html (read 2026-11-21)
 */
function modeOf(user: DataDocument | undefined, place: SourceRange): Value<Verdict> {
  const node = at(user?.roots[0], 'default_permission_mode');
  if (node === undefined) return byDefault('asks', place, configPage);
  switch (node.type === 'scalar' ? node.text : '') {
    case 'manual':
      return written('asks', node.at);
    case 'yolo':
      return written('runs', node.at);
    default:
      return unknown('external', node.at);
  }
}

/** `[[permission.rules]]`: the first that matches decides. */
function ruleFacts(
  document: DataDocument,
  agent: EntityKey,
  write: AgentWriter,
  knowledge: Knowledge,
): readonly Fact[] {
  return items(at(document.roots[0], 'permission', 'rules')).flatMap((node, order) => {
    const pattern = at(node, 'pattern');
    const effect = effectOf(at(node, 'decision'));
    if (pattern?.type !== 'scalar' || effect === null) return [];
    const masked = maskSecrets(pattern, document, 'kimi', knowledge);
    const parsed = parseToolRule(masked.text, effect, '');
    if (parsed.type !== 'rule' || parsed.inert !== null) return masked.facts;
    const { tool, pattern: found } = parsed;
    const name = masked.text;
    return [
      ...masked.facts,
      write.rule({ agent, effect, tool, pattern: found, order, at: pattern.at, name }),
    ];
  });
}

function effectOf(node: DataNode | undefined): AgentRule['effect'] | null {
  const text = node?.type === 'scalar' ? node.text : '';
  return text === 'allow' || text === 'ask' || text === 'deny' ? text : null;
}

/** Matchers, expressions for names of tools, of hooks that are asked about commands or tools of servers. */
const hooksOnCommands = /^$|bash|shell|mcp|\.[*+]/i;

/**
 * `[[hooks]]` before a tool; the scripts lie in the user's home and are not read.
 * @see https://moonshotai.github.io/kimi-code/en/customization/hooks (read 2026-11-21)
 */
function hookFacts(document: DataDocument, agent: EntityKey, write: AgentWriter): readonly Fact[] {
  return items(at(document.roots[0], 'hooks')).flatMap((hook) => {
    const command = at(hook, 'command');
    const event = at(hook, 'event');
    if (command?.type !== 'scalar' || event?.type !== 'scalar') return [];
    if (event.text !== 'PreToolUse' || !hookPower(command.text, []).guards) return [];
    const matcher = at(hook, 'matcher');
    if (!hooksOnCommands.test(matcher?.type === 'scalar' ? matcher.text : '')) return [];
    const name = `PreToolUse hook ${hookName(command.text)}`;
    const guard = { name, at: command.at, strength: 'asks' } as const;
    return write.guard(agent, guard, `${name} judges commands before they run`);
  });
}

function misplaced(document: DataDocument, agent: EntityKey, write: AgentWriter): readonly Fact[] {
  return userKeys.flatMap((name) => {
    const found = entry(document.roots[0], name);
    if (found === undefined) return [];
    const isLoose = found.value.type === 'scalar' && found.value.text !== 'manual';
    return [
      write.inert(agent, name, found.keyAt, {
        because: `Kimi Code reads ${name} only from the user's configuration`,
        remedy: 'Remove it here, and set it in ~/.kimi-code/config.toml.',
        looksProtective: !isLoose,
      }),
    ];
  });
}
