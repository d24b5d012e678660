import { describe, expect, it } from 'vitest';
import { harbourKnowledge } from '../../../test/harbour-knowledge.ts';
import { parse as parseShell } from '../../formats/shell/parse.ts';
import { filePath } from '../../model/source.ts';
import { collect } from './collect.ts';

const loss = 'DROP TABLE sailings;\nCREATE TABLE sailings (id int);';

function verbs(files: Readonly<Record<string, string>>): readonly string[] {
  const documents = Object.entries(files).map(([name, text]) => {
    const file = filePath(name);
    return name.endsWith('.sql')
      ? ({ shape: 'text', file, format: 'text', text, comments: [], problems: [] } as const)
      : parseShell(file, text);
  });
  return collect({ id: 'tree', documents }, harbourKnowledge).flatMap((fact) =>
    // What the files themselves lose waits for whoever runs them.
    fact.kind === 'DestructiveCommand' && !fact.at.file.endsWith('.sql')
      ? [`${fact.at.file}: ${fact.verb}`]
      : [],
  );
}

describe('sql-files', () => {
  it.each([
    ['a path from the root', 'psql "$DATABASE_URL" -f db/reset.sql'],
    ['a file fed in', 'mysql ferries < db/reset.sql'],
    ['a file printed into it', 'cat ./db/reset.sql | psql "$DATABASE_URL"'],
    ['a folder of a variable', 'psql "$DATABASE_URL" -f "$ROOT/db/reset.sql"'],
  ])('finds what %s loses', (_, line) => {
    const expected = ['ops/reset.sh: DROP TABLE sailings of db/reset.sql'];
    expect(verbs({ 'ops/reset.sh': line, 'db/reset.sql': loss })).toEqual(expected);
  });

  it('takes the file beside the script before one of the same name', () => {
    const files = {
      'a/run.sh': 'psql -f reset.sql',
      'a/reset.sql': 'SELECT 1',
      'b/reset.sql': loss,
    };
    expect(verbs(files)).toEqual([]);
  });

  it.each([
    ['a file that nothing runs', 'echo db/reset.sql', loss],
    ['a file that loses nothing', 'psql -f db/reset.sql', 'DELETE FROM sailings WHERE id = 1;'],
    ['a file that a loop names', 'psql -f "$file"', loss],
    ['a missing file', 'psql -f db/other.sql', loss],
  ])('is silent on %s', (_, line, text) => {
    expect(verbs({ 'ops/reset.sh': line, 'db/reset.sql': text })).toEqual([]);
  });

  it('says what a file loses, for whatever job hands it to a client', () => {
    const document = (name: string, text: string) =>
      ({
        shape: 'text',
        file: filePath(name),
        format: 'text',
        text,
        comments: [],
        problems: [],
      }) as const;
    const files = [
      document('db/reset.sql', loss),
      document('db/migrations/2.sql', loss),
      document('db/views.sql', 'SELECT 1'),
    ];
    const facts = collect({ id: 'tree', documents: files }, harbourKnowledge);
    expect(facts).toMatchObject([
      { kind: 'DestructiveCommand', verb: 'DROP TABLE sailings of db/reset.sql', invocations: [] },
      { kind: 'Relation', rel: 'runs', from: 'line:./db/reset.sql' },
    ]);
  });

  it('is silent where two files may be meant, and on files of tests', () => {
    const line = 'psql -f "$ROOT/reset.sql"';
    expect(verbs({ 'run.sh': line, 'a/reset.sql': loss, 'b/reset.sql': loss })).toEqual([]);
    expect(verbs({ 'run.sh': 'psql -f dev/reset.sql', 'dev/reset.sql': loss })).toEqual([]);
  });
});
