import { at, type DataDocument, type Document } from '../../model/document.ts';
import type { AgentRule } from '../../model/fact.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { RulePattern } from '../../model/permission.ts';
import type { SourceRange } from '../../model/source.ts';
import { byDefault, unknown, type Value, written } from '../../model/value.ts';
import { scalars } from '../../recognize/agent/mcp-entry.ts';
import { type ActionStep, textOf } from '../../recognize/workflow/step.ts';
import { type Argument, firstFlag, flagValues, listEntries } from './arguments.ts';
import { embeddedJson } from './embedded-json.ts';
import type { Surroundings } from './job.ts';
import { blankReading, both, type Reading, rulesOf } from './reading.ts';

const headlessPage = 'https://google-gemini.github.io/gemini-cli/docs/cli/headless.html';
const actionPage = 'https://github.com/google-github-actions/run-gemini-cli/blob/main/action.yml';
const any: RulePattern = { type: 'any' };

/**
 * `gemini -p`: without a mode that approves, tools that would ask are not there.
 * @see https://google-gemini.github.io/gemini-cli/docs/cli/headless.html
 */
export function geminiReading(
  place: SourceRange,
  args: readonly Argument[],
  { job, settings }: Surroundings,
  knowledge: Knowledge,
): Reading {
  const { document } = job;
  const project = settingsNamed(settings, '.gemini/settings.json');
  const yolo = yoloAt(args);
  const listed = flagValues(args, ['--allowed-tools'], 'many')
    .flatMap(({ values }) => values)
    .flatMap(({ scalar }) => (scalar === null ? [] : listEntries(document.file, scalar)));
  const flags = rulesOf(listed, 'allow', document, knowledge, parseTool);
  const reading = underSettings(
    { ...blankReading('gemini-headless', place), ...both(fallbackOf(yolo, place)) },
    project,
    yolo !== null,
    knowledge,
  );
  const sandbox = firstFlag(args, ['--sandbox', '-s']);
  return {
    ...reading,
    read: byDefault('runs', place, headlessPage),
    rules: [...reading.rules, ...flags.rules],
    facts: [...reading.facts, ...flags.facts],
    ...(sandbox === undefined ? {} : { sandbox: written('on' as const, sandbox.flag.at) }),
  };
}

function fallbackOf(yolo: SourceRange | null, place: SourceRange): Reading['shell'] {
  return yolo === null ? byDefault('blocks', place, headlessPage) : written('runs', yolo);
}

/** The flag that approves everything. */
export function yoloAt(args: readonly Argument[]): SourceRange | null {
  const flag = firstFlag(args, ['--yolo', '-y']);
  if (flag !== undefined) return flag.flag.at;
  const mode = firstFlag(args, ['--approval-mode'], 1)?.values[0];
  return mode?.text === 'yolo' ? mode.at : null;
}

/**
 * `run-gemini-cli` starts Gemini with `--yolo`: only its settings limit it, and it looks at nobody's rights.
 * @see https://github.com/google-github-actions/run-gemini-cli/blob/main/action.yml (read 2026-11-21)
 */
export function geminiAction(
  step: ActionStep,
  { job, settings }: Surroundings,
  knowledge: Knowledge,
): Reading {
  const input = at(step.inputs, 'settings');
  const own = input?.type === 'scalar' ? embeddedJson(job.document, input) : null;
  const { at: place } = step.uses;
  // The input replaces the settings of the repository.
  const used =
    own ?? (input === undefined ? settingsNamed(settings, '.gemini/settings.json') : undefined);
  const isHidden = input?.type === 'scalar' && own === null && input.text.trim() !== '';
  const shell: Value<'runs'> = isHidden
    ? unknown('interpolated', input.at)
    : byDefault('runs', place, actionPage);
  const blank = { ...blankReading('run-gemini-cli', place), ...both(shell) };
  return {
    ...underSettings(blank, used, true, knowledge),
    read: byDefault('runs', place, actionPage),
    servers: own === null ? [] : [{ document: own, servers: at(own.roots[0], 'mcpServers') }],
  };
}

/** Lists of tools that there are, that run unasked, and that there are not; the older names stand at the top. */
function underSettings(
  reading: Reading,
  settings: DataDocument | undefined,
  approvesAll: boolean,
  knowledge: Knowledge,
): Reading {
  if (settings === undefined) return reading;
  const [root] = settings.roots;
  const core = at(root, 'tools', 'core') ?? at(root, 'coreTools');
  const excluded = at(root, 'tools', 'exclude') ?? at(root, 'excludeTools');
  const allowed = at(root, 'tools', 'allowed');
  const sandbox = at(root, 'tools', 'sandbox') ?? at(root, 'sandbox');
  const parts = [
    rulesOf(scalars(excluded), 'deny', settings, knowledge, parseTool),
    rulesOf(scalars(allowed), 'allow', settings, knowledge, parseTool),
    ...(approvesAll ? [rulesOf(scalars(core), 'allow', settings, knowledge, parseTool)] : []),
  ];
  const isOff = sandbox?.type === 'scalar' && sandbox.value === false;
  return {
    ...reading,
    rules: [...reading.rules, ...parts.flatMap((part) => part.rules)],
    facts: [...reading.facts, ...parts.flatMap((part) => part.facts)],
    // What the list of tools does not name does not exist. It says nothing about those of MCP servers.
    ...(core?.type === 'list' ? { shell: written('blocks' as const, core.at) } : {}),
    ...(sandbox === undefined || textOf(sandbox) === ''
      ? {}
      : isOff
        ? {
            sandbox: written('off' as const, sandbox.at),
            network: written('open' as const, sandbox.at),
          }
        : { sandbox: written('on' as const, sandbox.at) }),
  };
}

/** `run_shell_command`, `ShellTool(git status)`: a command is a prefix. */
function parseTool(
  text: string,
): { readonly tool: AgentRule['tool']; readonly pattern: RulePattern } | null {
  const [, name = '', inner] = /^\s*([A-Za-z_]+)\s*(?:\((.*)\))?\s*$/s.exec(text) ?? [];
  if (!/^(?:run_shell_command|ShellTool|Shell|Bash)$/.test(name)) return null;
  const command = inner?.trim().replace(/(?::\*|\s+\*)$/, '') ?? '';
  const pattern: RulePattern =
    command === '' || command === '*' ? any : { type: 'prefix', text: command, boundary: 'word' };
  return { tool: 'shell', pattern };
}

/** One of the repository's settings files. */
export function settingsNamed(
  settings: readonly Document[],
  file: string,
): DataDocument | undefined {
  return settings.find(
    (found): found is DataDocument => found.shape === 'data' && found.file === file,
  );
}
