import { describe, expect, it } from 'vitest';
import { ofKind, relationsOf } from '../../../test/facts-of-kind.ts';
import {
  destroyingLines,
  drop,
  jobsThatDestroy,
  pipelineFactsIn,
} from '../../../test/pipeline-jobs.ts';
import { collect } from './collect.ts';

function jobs(text: string, file = 'deploy/crontab'): readonly string[] {
  return jobsThatDestroy(collect, { [file]: text });
}

describe('copies', () => {
  const copies = (line: string) =>
    ofKind(pipelineFactsIn(collect, { 'etc/cron.d/backup': `0 3 * * * root ${line}\n` }), 'Backup');
  const dump = 'pg_dump -h db1.ferries.io ferries';

  it('are made by a line', () => {
    const all = pipelineFactsIn(collect, {
      'deploy/crontab': `@daily ${dump} > /srv/backup/ferries.sql\n`,
    });
    expect(ofKind(all, 'Backup').map((one) => one.name)).toEqual([
      'pg_dump in line 1 of crontab in deploy/crontab',
    ]);
    expect(relationsOf(all, 'backs-up').map((one) => one.to)).toEqual([
      'db:postgres://db1.ferries.io:5432/ferries',
    ]);
  });

  it.each([
    ['a pipe, whose complaints cron mails', `${dump} | gzip > /srv/a.gz`, false],
    ['a pipe without a voice', `${dump} 2>/dev/null | gzip > /srv/a.gz`, true],
  ])('hide their failure behind %s: %s', (_, line, isHidden) => {
    expect(copies(line).map((one) => one.hiddenFailure !== undefined)).toEqual([isHidden]);
  });
});

describe('crontab', () => {
  it.each([
    ['five fields', '0 3 * * *', 'deploy/crontab'],
    ['names and steps', '*/5 1-3 1,15 JAN mon', 'deploy/x.cron'],
    ['a word', '@daily', 'deploy/crontab'],
    ['a user of the machine', '0 3 * * * root', 'etc/cron.d/wipe'],
  ])('finds the line behind %s', (_, when, file) => {
    const files = { [file]: `# ${when} ls\nSHELL=/bin/sh\n${when} ${drop}\n` };
    expect(destroyingLines(collect, files)).toEqual([drop]);
    expect(jobs(files[file] ?? '', file)).toEqual([
      `line 3 of ${file.slice(file.lastIndexOf('/') + 1)} on unknown: schedule`,
    ]);
  });

  it.each(['', `# 0 3 * * * ${drop}`, `0 3 * * ${drop}`, drop, '@@@ * * * *', '* * * * * ', '='])(
    'reads nothing in %j',
    (text) => {
      expect(jobs(text)).toEqual([]);
    },
  );
});
