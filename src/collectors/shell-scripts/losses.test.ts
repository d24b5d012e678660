import { describe, expect, it } from 'vitest';
import { ofKind, relationsOf } from '../../../test/facts-of-kind.ts';
import { shellFacts } from '../../../test/harbour-shell.ts';

const verbs = (text: string) =>
  ofKind(shellFacts(text), 'DestructiveCommand').map((one) => one.verb);

describe('data directories', () => {
  it.each([
    ['a variable of the server', 'rm -rf "$PGDATA"/*', 'rm -r'],
    ['a variable of the script', 'DIR=/var/lib/postgresql/16/main\nsudo rm -Rf $DIR', 'rm -r'],
    ['MySQL', 'rm -r --force /var/lib/mysql', 'rm -r'],
    ['a folder called after its server', 'rm -rf /srv/harbour/mongodb/data/', 'rm -r'],
    ['find', 'find /var/lib/mysql -mindepth 1 -delete', 'find -delete'],
    ['another host', "ssh db1.harbour.test 'sudo rm -rf /var/lib/mysql/*'", 'rm -r'],
  ])('are removed: %s', (_, text, verb) => {
    expect(verbs(text)).toEqual([verb]);
  });

  it.each([
    ['a part of one', 'rm -rf "$PGDATA/pg_wal/archive"'],
    ['another folder', 'rm -rf /var/lib/harbour/cache'],
    ['one of a home folder', 'rm -rf /home/ana/postgres/data'],
    ['a relative one', 'rm -rf ./postgres/data'],
    ['no folder at all', 'rm -f /var/lib/mysql'],
    ['a listing', 'find /var/lib/mysql -name "*.err"'],
  ])('are not removed: %s', (_, text) => {
    expect(verbs(text)).toEqual([]);
  });

  it('are a store that the command destroys', () => {
    const facts = shellFacts('rm -rf "$PGDATA"');
    const [store] = ofKind(facts, 'DataStore');
    expect(store).toMatchObject({ name: 'PostgreSQL data in $PGDATA', holds: 'database' });
    expect(relationsOf(facts, 'destroys')).toMatchObject([
      { to: store?.key, because: 'rm -r removes $PGDATA, where the server keeps its data' },
    ]);
  });

  it.each([
    ['the name of the host', '[[ "$(hostname)" == db2 ]] || exit 1\nrm -rf "$PGDATA"', false],
    [
      'the role of the server',
      'in_recovery=$(psql -Atc "select pg_is_in_recovery()")\n[[ "$in_recovery" == t ]] || { echo no; exit 1; }\nrm -rf "$PGDATA"',
      false,
    ],
    ['an empty folder', 'if [ ! -s "$PGDATA/PG_VERSION" ]; then rm -rf "$PGDATA"/*; fi', false],
    ['a question', 'read -p "sure? " yn\n[ "$yn" = y ] || exit 1\nrm -rf "$PGDATA"', false],
    ['whether a variable is set', '[ -z "$HOST" ] && exit 1\nrm -rf "$PGDATA"', true],
  ])('are guarded by %s', (_, text, unguarded) => {
    const command = ofKind(shellFacts(text), 'DestructiveCommand').find(
      (one) => one.verb === 'rm -r',
    );
    expect(command?.skipsPrompt).toBe(unguarded);
  });
});

describe('statements', () => {
  it.each([
    ['a word', 'psql "$DATABASE_URL" -c "DROP SCHEMA public CASCADE"', 'DROP SCHEMA public'],
    ['a cluster of flags', 'psql -Atqc "TRUNCATE ferries" "$DATABASE_URL"', 'TRUNCATE ferries'],
    [
      'a here-document',
      'psql "$DATABASE_URL" <<SQL\nBEGIN;\nDELETE FROM ferries;\nSQL',
      'DELETE FROM ferries',
    ],
    ['a pipe', 'echo "DROP DATABASE harbour" | mysql -h "$DB_HOST"', 'DROP DATABASE harbour'],
    ['a here-string', 'mysql -h "$DB_HOST" <<< "TRUNCATE ferries;"', 'TRUNCATE ferries'],
    [
      'a variable',
      'SQL="DROP TABLE ferries"\npsql "$DATABASE_URL" -c "$SQL"',
      'DROP TABLE ferries',
    ],
    ['a loop', 'for t in a b; do psql "$DATABASE_URL" -c "TRUNCATE $t"; done', 'TRUNCATE'],
    ['MongoDB', 'mongosh "$MONGODB_URI" --eval "db.dropDatabase()"', 'dropDatabase'],
    ['a restore', 'mysql -h "$DB_HOST" shop < /backups/shop.sql', 'mysql < dump'],
    ['a packed restore', 'gunzip -c shop-dump.sql.gz | mysql -h "$DB_HOST" shop', 'mysql < dump'],
    [
      'a container',
      'docker exec -i db psql "$DATABASE_URL" -c "DROP SCHEMA public CASCADE"',
      'DROP SCHEMA public',
    ],
    ['ssh', `ssh db1 'psql -d "$DATABASE_URL" -c "TRUNCATE ferries"'`, 'TRUNCATE ferries'],
  ])('are found in %s', (_, text, verb) => {
    expect(verbs(text)).toEqual([verb]);
  });

  it.each([
    ['a condition', 'psql "$DATABASE_URL" -c "DELETE FROM ferries WHERE id = 1"'],
    ['a query', 'psql "$DATABASE_URL" -c "SELECT 1"'],
    ['a database of tests', 'psql "$DATABASE_URL" -c "DROP DATABASE harbour_test"'],
    ['a schema', 'mysql -h "$DB_HOST" shop < schema.sql'],
    ['a message', 'echo "DROP DATABASE harbour"'],
  ])('are not found in %s', (_, text) => {
    expect(verbs(text)).toEqual([]);
  });

  it('work on what the words name', () => {
    const to = (text: string) => relationsOf(shellFacts(text), 'destroys').map((one) => one.to);
    expect(to('psql "$PROD_URL" -c "TRUNCATE ferries"')).toEqual(['variable:PROD_URL']);
    expect(to('psql postgres://ops@db.ferries.io/shop -c "TRUNCATE ferries"')).toEqual([
      'db:postgres://db.ferries.io:5432/shop',
    ]);
    expect(to('psql -c "TRUNCATE ferries"')).toContain('variable:PGHOST');
  });
});
