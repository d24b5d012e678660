import {
  at,
  type DataDocument,
  type DataNode,
  type Document,
  type ScalarNode,
} from '../../model/document.ts';
import type { AgentRule, Verdict } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { SourceRange } from '../../model/source.ts';
import { byDefault, unknown, type Value, written } from '../../model/value.ts';
import { claudeHabits } from '../../recognize/agent/claude-habits.ts';
import { scalars } from '../../recognize/agent/mcp-entry.ts';
import { parseToolRule } from '../../recognize/agent/tool-rules.ts';
import { maskSecrets } from '../../recognize/credential/inline-secrets.ts';
import { textOf } from '../../recognize/workflow/step.ts';
import { type Argument, firstFlag, flagValues, listEntries } from './arguments.ts';
import { embeddedJson } from './embedded-json.ts';
import { asData } from './job.ts';
import { blankReading, both, type DraftInert, type DraftRule, type Reading } from './reading.ts';

const headlessPage = 'https://code.claude.com/docs/en/headless';
const sandboxPage = 'https://code.claude.com/docs/en/sandboxing';
const settingsPage = 'https://code.claude.com/docs/en/settings';

/** Lists of rules and where they come from. */
type Rules = Pick<Reading, 'rules' | 'inert' | 'facts'>;

/**
 * What `claude -p` with these arguments does. Nobody answers a question there, so what would ask is refused. The repository's `allow` rules wait for
 * a trust dialog that never comes; its `deny` and `ask` rules, its MCP servers and its hooks count.
 * @see https://code.claude.com/docs/en/headless
 */
export function claudeReading(
  product: string,
  place: SourceRange,
  args: readonly Argument[],
  given: {
    readonly document: Document;
    readonly settings: readonly Document[];
    /** The `settings` input of an action. */
    readonly input: ScalarNode | null;
  },
  knowledge: Knowledge,
): Reading {
  const { document, settings } = given;
  const inputs = [
    ...(given.input === null ? [] : [given.input]),
    ...flagValues(args, ['--settings']).flatMap(({ values }) => values[0]?.scalar ?? []),
  ];
  const own = inputs.map((input) => settingsOf(document, settings, input));
  const project = isProjectRead(args)
    ? documentNamed(settings, '.claude/settings.json')
    : undefined;
  const parts: readonly Rules[] = [
    listed(args, 'allow', document, knowledge),
    listed(args, 'deny', document, knowledge),
    ...own.flatMap((found) => (found === null ? [] : settingRules(found, effects, knowledge))),
    ...(project === undefined ? [] : settingRules(project, ['deny', 'ask'], knowledge)),
    { rules: missingShell(args), inert: [], facts: [] },
  ];
  const mode = modeOf(args, own, place);
  const unsure = unsureAt(args);
  const fallback = unsure === null || known(mode.shell) === 'runs' ? mode.shell : unsure;
  return {
    ...blankReading(product, place),
    ...both(fallback),
    read: byDefault('runs', place, settingsPage),
    ...sandboxOf(own, project, place),
    habits: claudeHabits,
    rules: [...parts.flatMap((part) => part.rules), ...mode.rules],
    inert: parts.flatMap((part) => part.inert),
    facts: parts.flatMap((part) => part.facts),
    servers: flagValues(args, ['--mcp-config'], 'many').flatMap(({ values }) =>
      values.flatMap((value) => serversOf(document, settings, value)),
    ),
    startsProjectServers: firstFlag(args, ['--strict-mcp-config']) === undefined,
  };
}

const effects = ['allow', 'deny', 'ask'] as const;
const flagNames = {
  allow: ['--allowedTools', '--allowed-tools'],
  deny: ['--disallowedTools', '--disallowed-tools'],
} as const;

function known(value: Value<Verdict>): Verdict | null {
  return value.state === 'unknown' ? null : value.value;
}

function listed(
  args: readonly Argument[],
  effect: 'allow' | 'deny',
  document: Document,
  knowledge: Knowledge,
): Rules {
  const words = flagValues(args, flagNames[effect], 'many').flatMap(({ values }) => values);
  const list = words.flatMap((word) =>
    word.scalar === null ? [] : listEntries(document.file, word.scalar),
  );
  return claudeRules(list, effect, document, knowledge);
}

/** Entries in Claude Code's rule language. In a pipeline a rule that asks refuses. */
export function claudeRules(
  list: readonly ScalarNode[],
  effect: AgentRule['effect'],
  document: Document,
  knowledge: Knowledge,
): Rules {
  const rules: DraftRule[] = [];
  const inert: DraftInert[] = [];
  const facts: Reading['facts'][number][] = [];
  for (const item of list) {
    const masked = maskSecrets(item, asData(document), 'ci-agents', knowledge);
    const parsed = parseToolRule(masked.text, effect, '');
    facts.push(...masked.facts);
    if (parsed.type !== 'rule') continue;
    const { tool, pattern } = parsed;
    const name = masked.text;
    if (parsed.inert === null) {
      rules.push({ effect: effect === 'ask' ? 'deny' : effect, tool, pattern, name, at: item.at });
    } else if (effect !== 'allow') {
      inert.push({ name, at: item.at, ...parsed.inert, looksProtective: true });
    }
  }
  return { rules, inert, facts };
}

function settingRules(
  settings: DataDocument,
  which: readonly AgentRule['effect'][],
  knowledge: Knowledge,
): readonly Rules[] {
  return which.map((effect) =>
    claudeRules(scalars(at(settings.roots[0], 'permissions', effect)), effect, settings, knowledge),
  );
}

/** A list that only a run can tell may hold anything. */
function unsureAt(args: readonly Argument[]): Value<Verdict> | null {
  const lists = flagValues(args, [...flagNames.allow, '--settings'], 'many');
  const hidden = lists.flatMap(({ values }) => values).find((value) => value.text === null);
  return hidden === undefined ? null : unknown('interpolated', hidden.at);
}

function modeOf(
  args: readonly Argument[],
  settings: readonly (DataDocument | null)[],
  place: SourceRange,
): { readonly shell: Value<Verdict>; readonly rules: readonly DraftRule[] } {
  const bypass = firstFlag(args, ['--dangerously-skip-permissions']);
  if (bypass !== undefined) return { shell: written('runs', bypass.flag.at), rules: [] };
  const flag = firstFlag(args, ['--permission-mode'], 1)?.values[0];
  const inSettings = settings
    .map((document) => at(document?.roots[0], 'permissions', 'defaultMode'))
    .find((node) => node !== undefined);
  const mode = flag?.text ?? textOf(inSettings);
  const where = flag?.at ?? inSettings?.at ?? place;
  if (flag?.text === null) return { shell: unknown('interpolated', where), rules: [] };
  switch (mode) {
    case 'bypassPermissions':
      return { shell: written('runs', where), rules: [] };
    case 'auto':
      // A classifier decides.
      return { shell: unknown('external', where), rules: [] };
    case 'dontAsk':
      return { shell: written('blocks', where), rules: [] };
    case 'acceptEdits':
      return { shell: byDefault('blocks', where, headlessPage), rules: [editRule(where)] };
  }
  const asked = firstFlag(args, ['--permission-prompt-tool']);
  // A tool of the pipeline's own answers.
  if (asked !== undefined) return { shell: unknown('external', asked.flag.at), rules: [] };
  if (settings.includes(null)) return { shell: unknown('external', place), rules: [] };
  return { shell: byDefault('blocks', place, headlessPage), rules: [] };
}

/** What `acceptEdits` lets through. Its file commands work on a checkout that is thrown away. */
export function editRule(where: SourceRange): DraftRule {
  const pattern = { type: 'path', text: '**', folder: '' } as const;
  return { effect: 'allow', tool: 'write', pattern, name: 'edits', at: where, implied: true };
}

/** `--tools` names the built-in tools there are. */
function missingShell(args: readonly Argument[]): readonly DraftRule[] {
  const [tools] = flagValues(args, ['--tools'], 'many');
  if (tools === undefined || tools.values.some(({ text }) => text === null)) return [];
  const named = tools.values.map(({ text }) => text ?? '').join(',');
  if (/\b(?:Bash|default)\b/.test(named)) return [];
  const name = `--tools ${named}`.trim();
  return [{ effect: 'deny', tool: 'shell', pattern: { type: 'any' }, name, at: tools.flag.at }];
}

function isProjectRead(args: readonly Argument[]): boolean {
  const sources = firstFlag(args, ['--setting-sources'], 1)?.values[0]?.text;
  return sources === undefined || sources === null || /\bproject\b/.test(sources);
}

/** Settings given as JSON or as a file; `null` for a file that is not among those read. */
function settingsOf(
  document: Document,
  settings: readonly Document[],
  input: ScalarNode,
): DataDocument | null {
  return embeddedJson(document, input) ?? documentNamed(settings, input.text.trim()) ?? null;
}

function documentNamed(settings: readonly Document[], name: string): DataDocument | undefined {
  const file = name.replace(/^\.\//, '');
  return settings.find(
    (found): found is DataDocument => found.shape === 'data' && found.file === file,
  );
}

function serversOf(
  document: Document,
  settings: readonly Document[],
  value: Argument,
): Reading['servers'] {
  if (value.scalar === null) return [];
  const found = settingsOf(document, settings, value.scalar);
  // The repository's own file is read by the collector of that file.
  if (found === null || found.file === '.mcp.json') return [];
  return [{ document: found, servers: at(found.roots[0], 'mcpServers') }];
}

/** Off unless settings speak of it; then the collector of those settings knows more. */
function sandboxOf(
  own: readonly (DataDocument | null)[],
  project: DataDocument | undefined,
  place: SourceRange,
): Pick<Reading, 'sandbox' | 'network'> {
  const nodes = [...own, project].map((document) => at(document?.roots[0], 'sandbox'));
  const spoken = nodes.find((node): node is DataNode => node !== undefined);
  if (spoken !== undefined) {
    return { sandbox: unknown('external', spoken.at), network: unknown('external', spoken.at) };
  }
  return {
    sandbox: byDefault('off', place, sandboxPage),
    network: byDefault('open', place, sandboxPage),
  };
}
