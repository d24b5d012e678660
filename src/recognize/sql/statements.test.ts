import { describe, expect, it } from 'vitest';
import { sqlCopies, sqlLosses } from './statements.ts';

describe('losses', () => {
  it.each([
    ['DROP SCHEMA public CASCADE; CREATE SCHEMA public', 'DROP SCHEMA public'],
    ['drop database if exists "harbour"', 'DROP DATABASE harbour'],
    ['TRUNCATE TABLE ferries, crews', 'TRUNCATE ferries'],
    ['truncate ferries cascade', 'TRUNCATE ferries'],
    ['DELETE FROM ferries', 'DELETE without WHERE ferries'],
    ['select 1;\nDROP TABLE IF EXISTS ferries', 'DROP TABLE ferries'],
    ['DROP KEYSPACE ferries', 'DROP KEYSPACE ferries'],
  ])('%s', (text, expected) => {
    expect(sqlLosses(text).map(({ verb, target }) => `${verb} ${target}`)).toEqual([expected]);
  });

  it.each([
    ['a condition', 'DELETE FROM ferries WHERE id = 4'],
    ['a comment', '-- DROP TABLE ferries\n/* TRUNCATE ferries; */ SELECT 1'],
    ['a quoted text', "INSERT INTO notes VALUES ('; DROP TABLE ferries;')"],
    ['what the session made', 'DROP TABLE tmp_import; TRUNCATE ferries_staging'],
    ['a temporary table', 'CREATE TEMP TABLE picked AS SELECT 1; DROP TABLE picked'],
    ['a column', 'ALTER TABLE ferries DROP COLUMN name'],
    ['an index', 'DROP INDEX ferries_name'],
    [
      'a function',
      'SELECT truncate_all(); CREATE TRIGGER t BEFORE TRUNCATE ON ferries EXECUTE x()',
    ],
  ])('are not in %s', (_, text) => {
    expect(sqlLosses(text)).toEqual([]);
  });

  it('have their place', () => {
    const text = 'BEGIN;\n  TRUNCATE ferries;\nCOMMIT;';
    const [found] = sqlLosses(text);
    expect(text.slice(found?.start, found?.end)).toBe('TRUNCATE ferries');
  });

  it('end quickly on hostile text', () => {
    expect(sqlLosses(`DELETE FROM ${'a '.repeat(50_000)}`)).toEqual([]);
    expect(sqlLosses("'".repeat(100_001))).toEqual([]);
    expect(sqlLosses('/* '.repeat(60_000))).toEqual([]);
  });
});

describe('copies', () => {
  it.each([
    ['CREATE TABLE backup.ferries AS TABLE public.ferries', 'backup.ferries from public.ferries'],
    ['create table ferries_bak as select * from ferries', 'ferries_bak from ferries'],
    ['SELECT * INTO ferries_backup FROM ferries', 'ferries_backup from ferries'],
  ])('%s', (text, expected) => {
    expect(sqlCopies(text).map(({ target, source }) => `${target} from ${source}`)).toEqual([
      expected,
    ]);
  });

  it.each([
    ['a part', 'CREATE TABLE report AS SELECT id FROM ferries'],
    ['a temporary table', 'CREATE TEMP TABLE x AS SELECT * FROM ferries'],
  ])('are not %s', (_, text) => {
    expect(sqlCopies(text)).toEqual([]);
  });
});
