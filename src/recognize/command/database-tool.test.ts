// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the placeholders of other languages are what is tested
import { describe, expect, it } from 'vitest';
import { parseShell } from '../../formats/shell/parse.ts';
import { type DatabaseDump, databaseDump } from './database-tool.ts';

function dumpOf(line: string): DatabaseDump | null {
  const { commands } = parseShell(line);
  return (
    commands.map((command) => databaseDump(command, commands)).find((dump) => dump !== null) ?? null
  );
}

function source(dump: DatabaseDump | null): string | null {
  if (dump?.source == null) return null;
  return dump.source.kind === 'variable'
    ? `$${dump.source.variable}`
    : `${dump.source.connection.host}/${dump.source.connection.database}`;
}

describe('databaseDump', () => {
  it.each([
    [
      'pg_dump "$DATABASE_URL" | gzip > "$dest/app.sql.gz"',
      'pg_dump',
      '$DATABASE_URL',
      'path',
      '"$dest/app.sql.gz"',
    ],
    ['pg_dump $DATABASE_URL > dump.sql', 'pg_dump', '$DATABASE_URL', 'path', 'dump.sql'],
    [
      'pg_dump -Fc -f /backups/app.dump "${DATABASE_URL}"',
      'pg_dump',
      '$DATABASE_URL',
      'path',
      '/backups/app.dump',
    ],
    [
      'pg_dump --file=/backups/app.dump --dbname=$URL',
      'pg_dump',
      '$URL',
      'path',
      '/backups/app.dump',
    ],
    ['pg_dump postgres://app:x@db.acme.io/shop', 'pg_dump', 'db.acme.io/shop', 'stdout', null],
    [
      'pg_dump -h db.acme.io -U app -p 5433 shop -f out.sql',
      'pg_dump',
      'db.acme.io/shop',
      'path',
      'out.sql',
    ],
    ['pg_dump -h "$PGHOST" -U app shop > out.sql', 'pg_dump', '$PGHOST', 'path', 'out.sql'],
    ['pg_dump shop > out.sql', 'pg_dump', null, 'path', 'out.sql'],
    [
      'pg_dumpall -h db.acme.io | zstd -o all.zst',
      'pg_dumpall',
      'db.acme.io/null',
      'path',
      'all.zst',
    ],
    [
      'pg_basebackup -D /var/backups/base -h db.acme.io',
      'pg_basebackup',
      'db.acme.io/null',
      'path',
      '/var/backups/base',
    ],
    [
      'mysqldump -h db.acme.io -u root -psecret shop --result-file=out.sql',
      'mysqldump',
      'db.acme.io/shop',
      'path',
      'out.sql',
    ],
    [
      'mariadb-dump shop | gzip | tee /backups/shop.gz',
      'mariadb-dump',
      null,
      'path',
      '/backups/shop.gz',
    ],
    [
      'mongodump --uri="$MONGO_URL" --out /data/backup',
      'mongodump',
      '$MONGO_URL',
      'path',
      '/data/backup',
    ],
    [
      'mongodump --uri $MONGO_URL --archive=/data/b.gz --gzip',
      'mongodump',
      '$MONGO_URL',
      'path',
      '/data/b.gz',
    ],
    [
      'mongodump --uri $MONGO_URL --archive | aws s3 cp - s3://vault/b.gz',
      'mongodump',
      '$MONGO_URL',
      'remote',
      's3://vault/b.gz',
    ],
    ['redis-cli -u $REDIS_URL --rdb dump.rdb', 'redis-cli', '$REDIS_URL', 'path', 'dump.rdb'],
    ['sqlite3 app.db .dump > app.sql', 'sqlite3', null, 'path', 'app.sql'],
    ['etcdctl snapshot save /backups/etcd.db', 'etcdctl', null, 'path', '/backups/etcd.db'],
    ['supabase db dump -f dump.sql --db-url "$URL"', 'supabase', '$URL', 'path', 'dump.sql'],
    [
      'pg_dump $URL | gzip | aws s3 cp - "s3://vault/$(date).gz"',
      'pg_dump',
      '$URL',
      'remote',
      '"s3://vault/$(date).gz"',
    ],
    [
      'pg_dump $URL | aws --profile backup s3 cp - "$TARGET"',
      'pg_dump',
      '$URL',
      'remote',
      '"$TARGET"',
    ],
    [
      'pg_dump $URL | gsutil cp - gs://vault/app.sql',
      'pg_dump',
      '$URL',
      'remote',
      'gs://vault/app.sql',
    ],
    [
      'pg_dump $URL | rclone rcat b2:vault/app.sql',
      'pg_dump',
      '$URL',
      'remote',
      'b2:vault/app.sql',
    ],
    ['pg_dump $URL | restic backup --stdin', 'pg_dump', '$URL', 'remote', null],
    ['pg_dump $URL | gpg -e -o /backups/app.gpg', 'pg_dump', '$URL', 'path', '/backups/app.gpg'],
    [
      "pg_dump $URL | ssh backup@nas 'cat > app.sql'",
      'pg_dump',
      '$URL',
      'remote',
      "'cat > app.sql'",
    ],
    ['pg_dump $PROD_URL | psql $STAGING_URL', 'pg_dump', '$PROD_URL', 'remote', '$STAGING_URL'],
    ['pg_dump $URL | gzip', 'pg_dump', '$URL', 'stdout', null],
    ['pg_dump $URL 2> errors.log', 'pg_dump', '$URL', 'stdout', null],
    ['pg_dump $URL -f -', 'pg_dump', '$URL', 'stdout', null],
    [
      'docker exec db pg_dump -U postgres app > /backups/app.sql',
      'pg_dump',
      null,
      'path',
      '/backups/app.sql',
    ],
    [
      'sudo -u postgres pg_dumpall > /backups/all.sql',
      'pg_dumpall',
      null,
      'path',
      '/backups/all.sql',
    ],
  ] as const)('%s', (line, tool, from, kind, word) => {
    const dump = dumpOf(line);
    expect(dump?.tool).toBe(tool);
    expect(source(dump)).toBe(from);
    expect(dump?.destination.kind).toBe(kind);
    expect(dump?.destination.word?.raw ?? null).toBe(word);
  });

  it.each([
    'psql $URL',
    'pg_restore x',
    'redis-cli get x',
    'sqlite3 app.db "select 1"',
    'supabase db push',
    'echo pg_dump',
    'gzip x',
  ])('%s is no dump', (line) => {
    expect(dumpOf(line)).toBeNull();
  });
});
