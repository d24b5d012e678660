// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Compose's own placeholders are what is tested
import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { ofKind, relationsOf } from '../../../test/facts-of-kind.ts';
import { textAt } from '../../../test/text-at.ts';
import { createKnowledge } from '../../engine/knowledge.ts';
import { parse } from '../../formats/yaml/parse.ts';
import type { Fact } from '../../model/fact.ts';
import { filePath } from '../../model/source.ts';
import { known } from '../../model/value.ts';
import { collect } from './collect.ts';

const knowledge = createKnowledge([], randomBytes(32));
const file = 'docker-compose.prod.yml';

/** A project with a PostgreSQL and a MySQL, plus the given services and volumes. */
function project(services: string, volumes = ''): string {
  return `services:
  db:
    image: postgres:17
    volumes: [pgdata:/var/lib/postgresql/data]
  shop:
    image: mariadb:11
    volumes: [shopdata:/var/lib/mysql]
${services.replace(/^(?=.)/gm, '  ')}
volumes:
  pgdata:
  shopdata:
${volumes}`;
}

function collected(text: string): readonly Fact[] {
  return collect({ id: file, documents: [parse(filePath(file), text)] }, knowledge);
}

function summary(text: string) {
  const facts = collected(text);
  return {
    sources: relationsOf(facts, 'backs-up').map(({ to }) => to.split('#')[1]),
    places: relationsOf(facts, 'placed-in')
      .filter(({ from }) => from.includes('#backup/'))
      .map(({ to }) => to.split('#')[1]),
    lost: relationsOf(facts, 'loses').map(({ from }) => from.split('#')[1]),
    survives: ofKind(facts, 'Backup').map(({ survivesSourceDeletion: value }) => known(value)),
    days: ofKind(facts, 'Backup').map(({ retentionDays }) => known(retentionDays)),
  };
}

const sidecar = (mount: string) =>
  `keep:\n  image: prodrigestivill/postgres-backup-local:17\n  environment: {POSTGRES_HOST: db}\n  volumes: ["${mount}"]`;

describe('backup images', () => {
  it('on a second volume go with the first', () => {
    const text = project(sidecar('dumps:/backups'), '  dumps:\n');
    expect(summary(text)).toEqual({
      sources: ['database/db'],
      places: ['host', 'volumes'],
      lost: ['volume/pgdata'],
      survives: [undefined],
      days: [7],
    });
    const [backup] = ofKind(collected(text), 'Backup');
    expect(backup && textAt(text, backup.at)).toBe('"dumps:/backups"');
  });

  it('on the volume of the data lie in it', () => {
    expect(summary(project(sidecar('pgdata:/backups')))).toMatchObject({
      places: ['host', 'volume/pgdata'],
      lost: [],
    });
  });

  it.each([
    ['a folder', './backups:/backups', ''],
    ['an external volume', 'dumps:/backups', '  dumps: {external: true}\n'],
  ])('on %s outlive down -v', (_, mount, volumes) => {
    expect(summary(project(sidecar(mount), volumes))).toMatchObject({ places: ['host'], lost: [] });
  });

  it('whose copies another service sends on do not go with the data', () => {
    const carrier = (image: string) =>
      `${sidecar('dumps:/backups')}\nsend:\n  image: ${image}\n  volumes: ["dumps:/data:ro"]`;
    const lost = (image: string) => summary(project(carrier(image), '  dumps:\n')).lost;
    expect(lost('rclone/rclone')).toEqual([]);
    expect(lost('acme/web')).toEqual(['volume/pgdata']);
  });

  it('written into their own container are none', () => {
    expect(summary(project(sidecar('other:/elsewhere'), '  other:\n')).survives).toEqual([]);
  });

  it('of a server elsewhere copy nothing of this project', () => {
    const text = project(sidecar('dumps:/backups'), '  dumps:\n');
    expect(summary(text.replace('POSTGRES_HOST: db', 'POSTGRES_HOST: db.acme.io')).sources).toEqual(
      [],
    );
  });

  it('copy mounted volumes to a bucket', () => {
    const text = project(
      'keep:\n  image: offen/docker-volume-backup:v2\n  environment:\n    - AWS_S3_BUCKET_NAME=${BUCKET}\n    - BACKUP_RETENTION_DAYS=30\n  volumes:\n    - pgdata:/backup/pg:ro\n    - files:/backup/files:ro\n    - /var/run/docker.sock:/var/run/docker.sock:ro',
      '  files:\n',
    );
    expect(summary(text)).toMatchObject({
      sources: ['volume/pgdata', 'volume/files'],
      lost: [],
      survives: [true],
      days: [30],
    });
  });

  it.each([
    [
      'image: databack/mysql-backup\n  environment: {DB_SERVER: shop, DB_DUMP_TARGET: "s3://x/y"}',
      true,
    ],
    [
      'image: tiredofit/db-backup\n  environment: {DB_TYPE: mysql, DB_HOST: shop, DB01_S3_BUCKET: x}',
      true,
    ],
    [
      'image: tiredofit/db-backup\n  environment: {DB_HOST: shop}\n  volumes: [dumps:/backup]',
      undefined,
    ],
    [
      'image: kartoza/pg-backup\n  environment: {POSTGRES_HOST: db}\n  volumes: [dumps:/backups]',
      undefined,
    ],
  ])('%s', (body, survives) => {
    expect(summary(project(`keep:\n  ${body}`, '  dumps:\n')).survives).toEqual([survives]);
  });
});

describe('services that dump by themselves', () => {
  it('are read with the escapes of Compose', () => {
    const text = project(
      `keep:
  image: postgres:17
  environment: {PGHOST: db}
  entrypoint: ["sh", "-c"]
  command:
    - |
      while true; do
        pg_dump -h db -U app app | gzip > /dumps/app-$$(date +%F).sql.gz
        sleep 86400
      done
  volumes: ["dumps:/dumps"]`,
      '  dumps:\n',
    );
    expect(summary(text)).toMatchObject({ sources: ['database/db'], lost: ['volume/pgdata'] });
  });

  it('keep what they upload', () => {
    const text = project(
      'keep:\n  image: acme/tools\n  command: sh -c "mysqldump -h shop --all-databases | aws s3 cp - s3://acme/shop.sql"',
    );
    expect(summary(text)).toMatchObject({ sources: ['database/shop'], survives: [true] });
  });

  it.each([
    ['a schema', 'pg_dump --schema-only -h db -f /dumps/x.sql app'],
    ['the terminal', 'pg_dump -h db app'],
    ['another server', 'pg_dump -h db.acme.io -f /dumps/x.sql app'],
  ])('are none for %s', (_, command) => {
    const text = project(
      `keep:\n  image: postgres:17\n  command: ${command}\n  volumes: ["dumps:/dumps"]`,
      '  dumps:\n',
    );
    expect(summary(text).sources).toEqual([]);
  });
});

describe('variables of a file that nobody read', () => {
  const archive = (rest: string) =>
    project(
      `keep:\n  image: offen/docker-volume-backup:v2\n${rest}  volumes: ["pgdata:/backup/db:ro", "copies:/archive"]`,
      '  copies:\n',
    );
  it('are missed by nobody where there are none', () => {
    expect(summary(archive('')).lost).toEqual(['volume/pgdata']);
  });
  it.each([
    '  env_file: ./backup.env\n',
    '  env_file: [.env]\n',
    '  env_file:\n    - path: backup.env\n      required: false\n',
  ])('may send copies elsewhere too: %j', (rest) => {
    const { sources, lost, places } = summary(archive(rest));
    expect([sources, lost, places]).toEqual([['volume/pgdata'], [], ['host']]);
  });
  it('change nothing where the image sends nothing', () => {
    const text = project(`${sidecar('dumps:/backups')}\n  env_file: ./backup.env`, '  dumps:\n');
    expect(summary(text).lost).toEqual(['volume/pgdata']);
  });
});
