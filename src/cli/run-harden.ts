import { createPatch } from 'diff';
import { type HardenResult, harden } from '../engine/harden.ts';
import { clean } from '../report/view.ts';
import type { HardenCommand } from './commands.ts';
import { commandNames } from './commands.ts';
import type { Host } from './host.ts';
import { baseOptions, progressFor } from './scan-options.ts';
import { agentIds } from './select-agents.ts';
import { targetOf } from './target.ts';
import { writeChanges } from './write-changes.ts';

/**
 * Shows the narrowest settings for the agents of a tree as a diff, and writes them when asked to. Ends with 1 while something is left to write, so
 * that a pipeline can insist on it.
 */
export async function runHarden(command: HardenCommand, host: Host): Promise<number> {
  const paths = command.path === undefined ? [] : [command.path];
  const target = targetOf(paths, host.cwd, commandNames);
  const progress = progressFor(host, command.progress);
  let result: HardenResult;
  try {
    result = await harden(baseOptions(target, command, host, progress), agentIds(command.agents));
  } finally {
    progress.stop();
  }
  for (const { file, before, after } of result.changes) {
    const patch = createPatch(file, before ?? '', after, before === null ? 'new' : '', '');
    const [, ...lines] = patch.split('\n').filter((line) => !line.startsWith('====='));
    await host.stdout.write(`${lines.map(cleanLine).join('\n').trimEnd()}\n`);
  }
  if (command.write) writeChanges(result.root, result.changes);
  await host.stderr.write(`${closing(result, command.write)}\n`);
  return command.write || result.changes.length === 0 ? 0 : 1;
}

/** Secrets that stand in a settings file are hidden in what is shown, never in what is written. */
function cleanLine(line: string): string {
  const indent = /^[-+ @]? */.exec(line)?.[0] ?? '';
  return indent + clean(line.slice(indent.length));
}

function closing(result: HardenResult, written: boolean): string {
  const { changes, findings, beyondReach } = result;
  const lines: string[] = [];
  if (changes.length === 0) lines.push('riskscan harden: nothing to narrow.');
  else {
    const files = `${changes.length} ${changes.length === 1 ? 'file' : 'files'}`;
    lines.push(
      written
        ? `riskscan harden: ${files} written; findings about agents ${findings.before.length} before, ${findings.after.length} after.`
        : `riskscan harden: ${files} to change; findings about agents ${findings.before.length} now, ${findings.after.length} after. Nothing was written; add --write.`,
    );
  }
  if (beyondReach.length > 0) {
    lines.push(
      `No file of a repository narrows ${beyondReach.map((name) => clean(name)).join(', ')}: set it in the user's own settings.`,
    );
  }
  return lines.join('\n');
}
