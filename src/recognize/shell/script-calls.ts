import type { ShellCommand, ShellDocument } from '../../model/document.ts';
import type { Fact, PipelineCall } from '../../model/fact.ts';
import { folderOf } from '../../model/source.ts';
import { folderOfCommand } from '../command/command-folder.ts';
import { strongestGuards } from '../command/command-guards.ts';
import { joinedFolder } from '../pipeline/folder.ts';
import { callsOf, linesOfFile } from '../task/calls.ts';
import { ledToBy } from '../task/started.ts';
import { guardsBefore } from './guards.ts';
import { linesOfHost, type ShellHost } from './shell-host.ts';

/** Calls of one script that are followed. */
const maxCalls = 100;
/** A folder that only a run knows, before a path that is written out: `"$SCRIPT_DIR/reset.sh"`, `"$(dirname "$0")/reset.sh"`. */
const computedFolder =
  /^["']?(?:\$\{?\w+\}?|\$\((?:[^()]|\([^()]*\)){1,100}\))["']?\/((?:[\w.-]+\/)*[\w.-]+\.(?:sh|bash|py|[cm]?[jt]s))["']?$/;
const trial = /(?:^|[^a-z])(?:plan|diff|preview|dry[_-]?run)(?:[^a-z]|$)/i;
/** Reading another file into this shell mostly brings functions, which do nothing by themselves. */
const reads = /^(?:source|\.)$/;

/** What a shell program starts that lies in the tree: tasks and other scripts. */
export function scriptCalls(document: ShellDocument, host: ShellHost): readonly Fact[] {
  let left = maxCalls;
  return document.commands.flatMap((command) => {
    if (left <= 0 || reads.test(command.words[0]?.text ?? '') || isTrial(command)) return [];
    const calls = callsIn(command, document, host);
    // What is asked before it, or refused in production, is on no way.
    if (calls.length === 0 || strongestGuards(guardsBefore(document, command)).length > 0)
      return [];
    left -= 1;
    return ledToBy(linesOfHost(host, document, command), calls);
  });
}

/** A branch that looks whether things are only to be shown: who starts the script decides by a variable, which is not looked for. */
function isTrial({ within }: ShellCommand): boolean {
  return within.some(({ kind, text }) => kind !== 'function' && trial.test(text));
}

function callsIn(
  command: ShellCommand,
  document: ShellDocument,
  host: ShellHost,
): readonly PipelineCall[] {
  const beside = besideCalls(command, folderOf(document.file));
  if (beside.length > 0) return beside;
  const start = host.folder ?? '';
  return callsOf(command, () => folderOfCommand(command, document.commands, start) ?? null);
}

/** A script under a folder that is worked out: the script's own mostly, or the root of the tree. */
function besideCalls({ words, at }: ShellCommand, own: string): readonly PipelineCall[] {
  const position = words.findIndex(
    (word) => !/^(?:bash|sh|zsh|exec|node|tsx|python3?)$/.test(word.raw),
  );
  const path = computedFolder.exec(words[position]?.raw ?? '')?.[1];
  if (path === undefined) return [];
  const argument = words[position + 1]?.text ?? '';
  return [...new Set([joinedFolder(own, path), joinedFolder('', path)])]
    .filter((file) => file !== null)
    .flatMap((file) => linesOfFile(file, argument).map((line) => ({ line, at })));
}
