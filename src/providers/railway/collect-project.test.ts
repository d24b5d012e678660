import { expect, it } from 'vitest';
import { backupsOf, factsOfFiles, storesOf } from '../../../test/platform-facts.ts';
import { collect } from './collect-project.ts';

const read = (text: string) => factsOfFiles(collect, { '.railway/railway.txt': text });

const text = `
import { defineRailway, postgres, project, service, volume } from "railway";
// const old = volume("old");
export default defineRailway(() => {
  const db = postgres("main");
  const uploads = volume("uploads", { sizeMB: 1000 });
  const cache = volume("cache", {});
  const api = service("api", {
    volumeMounts: { "/data": { volume: uploads, backupSchedules: ["DAILY", "WEEKLY"] } },
  });
  return project("shop", { resources: [db, uploads, cache, api] });
});
`;

it('reads stores of a project and the schedule of a volume', () => {
  const facts = read(text);
  expect(storesOf(facts)).toEqual([
    'Railway Postgres main: railway-database database',
    'Railway volume uploads: railway-volume volume',
    'Railway volume cache: railway-volume volume',
  ]);
  expect(backupsOf(facts)).toEqual(["Railway's backups of volume uploads: dies with its source"]);
  const backup = facts.find((fact) => fact.kind === 'Backup');
  expect(backup?.kind === 'Backup' && backup.retentionDays).toMatchObject({ value: 30 });
  const inside = facts.filter((fact) => fact.kind === 'Relation' && fact.rel === 'placed-in');
  expect(inside).toHaveLength(3);
});

it('points at the call', () => {
  const store = read(text).find((fact) => fact.kind === 'DataStore');
  expect(store?.kind === 'DataStore' && text.slice(store.at.start, store.at.end)).toBe(
    'postgres("main"',
  );
});

it.each([[''], ['volume('], ['volume(name)'], ['backupSchedules: ["DAILY"]']])(
  'makes nothing of %j',
  (broken) => {
    expect(read(broken)).toEqual([]);
  },
);
