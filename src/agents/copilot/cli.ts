import {
  at,
  type DataDocument,
  type DataNode,
  type Document,
  entries,
  items,
} from '../../model/document.ts';
import type { Agent, Fact, Verdict } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import { baseName, type SourceRange } from '../../model/source.ts';
import { byDefault, unknown, type Value, written } from '../../model/value.ts';
import { firstLine } from '../../recognize/agent/advice-prose.ts';
import { agentWriter } from '../../recognize/agent/agent-facts.ts';
import { isHome } from '../../recognize/agent/agent-group.ts';
import { adviceFacts } from '../../recognize/agent/agent-prose.ts';
import { hookFacts } from './hooks.ts';
import { serverFacts } from './mcp.ts';

const page =
  'https://docs.github.com/copilot/reference/copilot-cli-reference/cli-config-dir-reference';
const write = agentWriter('copilot-cli', 'copilot');
const own = /(?:^|\/)\.github\/(?:copilot\/settings(?:\.local)?\.json|mcp\.json)$|^~\/\.copilot\//;

/** Keys that count in a repository: all of them tighten, or have nothing to do with what the agent may do. */
const repositoryKeys =
  /^(?:\$schema|companyAnnouncements|contextTier|deniedUrls|disableAllHooks|disabledMcpServers|disabledSkills|effortLevel|enabledPlugins|extraKnownMarketplaces|hooks|includeCoAuthoredBy|mergeStrategy|model|respectGitignore)$/;

/** Copilot's command line tool; nothing where no file of its own is there. */
export function cliFacts(
  documents: readonly Document[],
  prose: readonly Document[],
  folder: string,
  knowledge: Knowledge,
): readonly Fact[] {
  const first = documents.find(({ file }) => own.test(file));
  if (first === undefined) return [];
  const place = firstLine(first);
  const files = documents.filter((document): document is DataDocument => document.shape === 'data');
  const repository = files.filter(({ file }) =>
    /(?:^|\/)\.github\/copilot\/settings(?:\.local)?\.json$/.test(file),
  );
  const user = files.find(({ file }) => file === '~/.copilot/settings.json');
  const agent = write.agent({
    folder,
    at: place,
    ...modeOf(user, place),
    read: byDefault('runs', place, page),
    ...sandboxOf(user, place),
  });
  const settings = [...repository, ...(user === undefined ? [] : [user])];
  const rejected = settings.flatMap((document) =>
    textsOf(at(document.roots[0], 'disabledMcpServers')).map(({ text }) => text),
  );
  const hasHooks = !settings.some((document) => isTrue(at(document.roots[0], 'disableAllHooks')));
  return [
    agent,
    ...settings.flatMap((document) => settingFacts(document, agent)),
    ...files
      .filter(({ file }) =>
        /(?:^|\/)(?:\.mcp|\.github\/mcp|\.copilot\/mcp-config)\.json$/.test(file),
      )
      .flatMap((document) =>
        serverFacts(document, at(document.roots[0], 'mcpServers'), agent, knowledge, rejected),
      ),
    ...(hasHooks ? hookFacts(documents, agent.key, write) : []),
    ...adviceFacts(prose, agent.key, write),
  ];
}

/**
 * The mode, which only the user's own settings choose.
 * @see https://docs.github.com/copilot/reference/copilot-cli-reference/cli-config-dir-reference (read 2026-11-21)
 */
function modeOf(user: DataDocument | undefined, place: SourceRange): Pick<Agent, 'shell' | 'mcp'> {
  const mode = at(user?.roots[0], 'defaultPermissionMode');
  const verdict = verdictOf(mode, place);
  return { shell: verdict, mcp: verdict };
}

function verdictOf(mode: DataNode | undefined, place: SourceRange): Value<Verdict> {
  if (mode === undefined) return byDefault('asks', place, page);
  if (mode.type !== 'scalar') return unknown('unparsed', mode.at);
  if (mode.text === 'allow-all') return written('runs', mode.at);
  if (mode.text === 'manual') return written('asks', mode.at);
  return unknown(mode.text === 'assisted' ? 'external' : 'unparsed', mode.at);
}

function sandboxOf(
  user: DataDocument | undefined,
  place: SourceRange,
): Partial<Pick<Agent, 'sandbox'>> {
  const enabled = at(user?.roots[0], 'sandbox', 'enabled');
  if (enabled?.type !== 'scalar' || typeof enabled.value !== 'boolean') {
    return { sandbox: unknown('external', place) };
  }
  if (!enabled.value) return { sandbox: written('off', enabled.at) };
  const bypass = at(user?.roots[0], 'sandbox', 'allowBypass');
  return isTrue(bypass) && bypass !== undefined
    ? { sandbox: written('escapable', bypass.at) }
    : { sandbox: written('on', enabled.at) };
}

function settingFacts(document: DataDocument, agent: Agent): readonly Fact[] {
  const [root] = document.roots;
  const isUser = isHome(document.file);
  const facts: Fact[] = [...urlRules(document, agent, 'deny', 'deniedUrls')];
  if (isUser) facts.push(...urlRules(document, agent, 'allow', 'allowedUrls'));
  for (const { key, keyAt, value } of entries(root)) {
    if (key === 'disableAllHooks' && isTrue(value)) {
      facts.push(
        write.weakness(agent.key, key, keyAt, {
          control: 'hook',
          because: 'no hook runs, whoever set it up',
          remedy: 'Remove disableAllHooks.',
        }),
      );
    } else if (!isUser && !repositoryKeys.test(key)) {
      facts.push(
        write.inert(agent.key, key, keyAt, {
          because: `the Copilot CLI does not read ${key} from a repository`,
          remedy: 'Remove it here, and set it in ~/.copilot/settings.json.',
          looksProtective: protects(key, value, document.text),
        }),
      );
    }
  }
  return isUser ? [...facts, ...userHoles(root, agent)] : facts;
}

function protects(key: string, value: DataNode, text: string): boolean {
  const said = text.slice(value.at.start, value.at.end);
  if (/permission/i.test(key)) return /deny|ask|manual|plan/.test(said) && !/allow-all/.test(said);
  if (/^sandbox/.test(key)) return !/"enabled"\s*:\s*false|"allowBypass"\s*:\s*true/.test(said);
  return /den|disable|limit|exclude/i.test(key);
}

function userHoles(root: DataNode | undefined, agent: Agent): readonly Fact[] {
  const holes: Fact[] = [];
  const mode = at(root, 'defaultPermissionMode');
  if (mode?.type === 'scalar' && mode.text === 'allow-all') {
    holes.push(
      write.weakness(agent.key, 'defaultPermissionMode', mode.at, {
        control: 'approval',
        because: 'every tool, path and address is allowed without a question',
        remedy: 'Set defaultPermissionMode to manual.',
      }),
    );
  }
  const bypass = at(root, 'sandbox', 'allowBypass');
  if (bypass !== undefined && isTrue(bypass)) {
    holes.push(
      write.weakness(agent.key, 'sandbox.allowBypass', bypass.at, {
        control: 'sandbox',
        because: 'commands may run outside the sandbox',
        remedy: 'Set sandbox.allowBypass to false.',
      }),
    );
  }
  return holes;
}

function urlRules(
  document: DataDocument,
  agent: Agent,
  effect: 'allow' | 'deny',
  key: string,
): readonly Fact[] {
  return textsOf(at(document.roots[0], key)).map((item, order) => {
    const host = item.text
      .replace(/^[a-z]+:\/\//i, '')
      .replace(/^[^@/]*@/, '')
      .replace(/[/?#:].*$/, '')
      .toLowerCase();
    return write.rule({
      agent: agent.key,
      effect,
      tool: 'network',
      pattern: { type: host.includes('*') ? 'glob' : 'exact', text: host },
      order,
      at: item.at,
      name: `${key} in ${baseName(document.file)}: ${host}`,
    });
  });
}

function textsOf(node: DataNode | undefined) {
  return items(node).flatMap((item) => (item.type === 'scalar' ? [item] : []));
}

function isTrue(node: DataNode | undefined): boolean {
  return node?.type === 'scalar' && node.value === true;
}
