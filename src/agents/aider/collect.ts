import type { Document, ScalarNode } from '../../model/document.ts';
import type { Agent, Fact, Verdict } from '../../model/fact.ts';
import type { RulePattern } from '../../model/permission.ts';
import type { Collect } from '../../model/plugin.ts';
import { baseName, folderOf, type SourceRange } from '../../model/source.ts';
import { byDefault, unknown, type Value, written } from '../../model/value.ts';
import { firstLine } from '../../recognize/agent/advice-prose.ts';
import { agentWriter } from '../../recognize/agent/agent-facts.ts';
import { isHome } from '../../recognize/agent/agent-group.ts';
import { adviceFacts, ignoreRules } from '../../recognize/agent/agent-prose.ts';
import { scalars } from '../../recognize/agent/mcp-entry.ts';
import { maskSecrets, sliceScalar } from '../../recognize/credential/inline-secrets.ts';
import { isOn, type Option, optionsOf } from './options.ts';

const page = 'https://aider.chat/docs/config/options.html';
const write = agentWriter('aider');
type Options = ReturnType<typeof optionsOf>;

/** Facts about the Aider that works in one folder. */
export const collect: Collect = ({ documents }, knowledge) => {
  const options = optionsOf(documents);
  const first = documents.find(
    ({ file }) => /\.aider\.conf\.ya?ml$|\.aiderignore$/.test(file) && !isHome(file),
  );
  const sign = first ?? [...options.values()][0]?.document;
  if (sign === undefined) return [];
  const place = options.values().next().value?.entry.keyAt ?? firstLine(sign);
  const agent = write.agent({
    folder: isHome(sign.file) ? '' : folderOf(sign.file),
    at: place,
    shell: shellOf(options, place),
    // Aider speaks to no MCP server.
    mcp: byDefault('blocks', place, page),
    read: readsOf(options, place),
    sandbox: byDefault('off', place, page),
    network: byDefault('open', place, page),
    ...transcripts(options),
  });
  const ignoreFile = options.get('aiderignore')?.entry.value;
  const ignoreName = ignoreFile?.type === 'scalar' ? baseName(ignoreFile.text) : '.aiderignore';
  return [
    agent,
    ...ownCommands(options, agent, knowledge),
    ...weaknesses(options, agent),
    ...inertOptions(options, agent),
    ...documents
      .filter(({ file }) => baseName(file) === ignoreName)
      .flatMap((document) => ignoreRules(document, agent.key, write)),
    ...adviceFacts(prose(documents), agent.key, write),
  ];
};

function prose(documents: readonly Document[]): readonly Document[] {
  return documents.filter(({ file }) => file.endsWith('.md'));
}

/**
 * Suggested commands need a yes of their own, which `yes-always` answers with no.
 * @see https://aider.chat/docs/config/options.html (read 2026-11-21)
 */
function shellOf(options: Options, place: SourceRange): Value<Verdict> {
  const suggests = options.get('suggest-shell-commands');
  if (suggests !== undefined && isOn(suggests) === false) {
    return written('blocks', suggests.entry.value.at);
  }
  const always = options.get('yes-always');
  if (always !== undefined && isOn(always) === true) {
    return written('blocks', always.entry.value.at);
  }
  return unsure(suggests) ?? unsure(always) ?? byDefault('asks', place, page);
}

/** A switch that is written, but whose value the text does not decide. */
function unsure(option: Option | undefined): Value<Verdict> | undefined {
  if (option === undefined || isOn(option) !== undefined) return undefined;
  const { value } = option.entry;
  return unknown(value.type === 'expr' ? 'interpolated' : 'unparsed', value.at);
}

function readsOf(options: Options, place: SourceRange): Value<Verdict> {
  const always = options.get('yes-always');
  return always !== undefined && isOn(always) === true
    ? written('runs', always.entry.value.at)
    : (unsure(always) ?? byDefault('asks', place, page));
}

function transcripts(options: Options): Partial<Pick<Agent, 'transcriptDays'>> {
  const history = options.get('chat-history-file')?.entry.value;
  return history?.type === 'scalar' && history.text === '/dev/null'
    ? { transcriptDays: written(0, history.at) }
    : {};
}

/**
 * Commands that Aider runs by itself after each edit: linters by default, tests where `auto-test` is on.
 * @see https://aider.chat/docs/usage/lint-test.html (read 2026-11-21)
 */
function ownCommands(
  options: Options,
  agent: Agent,
  knowledge: Parameters<Collect>[1],
): readonly Fact[] {
  const runs = [
    ['lint-cmd', isOn(options.get('auto-lint')) !== false],
    ['test-cmd', isOn(options.get('auto-test')) === true],
  ] as const;
  return runs.flatMap(([key, isActive], rank) => {
    const option = options.get(key);
    if (option === undefined || !isActive) return [];
    return scalars(option.entry.value).flatMap((item, index): readonly Fact[] => {
      const command = withoutLanguage(item, option);
      const masked = maskSecrets(command, option.document, 'aider', knowledge);
      return [
        ...rulesOf(key, masked.text, rank * 1000 + index * 10, item.at, agent),
        ...masked.facts,
      ];
    });
  });
}

/** The line as a whole, and each command in it; a linter's line goes on with the names of files. */
function rulesOf(
  key: 'lint-cmd' | 'test-cmd',
  line: string,
  order: number,
  place: SourceRange,
  agent: Agent,
): readonly Fact[] {
  const parts = line.split(/&&|\|\||;/).map((part) => part.trim());
  const texts = [...new Set([line.trim(), ...parts])].filter((text) => text !== '').slice(0, 9);
  return texts.map((text, index) => {
    const pattern: RulePattern =
      key === 'lint-cmd' ? { type: 'prefix', text, boundary: 'word' } : { type: 'exact', text };
    const rule = { agent: agent.key, effect: 'allow', tool: 'shell', pattern } as const;
    return write.rule({ ...rule, order: order + index, at: place, name: `${key}: ${text}` });
  });
}

/** Linters may be given per language, as `python: flake8 --select=E9`. */
function withoutLanguage(item: ScalarNode, option: Option): ScalarNode {
  const lead = /^[a-z][a-z0-9+#-]*:\s+/i.exec(item.text)?.[0].length ?? 0;
  return sliceScalar(option.document.file, item, lead, item.text.length);
}

function weaknesses(options: Options, agent: Agent): readonly Fact[] {
  const found: Fact[] = [];
  const always = options.get('yes-always');
  if (always !== undefined && isOn(always) === true) {
    found.push(
      write.weakness(agent.key, 'yes-always', always.entry.keyAt, {
        control: 'approval',
        because: 'edits, and files to read, are taken without a question',
        remedy: 'Remove yes-always.',
      }),
    );
  }
  const history = options.get('chat-history-file');
  const file = history?.entry.value;
  if (history !== undefined && file?.type === 'scalar' && file.text === '/dev/null') {
    found.push(
      write.weakness(agent.key, 'chat-history-file', history.entry.keyAt, {
        control: 'log',
        because: 'nothing is kept of what the agent did',
        remedy: 'Give chat-history-file a file.',
      }),
    );
  }
  return found;
}

const looksLikeControl =
  /^(?:permissions?|allow(?:ed)?[-_a-z]*|den(?:y|ied)[-_a-z]*|block(?:ed)?[-_a-z]*|sandbox[-_a-z]*|confirm[-_a-z]*|approv[-_a-z]*|forbid[-_a-z]*|read[-_]?only[-_a-z]*|mcp[-_a-z]*|yes|ignore)$/i;

/**
 * Options that do nothing: those that Aider does not have, and commands whose switch is off.
 * @see https://aider.chat/docs/config/options.html (read 2026-11-21)
 */
function inertOptions(options: Options, agent: Agent): readonly Fact[] {
  return [...options].flatMap(([name, option]) => {
    const { keyAt } = option.entry;
    if (looksLikeControl.test(name)) {
      const what = {
        because: 'Aider has no such option',
        remedy: 'Remove it, or use suggest-shell-commands and .aiderignore.',
        looksProtective: !/^(?:allow|approv|yes|mcp)/i.test(name),
      };
      return [write.inert(agent.key, name, keyAt, what)];
    }
    if (name !== 'lint-cmd' || isOn(options.get('auto-lint')) !== false) return [];
    const what = {
      because: 'auto-lint is off, so nothing runs it',
      remedy: 'Remove it.',
      looksProtective: false,
    };
    return [write.inert(agent.key, name, keyAt, what)];
  });
}
