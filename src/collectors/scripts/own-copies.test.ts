import { describe, expect, it } from 'vitest';
import { ofKind, relationsOf } from '../../../test/facts-of-kind.ts';
import { createKnowledge } from '../../engine/knowledge.ts';
import { parse } from '../../formats/script/parse.ts';
import { definePack } from '../../model/pack.ts';
import { filePath } from '../../model/source.ts';
import { collect } from './collect.ts';

const knowledge = createKnowledge(
  [
    definePack({
      id: 'harbour',
      title: 'Harbour',
      clientStorages: [
        {
          packages: ['@harbour/client'],
          factories: ['createClient'],
          storage: 'storage',
          method: 'upload',
          because: 'Harbour deletes the buckets of a project together with its database',
          source: 'https://docs.harbour.test',
          checkedOn: '2026-11-21',
        },
      ],
    }),
  ],
  new Uint8Array(32),
);

function facts(text: string, file = 'scripts/backup.ts') {
  const documents = [parse(filePath(file), text.replaceAll('@{', '\x24{'))];
  return collect({ id: file, documents }, knowledge);
}

describe('tables beside the live ones', () => {
  it('are copies that lie in the database they are made of', () => {
    const found = facts('await pool.query(`CREATE TABLE backup.@{t} AS TABLE public.@{t}`);');
    expect(ofKind(found, 'Backup')).toMatchObject([
      { name: 'table backup.… of scripts/backup.ts' },
    ]);
    expect(relationsOf(found, 'backs-up').map((one) => one.to)).toEqual(['variable:DATABASE_URL']);
    expect(relationsOf(found, 'placed-in')).toMatchObject([
      {
        to: 'variable:DATABASE_URL',
        because: 'scripts/backup.ts writes it to backup.…, a table of the database that it copies',
      },
    ]);
  });

  it('lie in the database whose address the module reads', () => {
    const text =
      'const url = process.env.CREW_DATABASE_URL;\nawait sql`CREATE TABLE crew_backup AS SELECT * FROM crew`;';
    expect(relationsOf(facts(text), 'placed-in')[0]?.to).toBe('variable:CREW_DATABASE_URL');
  });

  it.each([
    [
      'a report',
      'await pool.query("CREATE TABLE totals AS SELECT * FROM orders");',
      'scripts/a.ts',
    ],
    [
      'a migration',
      'await pool.query("CREATE TABLE orders_old AS SELECT * FROM orders");',
      'db/migrations/1.ts',
    ],
    ['a log', 'log("CREATE TABLE of orders AS SELECT * FROM orders");', 'scripts/a.ts'],
  ])('are not %s', (_, text, file) => {
    expect(facts(text, file)).toEqual([]);
  });
});

const client = `import { createClient } from '@harbour/client';
const admin = createClient(process.env.HARBOUR_URL!, process.env.HARBOUR_KEY!);
const { data } = await admin.from('crew').select('*');
`;

describe('exports to the storage of the same project', () => {
  it('are copies that lie in it', () => {
    const found = facts(
      `${client}await admin.storage\n  .from('nightly')\n  .upload('crew.json', JSON.stringify(data));`,
    );
    expect(ofKind(found, 'Backup')).toMatchObject([
      { name: 'export of scripts/backup.ts to bucket "nightly"', method: 'dump' },
    ]);
    expect(relationsOf(found, 'placed-in')[0]?.to).toBe('variable:HARBOUR_URL');
  });

  it.each([
    [
      'through another client',
      `${client}const other = createClient(process.env.OFFSITE_URL!, process.env.OFFSITE_KEY!);\nawait other.storage.from('nightly').upload('crew.json', data);`,
      'scripts/backup.ts',
    ],
    [
      'of a picture',
      `${client}await admin.storage.from('avatars').upload('a.png', picture);`,
      'src/avatar.ts',
    ],
    [
      'of nothing that was read',
      `import { createClient } from '@harbour/client';\nconst admin = createClient(process.env.HARBOUR_URL!, 'k');\nawait admin.storage.from('backups').upload('x', y);`,
      'scripts/backup.ts',
    ],
  ])('are not uploads %s', (_, text, file) => {
    expect(facts(text, file)).toEqual([]);
  });
});
