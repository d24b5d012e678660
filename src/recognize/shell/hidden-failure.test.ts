import { describe, expect, it } from 'vitest';
import { parseShell } from '../../formats/shell/parse.ts';
import { commandWords } from '../command/command-line.ts';
import { hiddenFailure } from './hidden-failure.ts';

function failure(text: string): string | null {
  const document = parseShell(text);
  const dump = document.commands.find((command) => /dump/.test(commandWords(command)[0] ?? ''));
  return dump === undefined ? 'no dump' : (hiddenFailure(dump, document)?.because ?? null);
}

describe('a failure is hidden', () => {
  it.each([
    [
      'by `|| true`',
      'pg_dump ferries > f.sql || true',
      '`|| true` lets the job end well when pg_dump fails',
    ],
    [
      'by `|| true` after a pipe, with the messages',
      '/usr/bin/pg_dump ferries 2>/dev/null | gzip > f.gz || true',
      '`|| true` lets the job end well when pg_dump fails and its messages go to /dev/null',
    ],
    [
      'by a message alone',
      'set -e\nmysqldump ferries > f.sql || echo failed',
      '`|| echo` lets the job end well when mysqldump fails',
    ],
    [
      'by a pipe',
      'set -e\npg_dump ferries | gzip > f.gz',
      'a pipe without pipefail loses the exit code of pg_dump',
    ],
    [
      'by a script that goes on',
      'pg_dump ferries -f f.sql\nfind /backups -mtime +7 -delete',
      'the script goes on when pg_dump fails, and deletes older copies',
    ],
  ])('%s', (_, text, because) => {
    expect(failure(text)).toBe(because);
  });
});

describe('a failure shows', () => {
  it.each([
    ['in a pipe that fails', 'set -euo pipefail\npg_dump ferries | gzip > f.gz'],
    ['where the result is tested', 'pg_dump ferries | gzip > f.gz\n[ -s f.gz ] || exit 1'],
    ['where the archive is tested', 'pg_dump ferries | gzip > f.gz\ngzip -t f.gz'],
    ['in a condition', 'if pg_dump ferries | gzip > f.gz; then echo ok; else exit 1; fi'],
    ['where the job stops', 'pg_dump ferries > f.sql || { echo failed; exit 1; }'],
    [
      'where somebody is told',
      'pg_dump ferries | gzip > f.gz || curl -s "$SLACK_WEBHOOK" -d failed',
    ],
    ['where a ping stops', 'pg_dump ferries | gzip > f.gz && curl -fsS https://hc-ping.com/1'],
    ['in a trap', "trap 'mail -s failed ops' ERR\npg_dump ferries | gzip > f.gz"],
    ['where PIPESTATUS is read', 'pg_dump ferries | gzip > f.gz\nexit "${PIPESTATUS[0]}"'],
    ['where only a success prunes', 'pg_dump ferries -f f.sql && find /b -mtime +7 -delete'],
    ['alone', 'pg_dump ferries -f f.sql'],
  ])('%s', (_, text) => {
    expect(failure(text)).toBeNull();
  });
});
