import type { DestructiveCommand, Relation } from '../model/fact.ts';
import { folderOf } from '../model/source.ts';
import type { LinkIndex } from './link-index.ts';

/** Joins automation with what the tasks and scripts destroy that it starts: `npm run db:reset`, `./scripts/wipe.sh`. */
export function runCalls(index: LinkIndex): readonly Relation[] {
  const pipelines = index.all('Pipeline').filter(({ calls }) => calls.length > 0);
  if (pipelines.length === 0) return [];
  const byLine = commandsByLine(index);
  return pipelines.flatMap((pipeline) =>
    pipeline.calls.flatMap(({ line, folder, at, triggers }) =>
      (byLine.get(line) ?? [])
        .filter((command) => isIn(command, folder))
        .map(
          (command): Relation => ({
            kind: 'Relation',
            rel: 'runs',
            from: pipeline.key,
            to: command.key,
            actions: ['delete'],
            because: `\`${line}\` leads to ${command.verb} in ${command.at.file}`,
            at,
            confidence: command.confidence,
            ...(triggers === undefined ? {} : { triggers }),
          }),
        ),
    ),
  );
}

function isIn(command: DestructiveCommand, folder: string | undefined): boolean {
  return folder === undefined || folderOf(command.at.file) === folder;
}

function commandsByLine(index: LinkIndex): ReadonlyMap<string, readonly DestructiveCommand[]> {
  const table = new Map<string, DestructiveCommand[]>();
  for (const command of index.all('DestructiveCommand')) {
    for (const line of command.invocations) {
      const list = table.get(line);
      if (list === undefined) table.set(line, [command]);
      else list.push(command);
    }
  }
  return table;
}
