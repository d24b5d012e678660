import { describe, expect, it } from 'vitest';
import { destroyingLines, drop, jobsThatDestroy } from '../../../test/pipeline-jobs.ts';
import { collect } from './collect.ts';

function jobs(text: string, file = 'deploy/crontab'): readonly string[] {
  return jobsThatDestroy(collect, { [file]: text });
}

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
