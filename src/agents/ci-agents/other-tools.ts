import { at } from '../../model/document.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { RulePattern } from '../../model/permission.ts';
import type { SourceRange } from '../../model/source.ts';
import { byDefault, unknown, written } from '../../model/value.ts';
import { parseToken } from '../../recognize/agent/cli-tokens.ts';
import { scalars } from '../../recognize/agent/mcp-entry.ts';
import { type Argument, firstFlag, flagValues, listEntries } from './arguments.ts';
import { settingsNamed, yoloAt } from './gemini.ts';
import type { Surroundings } from './job.ts';
import { blankReading, both, type Reading, rulesOf } from './reading.ts';

type ReadTool = (
  place: SourceRange,
  args: readonly Argument[],
  surroundings: Surroundings,
  knowledge: Knowledge,
) => Reading;

/**
 * `cursor-agent -p` refuses what no rule allows, unless it is forced to run all that no rule denies.
 * @see https://cursor.com/docs/cli/reference/permissions
 */
export const cursorReading: ReadTool = (place, args, { settings }, knowledge) => {
  const page = 'https://cursor.com/docs/cli/headless';
  const force = firstFlag(args, ['--force', '-f', '--yolo']);
  const project = settingsNamed(settings, '.cursor/cli.json');
  const parts = (['deny', 'allow'] as const).flatMap((effect) =>
    project === undefined
      ? []
      : [
          rulesOf(
            scalars(at(project.roots[0], 'permissions', effect)),
            effect,
            project,
            knowledge,
            (text) => parseToken(text, ''),
          ),
        ],
  );
  return {
    ...blankReading('cursor-agent-headless', place),
    ...both(
      force === undefined ? byDefault('blocks', place, page) : written('runs', force.flag.at),
    ),
    read: byDefault('runs', place, page),
    rules: parts.flatMap((part) => part.rules),
    facts: parts.flatMap((part) => part.facts),
  };
};

/**
 * `copilot -p` refuses what is not allowed in advance; a denied tool stays denied.
 * @see https://docs.github.com/en/copilot/how-tos/copilot-cli/use-copilot-cli/allowing-tools (read 2026-11-21)
 */
export const copilotReading: ReadTool = (place, args, { job }, knowledge) => {
  const page =
    'https://docs.github.com/en/copilot/how-tos/copilot-cli/use-copilot-cli/allowing-tools';
  const all = firstFlag(args, ['--allow-all-tools', '--allow-all', '--yolo']);
  const parts = (['deny', 'allow'] as const).map((effect) => {
    const list = flagValues(args, [`--${effect}-tool`], 'many')
      .flatMap(({ values }) => values)
      .flatMap(({ scalar }) => (scalar === null ? [] : listEntries(job.document.file, scalar)));
    return rulesOf(list, effect, job.document, knowledge, copilotTool);
  });
  return {
    ...blankReading('copilot-headless', place),
    ...both(all === undefined ? byDefault('blocks', place, page) : written('runs', all.flag.at)),
    read: byDefault('runs', place, page),
    sandbox: byDefault('off', place, page),
    network: byDefault('open', place, page),
    rules: parts.flatMap((part) => part.rules),
    facts: parts.flatMap((part) => part.facts),
  };
};

/** `shell`, `shell(git:*)`, `write`, `Server(tool)`. */
function copilotTool(
  text: string,
): { readonly tool: 'shell' | 'write' | 'mcp' | 'network'; readonly pattern: RulePattern } | null {
  const [, name = '', inner] = /^\s*([\w.-]+)\s*(?:\((.*)\))?\s*$/s.exec(text) ?? [];
  if (name === '') return null;
  const command = inner?.trim() ?? '';
  if (name === 'write' || name === 'url') {
    return { tool: name === 'write' ? 'write' : 'network', pattern: { type: 'any' } };
  }
  if (name !== 'shell') {
    return { tool: 'mcp', pattern: { type: 'glob', text: `${name}:${command || '*'}` } };
  }
  if (command === '' || command === '*') return { tool: 'shell', pattern: { type: 'any' } };
  const stem = command.replace(/:\*$/, '');
  return {
    tool: 'shell',
    pattern:
      stem === command
        ? { type: 'exact', text: command }
        : { type: 'prefix', text: stem, boundary: 'word' },
  };
}

/**
 * Aider answers its own questions with yes, but those about shell commands with no.
 * @see https://aider.chat/docs/config/options.html
 */
export const aiderReading: ReadTool = (place) => {
  const page = 'https://aider.chat/docs/config/options.html';
  return {
    ...blankReading('aider-headless', place),
    ...both(byDefault('blocks', place, page)),
    read: byDefault('runs', place, page),
  };
};

/**
 * What `amp -x` does with tools that would ask depends on the user's settings.
 * @see https://ampcode.com/manual
 */
export const ampReading: ReadTool = (place, args) => {
  const all = firstFlag(args, ['--dangerously-allow-all']);
  const blank = blankReading('amp-headless', place);
  return all === undefined ? blank : { ...blank, ...both(written('runs', all.flag.at)) };
};

/**
 * Qwen Code: a classifier decides unless a flag approves everything.
 * @see https://qwenlm.github.io/qwen-code-docs/
 */
export const qwenReading: ReadTool = (place, args, { settings }) => {
  const bypass = firstFlag(args, ['--dangerously-skip-permissions'])?.flag.at;
  const mode = firstFlag(args, ['--permission-mode'], 1)?.values[0];
  const flag = bypass ?? (mode?.text === 'bypass_permissions' ? mode.at : yoloAt(args));
  const project = settingsNamed(settings, '.qwen/settings.json');
  const approval = at(project?.roots[0], 'tools', 'approvalMode');
  const isYolo = approval?.type === 'scalar' && approval.text === 'yolo';
  const where = flag ?? (isYolo && mode === undefined ? approval.at : null);
  return {
    ...blankReading('qwen-headless', place),
    ...both(where === null ? unknown('external', place) : written('runs', where)),
  };
};

/**
 * `goose run` approves everything by itself unless GOOSE_MODE says otherwise.
 * @see https://block.github.io/goose/docs/guides/goose-permissions
 */
export const gooseReading: ReadTool = (place, _args, { job, step }) => {
  const page = 'https://block.github.io/goose/docs/guides/goose-permissions';
  const mode = [...job.variables, ...step.variables].findLast(({ key }) => key === 'GOOSE_MODE');
  const value = mode?.value.type === 'scalar' ? mode.value.text : null;
  const blank = {
    ...blankReading('goose-headless', place),
    read: byDefault('runs' as const, place, page),
    sandbox: byDefault('off' as const, place, page),
    network: byDefault('open' as const, place, page),
  };
  if (mode === undefined) return { ...blank, ...both(byDefault('runs', place, page)) };
  if (value === 'auto') return { ...blank, ...both(written('runs', mode.value.at)) };
  if (value === 'chat') return { ...blank, ...both(written('blocks', mode.value.at)) };
  return { ...blank, ...both(unknown('external', mode.value.at)) };
};

/**
 * `droid exec` reads unless it is given more autonomy.
 * @see https://docs.factory.ai/cli/droid-exec/overview (read 2026-11-21)
 */
export const droidReading: ReadTool = (place, args) => {
  const page = 'https://docs.factory.ai/cli/droid-exec/overview';
  const blank = blankReading('droid-headless', place);
  const skip = firstFlag(args, ['--skip-permissions-unsafe']);
  if (skip !== undefined) return { ...blank, ...both(written('runs', skip.flag.at)) };
  const auto = firstFlag(args, ['--auto'], 1)?.values[0];
  if (auto === undefined) return { ...blank, ...both(byDefault('blocks', place, page)) };
  if (auto.text === 'high') return { ...blank, ...both(written('runs', auto.at)) };
  return { ...blank, ...both(unknown('external', auto.at)) };
};
