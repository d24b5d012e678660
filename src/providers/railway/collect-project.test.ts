import { describe, expect, it } from 'vitest';
import { backupsOf, storesOf, usesOf } from '../../../test/platform-facts.ts';
import { createKnowledge } from '../../engine/knowledge.ts';
import { parse } from '../../formats/text/parse.ts';
import type { Collect } from '../../model/plugin.ts';
import { filePath } from '../../model/source.ts';
import { pack as prisma } from '../prisma/pack.ts';
import { pack as supabase } from '../supabase/pack.ts';
import { collect } from './collect-project.ts';
import { collect as collectText } from './collect-project-text.ts';

const read = (files: Readonly<Record<string, string>>, by: Collect = collect) => {
  const documents = Object.entries(files).map(([name, text]) => parse(filePath(name), text));
  return by({ id: '', documents }, createKnowledge([prisma, supabase], new Uint8Array(32)));
};
const main = '.railway/railway.ts';
const library =
  'import { bucket, database, defineRailway, group, image, postgres, preserve, project, ref, redis, service, volume } from "railway/iac";\n';
const program = (text: string, parameters = 'ctx') =>
  read({ [main]: `${library}export default defineRailway((${parameters}) => {\n${text}\n});` });

describe('programs', () => {
  it('declare stores, what mounts them, and when they are copied', () => {
    const facts = program(`
  // const old = volume("old");
  const db = postgres("main");
  const cache = redis("cache");
  const uploads = volume("uploads", { sizeMB: 1000 });
  const files = bucket("files", { region: "ams" });
  const api = service("api", {
    volumeMounts: { "/data": uploads },
    env: { DATABASE_URL: db.env.DATABASE_URL, REDIS_URL: "\${{cache.REDIS_URL}}", KEY: preserve() },
  });
  const search = service("search", {
    source: image("getmeili/meilisearch"),
    volumeMounts: { "search-data": { mountPath: "/meili_data", backupSchedules: ["DAILY", "WEEKLY"] } },
  });
  return project("shop", { resources: [db, cache, files, ...group("app", [uploads, api, search])] });`);
    expect(storesOf(facts)).toEqual([
      'Railway Postgres main: railway-database database',
      'Railway Redis cache: railway-redis cache',
      'Railway volume uploads: railway-volume volume',
      'Railway bucket files: railway-bucket bucket',
      'Railway volume uploads: railway-volume volume',
      'Railway volume search-data: railway-volume volume',
    ]);
    expect(usesOf(facts)).toEqual([
      'unknown connects-to Railway Postgres main',
      'unknown connects-to Railway Redis cache',
      'unknown mounts Railway volume search-data',
      'unknown mounts Railway volume uploads',
    ]);
    expect(backupsOf(facts)).toEqual([
      "Railway's backups of Railway volume search-data: dies with its source",
    ]);
    const backup = facts.find((fact) => fact.kind === 'Backup');
    expect(backup?.kind === 'Backup' && backup.retentionDays).toMatchObject({ value: 30 });
  });

  it('give each environment an instance of its own', () => {
    const facts = program(`
  const prod = ctx.environment === "production";
  const db = postgres("main");
  const replica = prod ? [volume("archive")] : [];
  if (ctx.isEnvironment("staging")) bucket("samples");
  return project("shop", { resources: [db, ...replica] });`);
    expect(usesOf(facts)).toEqual([
      'production connects-to Railway Postgres main of production',
      'production connects-to Railway volume archive of production',
      'staging connects-to Railway Postgres main of staging',
      'staging connects-to Railway bucket samples of staging',
    ]);
  });

  it('that tell lesser environments apart are for production too', () => {
    const facts = program(`
  const db = postgres(ctx.isEnvironment("staging") ? "db-staging" : "db");
  return project("shop", { resources: [db] });`);
    expect(usesOf(facts)).toEqual([
      'production connects-to Railway Postgres db of production',
      'staging connects-to Railway Postgres db-staging of staging',
    ]);
  });

  it('hand the same written address to two environments', () => {
    const ref = 'kvwpzhtdgqmxlrnbycfs';
    const at = (value: string) =>
      usesOf(
        program(`
  const url = ${value};
  return project("shop", { resources: [service("api", { env: { SUPABASE_URL: url } })] });
  // ctx.environment is "production" or "staging"`),
      );
    expect(at(`"https://${ref}.supabase.co"`)).toEqual([
      `production connects-to Supabase project ${ref}`,
      `staging connects-to Supabase project ${ref}`,
    ]);
    expect(
      at(`ctx.isEnvironment("production") ? "https://${ref}.supabase.co" : process.env.URL`),
    ).toEqual([`production connects-to Supabase project ${ref}`]);
  });

  it('run what every deploy runs, on the database that it is handed', () => {
    const text = `${library}export default defineRailway((ctx, project) => {
  const db = database(ctx.isEnvironment("production") ? "db" : "db-staging", "postgres", {});
  const api = service("api", {
    preDeploy: ["npx prisma db push --accept-data-loss"],
    variables: { DATABASE_URL: ref(db, "DATABASE_URL") },
  });
  return project("shop", { resources: [db, api], environments: ["production", "staging"] });
});`;
    const facts = read({ [main]: text });
    const commands = facts.filter((fact) => fact.kind === 'DestructiveCommand');
    expect(commands.map(({ at }) => text.slice(at.start, at.end))).toEqual([
      'prisma db push --accept-data-loss',
      'prisma db push --accept-data-loss',
    ]);
    expect(new Set(commands.map(({ key }) => key)).size).toBe(1);
    const destroyed = facts.flatMap((fact) =>
      fact.kind === 'Relation' && fact.rel === 'destroys' ? [fact.to] : [],
    );
    expect(destroyed).toEqual([
      `railway-project:${main}#database/db@production`,
      `railway-project:${main}#database/db-staging@staging`,
    ]);
  });

  it('copy a database by a job that is handed it, into a bucket of the same project or elsewhere', () => {
    const facts = (env: string) =>
      program(`
  const db = postgres("main");
  const copies = bucket("copies");
  const dump = service("nightly", {
    source: image("ghcr.io/railwayapp-templates/postgres-s3-backups"),
    deploy: { cronSchedule: "0 3 * * *" },
    env: { BACKUP_DATABASE_URL: db.env.DATABASE_URL, ${env} },
  });
  return project("shop", { resources: [db, copies, dump] });`);
    const inside = facts('AWS_S3_BUCKET: copies.env.BUCKET');
    expect(backupsOf(inside)).toEqual(['dumps of cron job nightly: unknown']);
    const placed = (all: ReturnType<typeof facts>) =>
      all.some(
        (fact) => fact.kind === 'Relation' && fact.rel === 'placed-in' && /dump/.test(fact.from),
      );
    expect(placed(inside)).toBe(true);
    const outside = facts('AWS_S3_BUCKET: preserve()');
    expect(backupsOf(outside)).toHaveLength(1);
    expect(placed(outside)).toBe(false);
  });

  it('may be spread over files', () => {
    const facts = read({
      [main]: `import { defineRailway, project } from "railway/iac";
import { production } from "./environments/production.js";
export default defineRailway((ctx) => project("shop", { resources: ctx.isEnvironment("production") ? production() : [] }));`,
      '.railway/environments/production.ts': `import { volume } from "railway/iac";
export const production = () => [volume("data")];`,
    });
    expect(storesOf(facts)).toEqual(['Railway volume data of production: railway-volume volume']);
    expect(facts.find((fact) => fact.kind === 'DataStore')).toMatchObject({
      at: { file: '.railway/environments/production.ts' },
    });
  });

  it('that refuse an environment declare nothing for it', () => {
    const facts = program(`
  if (!ctx.isEnvironment("staging")) throw new Error("not production: environment");
  const db = postgres("main");
  return project("shop", { resources: [db] });`);
    expect(usesOf(facts)).toEqual(['staging connects-to Railway Postgres main of staging']);
  });

  it('point at the call', () => {
    const text = `${library}export default defineRailway(() => project("a", { resources: [postgres("main", { region: "sfo" })] }));`;
    const store = read({ [main]: text }).find((fact) => fact.kind === 'DataStore');
    expect(store?.kind === 'DataStore' && text.slice(store.at.start, store.at.end)).toBe(
      'postgres("main"',
    );
  });

  it.each([
    [''],
    ['volume('],
    ['export default defineRailway(() => volume("x"))'],
    [`${library}export default defineRailway(() => volume(name))`],
    [`${library}export default defineRailway(function f() { return f(); })`],
    [
      `${library}export default defineRailway((ctx) => project("a", { resources: [service("s", { volumeMounts: ctx.x, env: [1] })] }))`,
    ],
  ])('make no store of %j', (text) => {
    expect(storesOf(read({ [main]: text }))).toEqual([]);
  });
});

describe('programs in other languages', () => {
  const text = (file: string, written: string) => storesOf(read({ [file]: written }, collectText));

  it('name their stores', () => {
    expect(
      text(
        '.railway/railway.py',
        '# volume("old")\ndb = postgres("db", region="sfo")\nfiles = volume("files")\nreturn project("shop", resources=[db])',
      ),
    ).toEqual([
      'Railway Postgres db: railway-database database',
      'Railway volume files: railway-volume volume',
    ]);
    expect(
      text(
        '.railway/railway.go',
        'data := volume("cache")\ndb := railway.Postgres("db")\nreturn railway.ProjectNamed("shop", resources)',
      ),
    ).toEqual(['Railway Postgres db: railway-database database']);
  });

  it.each([[''], ['volume('], ['db = postgres("db")']])('make nothing of %j', (written) => {
    expect(text('.railway/railway.py', written)).toEqual([]);
  });
});
