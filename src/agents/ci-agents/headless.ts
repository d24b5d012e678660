import { parseEmbeddedShell } from '../../formats/shell/parse.ts';
import type { ShellCommand } from '../../model/document.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { SourceRange } from '../../model/source.ts';
import { programName, programWords } from '../../recognize/command/command-line.ts';
import type { ProgramStep } from '../../recognize/workflow/step.ts';
import { type Argument, shellArguments } from './arguments.ts';
import { claudeReading } from './claude.ts';
import { codexReading } from './codex.ts';
import { geminiReading } from './gemini.ts';
import type { Surroundings } from './job.ts';
import { opencodeReading } from './opencode.ts';
import {
  aiderReading,
  ampReading,
  copilotReading,
  cursorReading,
  droidReading,
  gooseReading,
  qwenReading,
} from './other-tools.ts';
import type { Reading } from './reading.ts';

interface Tool {
  /** Programs and packages it is started as. */
  readonly programs: readonly string[];
  /** Words that make the call a run of the agent: one of these first words, or one of these flags. */
  readonly verbs: readonly string[];
  readonly flags: readonly string[];
  readonly read: (
    place: SourceRange,
    args: readonly Argument[],
    surroundings: Surroundings,
    knowledge: Knowledge,
  ) => Reading;
}

const tools: readonly Tool[] = [
  {
    programs: ['claude', '@anthropic-ai/claude-code'],
    verbs: [],
    flags: ['-p', '--print', '--dangerously-skip-permissions'],
    read: (place, args, { job, settings }, knowledge) =>
      claudeReading(
        'claude-code-headless',
        place,
        args,
        { document: job.document, settings, input: null },
        knowledge,
      ),
  },
  {
    programs: ['codex', '@openai/codex'],
    verbs: ['exec', 'e'],
    flags: [],
    read: (place, args) => codexReading('codex-headless', place, args),
  },
  {
    programs: ['gemini', '@google/gemini-cli'],
    verbs: [],
    flags: ['-p', '--prompt', '-y', '--yolo', '--approval-mode'],
    read: geminiReading,
  },
  {
    programs: ['opencode', 'opencode-ai'],
    verbs: ['run', 'github'],
    flags: [],
    read: (place, args, surroundings, knowledge) => ({
      ...opencodeReading('opencode-headless', place, args, surroundings, knowledge),
      checksActor: args[0]?.text === 'github',
    }),
  },
  {
    programs: ['aider', 'aider-chat'],
    verbs: [],
    flags: ['--yes', '--yes-always', '-m', '--message', '--msg', '--message-file', '-f'],
    read: aiderReading,
  },
  { programs: ['cursor-agent'], verbs: [], flags: ['-p', '--print'], read: cursorReading },
  {
    programs: ['amp', '@sourcegraph/amp'],
    verbs: [],
    flags: ['-x', '--execute', '--dangerously-allow-all'],
    read: ampReading,
  },
  {
    programs: ['qwen', '@qwen-code/qwen-code'],
    verbs: [],
    flags: ['-p', '--prompt', '-y', '--yolo'],
    read: qwenReading,
  },
  {
    programs: ['copilot', '@github/copilot'],
    verbs: [],
    flags: ['-p', '--prompt'],
    read: copilotReading,
  },
  { programs: ['goose'], verbs: ['run'], flags: [], read: gooseReading },
  { programs: ['droid'], verbs: ['exec'], flags: [], read: droidReading },
];

/** Agents that the commands of a step start. */
export function headlessReadings(
  step: ProgramStep,
  surroundings: Surroundings,
  knowledge: Knowledge,
): readonly Reading[] {
  const { document } = surroundings.job;
  return parseEmbeddedShell(document.file, step.program).commands.flatMap((command) => {
    const call = callOf(command);
    return call === null ? [] : [call.tool.read(call.place, call.args, surroundings, knowledge)];
  });
}

interface Call {
  readonly tool: Tool;
  readonly place: SourceRange;
  readonly args: readonly Argument[];
}

function callOf(command: ShellCommand): Call | null {
  const [program, ...rest] = programWords(command.words);
  if (program === undefined || program.text === null) return null;
  const name = programName(program.text);
  const tool = tools.find(({ programs }) => programs.includes(name));
  if (tool === undefined) return null;
  const args = shellArguments(rest);
  const verb = args.find(({ text }) => text?.startsWith('-') === false)?.text ?? '';
  const isRun =
    tool.verbs.includes(verb) ||
    args.some(({ text }) => tool.flags.includes(text?.replace(/=.*$/s, '') ?? ''));
  return isRun ? { tool, place: program.at, args } : null;
}
