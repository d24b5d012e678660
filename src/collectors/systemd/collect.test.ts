import { describe, expect, it } from 'vitest';
import { ofKind, relationsOf } from '../../../test/facts-of-kind.ts';
import {
  destroyingLines,
  drop,
  jobsThatDestroy,
  pipelineFactsIn,
} from '../../../test/pipeline-jobs.ts';
import { collect } from './collect.ts';

const timer =
  '[Unit]\nDescription=nightly\n\n[Timer]\nOnCalendar=daily\n\n[Install]\nWantedBy=timers.target\n';
const service = (start: string, rest = '') =>
  `[Service]\nType=oneshot\n${rest}ExecStart=${start}\n`;
const dump = 'pg_dump -h db1.ferries.io -f /srv/backup/ferries.sql ferries';

type Files = Readonly<Record<string, string>>;
const nightly = (start: string, rest?: string): Files => ({
  'etc/nightly.service': service(start, rest),
  'etc/nightly.timer': timer,
});
const sources = (files: Files) =>
  relationsOf(pipelineFactsIn(collect, files), 'backs-up').map((one) => one.to);

describe('copies', () => {
  it.each([
    ['a program', nightly(`/usr/bin/${dump}`)],
    ['a program whose failure is ignored', nightly(`-/usr/bin/${dump}`)],
    ['a shell', nightly(`/bin/sh -c '${dump}'`)],
    [
      'a line that goes on',
      nightly('/usr/bin/pg_dump -h db1.ferries.io \\\n  -f /srv/backup/ferries.sql ferries'),
    ],
    [
      'a service that its timer names',
      {
        'etc/a.service': service(dump),
        'etc/b.timer': `${timer}\n[Timer]\nUnit=a.service\n`.replace(
          'OnCalendar=daily\n',
          'OnCalendar=daily\nUnit=a.service\n',
        ),
      },
    ],
  ])('are made by %s', (_, files) => {
    expect(sources(files)).toEqual(['db:postgres://db1.ferries.io:5432/ferries']);
  });

  it.each([
    ['without a timer', { 'etc/nightly.service': service(dump) }],
    ['with another timer', { 'etc/nightly.service': service(dump), 'etc/weekly.timer': timer }],
    ['that stops', nightly('/bin/true', `ExecStop=${dump}\n`)],
  ])('are not made by a service %s', (_, files) => {
    expect(sources(files)).toEqual([]);
  });

  it('hide that they failed behind a pipe: nobody is sent what they print', () => {
    const files = nightly(`/bin/bash -c 'pg_dump -h db1.ferries.io ferries | gzip > /srv/a.gz'`);
    const [copy] = ofKind(pipelineFactsIn(collect, files), 'Backup');
    expect(copy?.hiddenFailure?.because).toContain('pipe');
  });
});

describe('timers', () => {
  it('start what destroys', () => {
    const files = nightly(`/bin/sh -c '${drop}'`);
    expect(destroyingLines(collect, files)).toEqual([drop]);
    expect(jobsThatDestroy(collect, files)).toEqual([
      'service nightly.service on unknown: schedule',
    ]);
  });

  it('hand over what the service sets', () => {
    const files = nightly(`/usr/bin/${drop}`, 'Environment="STAGE=staging" OTHER=1\n');
    expect(jobsThatDestroy(collect, files)).toEqual([
      'service nightly.service on staging: schedule',
    ]);
  });
});

it.each([
  '',
  '[Service]',
  '[Service]\nExecStart=',
  '[Timer]\nUnit=',
  '=',
  '[Service]\nExecStart=\\',
])('reads nothing in %j', (text) => {
  expect(pipelineFactsIn(collect, { 'a.service': text, 'a.timer': text })).toEqual([]);
});
