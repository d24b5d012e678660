import type { ShellCommand, ShellDocument } from '../../model/document.ts';
import { baseName } from '../../model/source.ts';
import { linesOfFile } from '../task/calls.ts';
import { fileLine } from '../task/task-line.ts';
import { firstArguments } from './first-argument.ts';

/** Where a shell program stands, as the facts it gives need it: a script, a recipe of a task runner, an entry of a crontab. */
export interface ShellHost {
  /** Id of the collector that read it. */
  readonly collector: string;
  /** Beginning of the keys of its facts: `shell-scripts:ops/drop.sh`. */
  readonly key: string;
  /** How messages call it: `ops/drop.sh`, `"make drop"`. */
  readonly shown: string;
  /** Name that its commands go by, `null` where their own is enough: `drop`. */
  readonly task: string | null;
  /** Command lines, run from the root, that start it. */
  readonly invocations: readonly string[];
  /** The tasks of which it is one, each as the line that stands for it; absent: it is a file of its own. */
  readonly lines?: readonly string[];
  /** Folder it runs in, `''` for the root; absent where nothing tells. */
  readonly folder?: string;
}

/** A whole file that is one shell program. */
export function scriptHost(document: ShellDocument): ShellHost {
  const { file } = document;
  return {
    collector: 'shell-scripts',
    key: `shell-scripts:${file}`,
    shown: file,
    task: null,
    invocations: baseName(file) === '.envrc' ? ['direnv allow'] : [`./${file}`, `bash ${file}`],
  };
}

/** The lines that start a host and reach one of its commands: of a script that does what its first argument says, with that argument. */
export function linesOfHost(
  { lines }: ShellHost,
  document: ShellDocument,
  command: ShellCommand,
): readonly string[] {
  if (lines !== undefined) return lines;
  const words = firstArguments(document, command);
  return words === null
    ? [fileLine(document.file)]
    : words.flatMap((word) => linesOfFile(document.file, word).slice(1));
}
