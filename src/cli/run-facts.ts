import { facts } from '../engine/scan.ts';
import { renderFacts } from '../report/facts.ts';
import { clean } from '../report/view.ts';
import type { FactsCommand } from './commands.ts';
import { commandNames } from './commands.ts';
import type { Host } from './host.ts';
import { baseOptions, progressFor } from './scan-options.ts';
import { targetOf } from './target.ts';

/** Prints what riskscan understood; an incomplete reading ends with 2 here too. */
export async function runFacts(command: FactsCommand, host: Host): Promise<number> {
  const paths = command.path === undefined ? [] : [command.path];
  const target = targetOf(paths, host.cwd, commandNames);
  const progress = progressFor(host, command.progress);
  let found: Awaited<ReturnType<typeof facts>>;
  try {
    found = await facts(baseOptions(target, command, host, progress));
  } finally {
    progress.stop();
  }
  for (const { file, message } of found.notices) {
    const place = file === null ? '' : `${clean(file)}: `;
    await host.stderr.write(`notice: ${place}${clean(message)}\n`);
  }
  await host.stdout.write(renderFacts(found.facts, found.texts, command.format));
  return found.notices.some((notice) => notice.incomplete) ? 2 : 0;
}
