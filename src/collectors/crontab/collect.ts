import type { DataEntry, Document } from '../../model/document.ts';
import type { Collect } from '../../model/plugin.ts';
import { baseName, folderOf } from '../../model/source.ts';
import { type Scheduled, scheduledFacts } from '../../recognize/pipeline/scheduled.ts';

/** Five fields of digits, stars and names, or a word such as `@daily`. */
const schedule =
  /^[ \t]*(?:@(?:reboot|yearly|annually|monthly|weekly|daily|midnight|hourly)|(?:[\d*,/a-zA-Z-]{1,60}[ \t]+){4}[\d*,/a-zA-Z-]{1,60})[ \t]+/;
const setting = /^[ \t]*([A-Za-z_]\w*)[ \t]*=[ \t]*(.*)$/;
const maxLines = 2000;

/** Facts about every line that the clock runs. */
export const collect: Collect = (unit, knowledge) =>
  unit.documents.flatMap((document) =>
    linesOf(document).flatMap((line) => scheduledFacts(line, knowledge)),
  );

function linesOf(document: Document): readonly Scheduled[] {
  const { file, text } = document;
  const jobs: Scheduled[] = [];
  const variables: DataEntry[] = [];
  let start = 0;
  for (const [index, line] of text.split('\n').slice(0, maxLines).entries()) {
    const pair = setting.exec(line);
    const head = schedule.exec(line);
    if (head !== null && !line.trimStart().startsWith('#')) {
      jobs.push(jobOf(document, index + 1, start, line, head[0].length, [...variables]));
    } else if (pair !== null) {
      const [, key = '', value = ''] = pair;
      const from = start + line.indexOf(key);
      const keyAt = { file, start: from, end: from + key.length };
      const at = { file, start: start + line.length - value.length, end: start + line.length };
      variables.push({
        key,
        keyAt,
        labels: [],
        value: { type: 'scalar', value, text: value, map: [[0, at.start]], at },
      });
    }
    start += line.length + 1;
  }
  return jobs;
}

function jobOf(
  document: Document,
  number: number,
  start: number,
  line: string,
  head: number,
  variables: readonly DataEntry[],
): Scheduled {
  const { file } = document;
  // The crontab of the machine names the user before the command.
  const isOfMachine = /(?:^|\/)cron\.d$|(?:^|\/)etc$/.test(folderOf(file));
  const user = isOfMachine ? (/^[\w-]+[ \t]+/.exec(line.slice(head))?.[0].length ?? 0) : 0;
  const from = head + user;
  const program = { text: line.slice(from), map: [[0, start + from]] as const };
  return {
    product: 'crontab',
    id: `line-${number}`,
    name: `line ${number} of ${baseName(file)}`,
    document,
    at: { file, start: start + from, end: start + line.length },
    program,
    variables,
    names: [baseName(file)],
    isMailed: true,
  };
}
