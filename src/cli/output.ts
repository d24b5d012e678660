import { writeFile } from 'node:fs/promises';
import { relative, resolve, sep } from 'node:path';
import { InputError } from '../model/errors.ts';
import type { TerminalOptions } from '../report/terminal.ts';
import { type ColourMode, usesColour, usesHyperlinks } from './colour.ts';
import type { Host, Output } from './host.ts';

/** How text for people is drawn on a stream: its colours, links, width, and files relative to the working directory. */
export function terminalOptions(
  host: Host,
  stream: Output,
  mode: ColourMode,
  root: string,
): TerminalOptions {
  const input = { mode, env: host.env, isTerminal: stream.isTerminal };
  const prefix = relative(host.cwd, root).split(sep).join('/');
  return {
    color: usesColour(input),
    hyperlinks: usesHyperlinks(input),
    width: Math.min(stream.columns, 120),
    pathPrefix: prefix === '' ? '' : `${prefix}/`,
    href: (file) => fileAddress(resolve(root, file)),
  };
}

// Not encoded: the report encodes what it puts into a link.
function fileAddress(absolute: string): string {
  const path = absolute.split(sep).join('/');
  return `file://${path.startsWith('/') ? '' : '/'}${path}`;
}

/** A file as a stream: never a terminal. */
export const fileOutput: Omit<Output, 'write'> = { isTerminal: false, columns: 100 };

/** Writes a report file. Throws an InputError when that is not possible. */
export async function writeReport(path: string, text: string, cwd: string): Promise<void> {
  try {
    await writeFile(resolve(cwd, path), text);
  } catch (cause) {
    const hint = 'Give --output a file in a folder that exists and that you may write to.';
    throw new InputError(`The report cannot be written to "${path}".`, hint, { cause });
  }
}
