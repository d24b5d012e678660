import { describe, expect, it } from 'vitest';
import { ofKind, relationsOf } from '../../../test/facts-of-kind.ts';
import { shellFacts } from '../../../test/harbour-shell.ts';
import type { Fact, RelationName } from '../../model/fact.ts';

/** `@{x}` stands for an expansion; it is as long as the real one. */
function shellText(written: string): string {
  return written.replaceAll('@{', '\x24{');
}

function facts(written: string, file = 'scripts/nightly.sh'): readonly Fact[] {
  return shellFacts(shellText(written), file);
}

function targets(all: readonly Fact[], rel: RelationName): readonly string[] {
  return relationsOf(all, rel).map((fact) => fact.to);
}

describe('a dump into the volume it protects', () => {
  const text = shellText(`#!/usr/bin/env bash
# Runs every night next to the database.
set -euo pipefail
day=$(date +%F)
target="@{HARBOUR_MOUNT_PATH:-/var/lib/postgresql/data}/dumps"
mkdir -p "$target"
pg_dump "$DATABASE_URL" | gzip > "$target/shop-$day.sql.gz"
find "$target" -name 'shop-*.sql.gz' -mtime +14 -delete
`);
  const all = facts(text);

  it('is one backup, placed where the destination is decided', () => {
    const [backup, ...others] = ofKind(all, 'Backup');
    expect(others).toEqual([]);
    expect(backup).toMatchObject({
      key: 'shell-scripts:scripts/nightly.sh#backup-pg_dump-1',
      method: 'dump',
      confidence: 'high',
      survivesSourceDeletion: { state: 'unknown', why: 'external' },
    });
    expect(text.slice(backup?.at.start, backup?.at.end)).toBe(
      shellText('target="@{HARBOUR_MOUNT_PATH:-/var/lib/postgresql/data}/dumps"'),
    );
  });

  it('reads the retention of its own clean-up', () => {
    const retention = ofKind(all, 'Backup')[0]?.retentionDays;
    expect(retention).toMatchObject({ state: 'set', value: 14 });
    expect(text.slice(retention?.at.start, retention?.at.end)).toMatch(
      /^find "\$target".*-delete$/,
    );
  });

  it('relates source, mount and data directory', () => {
    expect(targets(all, 'backs-up')).toEqual(['variable:DATABASE_URL']);
    const placed = ofKind(all, 'Relation').filter((fact) => fact.rel === 'placed-in');
    expect(placed).toMatchObject([
      {
        to: 'variable:HARBOUR_MOUNT_PATH',
        confidence: 'high',
        because: 'scripts/nightly.sh writes it to $HARBOUR_MOUNT_PATH/dumps/shop-….sql.gz',
      },
      { to: 'variable:DATABASE_URL', confidence: 'medium' },
    ]);
    expect(placed[1]?.because).toContain('is where the server keeps its own data');
    expect(ofKind(all, 'FailureDomain')).toEqual([]);
  });
});

describe('where a dump ends up', () => {
  const host = 'host:scripts/nightly.sh';
  it.each([
    ['a redirect', 'pg_dump "$DATABASE_URL" > /srv/dumps/a.sql', [host]],
    ['an option', 'pg_dump -Fc -f /srv/dumps/a.dump "$DATABASE_URL"', [host]],
    ['tee', 'pg_dump "$DATABASE_URL" | gzip | tee /srv/a.gz', [host]],
    ['a relative path', 'pg_dump "$DATABASE_URL" > dumps/a.sql', [host]],
    [
      'the data directory',
      'pg_dump "$DATABASE_URL" > /var/lib/postgresql/data/a.sql',
      ['variable:DATABASE_URL'],
    ],
    [
      'the data directory through cd',
      'cd /var/lib/postgresql/data\npg_dump "$DATABASE_URL" > a.sql',
      ['variable:DATABASE_URL'],
    ],
    ["another engine's data directory", 'pg_dump "$DATABASE_URL" > /var/lib/mysql/a.sql', [host]],
    [
      'a bucket',
      'pg_dump "$DATABASE_URL" | gzip | aws s3 cp - "s3://attic/$(date +%F).gz"',
      ['bucket:s3/attic'],
    ],
    [
      'a bucket by variable',
      'pg_dump "$DATABASE_URL" | aws s3 cp - "s3://@{ATTIC}/a.gz"',
      ['bucket:s3/$ATTIC'],
    ],
    [
      'another cloud',
      'mongodump --uri "$MONGO_URL" --archive | gsutil cp - gs://attic/a',
      ['bucket:gcs/attic'],
    ],
    [
      'an rclone remote',
      'pg_dump "$DATABASE_URL" | rclone rcat offsite:attic/a.sql',
      ['remote:offsite'],
    ],
    [
      'ssh',
      'pg_dump "$DATABASE_URL" | ssh -p 22 ops@attic.test "cat > /srv/a.sql"',
      ['remote:ops@attic.test'],
    ],
    [
      'restic',
      'export RESTIC_REPOSITORY=s3:s3.amazonaws.com/attic/shop\npg_dump "$DATABASE_URL" | restic backup --stdin',
      ['bucket:s3/attic'],
    ],
    [
      'a variable of the platform',
      'pg_dump "$DATABASE_URL" > "$HARBOUR_MOUNT_PATH/a.sql"',
      ['variable:HARBOUR_MOUNT_PATH'],
    ],
    ['a variable nobody set', 'pg_dump "$DATABASE_URL" > "$BACKUP_DIR/a.sql"', []],
    [
      'the folder of the script',
      'ROOT="$(cd "$(dirname "$0")/.." && pwd)"\npg_dump "$DATABASE_URL" > "$ROOT/a.sql"',
      [host],
    ],
    ['the home folder', 'pg_dump "$DATABASE_URL" > "$HOME/a.sql"', [host]],
    [
      'a default',
      'BACKUP_DIR="@{BACKUP_DIR:-/srv}"\npg_dump "$DATABASE_URL" > "$BACKUP_DIR/a.sql"',
      [host],
    ],
    [
      'an assigned default',
      ': "@{BACKUP_DIR:=/srv}"\npg_dump "$DATABASE_URL" > "$BACKUP_DIR/a.sql"',
      [host],
    ],
    ['a function', 'dump() { pg_dump "$DATABASE_URL"; }\ndump > /srv/a.sql', [host]],
    [
      'an argument',
      'dump() { local to="$1"; pg_dump "$DATABASE_URL" > "$to/a.sql"; }\nBASE=$HARBOUR_MOUNT_PATH\ndump "$BASE"',
      ['variable:HARBOUR_MOUNT_PATH'],
    ],
    ['a group', '{ pg_dump "$DATABASE_URL"; } > /srv/a.sql', [host]],
    ['a dump over ssh', `ssh ops@db1.shop-hosting.io "pg_dump shop | gzip" > /srv/a.gz`, [host]],
    [
      'a dump in a container shell',
      `docker exec db sh -c 'pg_dump shop > /var/lib/postgresql/data/a.sql'`,
      ['shell-scripts:scripts/nightly.sh#postgres'],
    ],
    ['a container', 'docker compose exec -T db pg_dump -U app shop > /srv/a.sql', [host]],
  ])('%s', (_, text, expected) => {
    const all = facts(text);
    expect(ofKind(all, 'Backup').length).toBe(1);
    expect(targets(all, 'placed-in')).toEqual(expected);
  });

  it.each([
    ['nothing kept', 'pg_dump "$DATABASE_URL"'],
    ['thrown away', 'pg_dump "$DATABASE_URL" > /dev/null'],
    ['a transfer', 'pg_dump "$OLD_URL" | psql "$NEW_URL"'],
    ['a schema', 'pg_dump --schema-only "$DATABASE_URL" > schema.sql'],
    ['a standby', 'pg_basebackup -h "$PRIMARY" -D "$PGDATA" -X stream'],
    ['a standby with its settings', 'pg_basebackup -h db1.shop-hosting.io -D /srv/pg -R'],
    ['a mention', 'echo "pg_dump \\"$DATABASE_URL\\" > a.sql"'],
    ['a comment', '# pg_dump "$DATABASE_URL" > /srv/a.sql'],
    ['a here-document', 'cat <<EOF\npg_dump "$DATABASE_URL" > /srv/a.sql\nEOF'],
  ])('is no backup: %s', (_, text) => {
    expect(ofKind(facts(text), 'Backup')).toEqual([]);
  });

  it('says that a copy elsewhere survives, and that it cannot know for a local one', () => {
    const [local, away] = ofKind(
      facts('pg_dump "$DATABASE_URL" > /srv/a.sql\naws s3 cp /srv/a.sql s3://attic/'),
      'Backup',
    );
    expect(local?.survivesSourceDeletion.state).toBe('unknown');
    expect(away?.survivesSourceDeletion).toMatchObject({ state: 'set', value: true });
  });
});

describe('copies', () => {
  const host = 'host:scripts/nightly.sh';
  const dump =
    'out=/srv/dumps\nfile="$out/shop-$(date +%F).sql"\npg_dump "$DATABASE_URL" > "$file"\n';
  it.each([
    ['the file', 'aws s3 cp "$file" s3://attic/', [host, 'bucket:s3/attic']],
    [
      'the compressed file',
      'gzip "$file"\naws s3 cp "$file.gz" s3://attic/',
      [host, 'bucket:s3/attic'],
    ],
    ['the folder', 'aws s3 sync "$out" s3://attic/', [host, 'bucket:s3/attic']],
    [
      'the archive',
      'tar czf /srv/all.tgz "$out"\nrclone copy /srv/all.tgz offsite:attic',
      [host, 'remote:offsite'],
    ],
    ['then removed', 'aws s3 cp "$file" s3://attic/\nrm -f "$file"', ['bucket:s3/attic']],
    [
      'with flags',
      'aws s3 cp "$file" s3://attic/ --storage-class STANDARD',
      [host, 'bucket:s3/attic'],
    ],
    [
      'flags first',
      'rclone copy --progress "$file" offsite:attic --transfers 4',
      [host, 'remote:offsite'],
    ],
    ['moved', 'aws s3 mv "$file" s3://attic/', ['bucket:s3/attic']],
    ['another file', 'aws s3 cp /etc/hosts s3://attic/', [host]],
  ])('%s', (_, text, expected) => {
    expect(targets(facts(dump + text), 'placed-in')).toEqual(expected);
  });

  it('takes a dump out of its container', () => {
    const text =
      'docker exec cache redis-cli --rdb /tmp/dump.rdb\ndocker cp cache:/tmp/dump.rdb /srv/cache.rdb';
    const [backup, ...others] = ofKind(facts(text), 'Backup');
    expect(others).toEqual([]);
    expect(targets(facts(text), 'placed-in')).toEqual([host]);
    expect(text.slice(backup?.at.start, backup?.at.end)).toBe('/srv/cache.rdb');
  });

  it('forgets a temporary file once it is uploaded', () => {
    const text = 'pg_dump "$DATABASE_URL" > /tmp/a.sql\nscp /tmp/a.sql ops@attic.test:/srv/';
    expect(targets(facts(text), 'placed-in')).toEqual(['remote:attic.test']);
  });
});

describe('what a dump reads', () => {
  const implied = 'shell-scripts:scripts/nightly.sh#postgres';
  it.each([
    ['a variable', 'pg_dump "$DATABASE_URL" > a', 'variable:DATABASE_URL'],
    ['an option', 'pg_dump --dbname="$SHOP_DATABASE_URL" > a', 'variable:SHOP_DATABASE_URL'],
    ['a cut-off variable', 'pg_dump "@{DATABASE_URL%%\\?*}" > a', 'variable:DATABASE_URL'],
    ['another name for it', 'url="$DATABASE_URL"\npg_dump "$url" > a', 'variable:DATABASE_URL'],
    [
      'a variable read from a file',
      'DATABASE_URL=$(grep ^DATABASE_URL= .env | cut -d= -f2-)\npg_dump "$DATABASE_URL" > a',
      'variable:DATABASE_URL',
    ],
    ['parts', 'pg_dump "postgres://$DB_USER:$DB_PASS@$DB_HOST/$DB_NAME" > a', 'variable:DB_HOST'],
    [
      'a host',
      'pg_dump -h db1.shop-hosting.io -U app shop > a',
      'db:postgres://db1.shop-hosting.io:5432/shop',
    ],
    [
      'a written URL',
      'pg_dump postgres://app@db1.shop-hosting.io/shop > a',
      'db:postgres://db1.shop-hosting.io:5432/shop',
    ],
    ['a loop', 'for db in a b; do pg_dump "$db" > "$db.sql"; done', implied],
    ['the tool alone', 'pg_dump shop > a', implied],
  ])('%s', (_, text, expected) => {
    expect(targets(facts(text), 'backs-up')).toEqual([expected]);
  });

  it('declares a store that nothing else declares, and binds nothing to it', () => {
    const all = facts('pg_dump -h db1.shop-hosting.io -U app shop > a');
    expect(ofKind(all, 'DataStore').map((store) => store.key)).toEqual([
      'db:postgres://db1.shop-hosting.io:5432/shop',
    ]);
    expect(ofKind(all, 'Binding')).toEqual([]);
  });
});

describe('retention', () => {
  const dump = 'out=/srv/dumps\npg_dump "$DATABASE_URL" > "$out/a.sql"\n';
  it.each([
    ['days', 'find "$out" -type f -mtime +7 -exec rm {} \\;', 7],
    ['minutes', 'find /srv -mmin +2880 -delete', 2],
    ['a variable', 'KEEP="@{KEEP_DAYS:-30}"\nfind "$out" -mtime +"$KEEP" | xargs rm -f', 30],
    ['another folder', 'find /var/log -mtime +7 -delete', undefined],
    ['no deletion', 'find "$out" -mtime +7 -print', undefined],
    ['an amount nobody set', 'find "$out" -mtime +"$KEEP" -delete', undefined],
    ['nothing', '', undefined],
  ])('%s', (_, text, days) => {
    const retention = ofKind(facts(dump + text), 'Backup')[0]?.retentionDays;
    expect(retention).toMatchObject(
      days === undefined ? { state: 'unknown', why: 'external' } : { state: 'set', value: days },
    );
  });
});
