import { describe, expect, it } from 'vitest';
import { parse } from '../../formats/shell/parse.ts';
import { filePath } from '../../model/source.ts';
import { refreshesIn } from './refreshes.ts';
import { scriptVariables } from './variables.ts';

function refreshes(text: string): readonly string[] {
  const document = parse(filePath('ops/refresh.sh'), text);
  if (document.shape !== 'shell') return ['no shell'];
  return refreshesIn(document, scriptVariables(document)).map(
    ({ from, to, command }) => `${from} to ${to} by ${command.words[0]?.raw}`,
  );
}

describe('refreshes', () => {
  it.each([
    ['a pipe', 'pg_dump "$PROD_URL" | psql "$STAGING_URL"', 'production to staging by psql'],
    [
      'hosts in flags',
      'mysqldump -h db.prod.ferries.io ferries | gzip -d | mysql -h db.stg.ferries.io ferries',
      'production to staging by mysql',
    ],
    [
      'a variable of the script',
      'from=postgres://db.production.ferries.io/f\npg_dump "$from" | psql "$STAGING_URL"',
      'production to staging by psql',
    ],
    [
      'a file on the way',
      'pg_dump -Fc "$PROD_URL" -f /tmp/ferries.dump\npg_restore -c -d "$STAGING_URL" /tmp/ferries.dump',
      'production to staging by pg_restore',
    ],
    [
      'a redirected file',
      'mysqldump -h prod-db ferries > all.sql\nmysql -h staging-db ferries < all.sql',
      'production to staging by mysql',
    ],
    [
      'a dump called after production',
      'pg_restore --clean -d "$STAGING_URL" /srv/dumps/production-latest.dump',
      'production to staging by pg_restore',
    ],
    [
      'the other machine',
      'ssh prod-db "pg_dump ferries" | ssh staging-db "psql ferries"',
      'production to staging by ssh',
    ],
    [
      'files of the server',
      'rsync -a prod-db:/var/lib/mysql/ staging-db:/var/lib/mysql/',
      'production to staging by rsync',
    ],
    [
      'a bucket',
      'aws s3 sync s3://ferries-prod-uploads s3://ferries-staging-uploads --delete',
      'production to staging by aws',
    ],
  ])('sees %s', (_, text, expected) => {
    expect(refreshes(text)).toEqual([expected]);
  });

  it.each([
    ['the schema only', 'pg_dump --schema-only "$PROD_URL" | psql "$STAGING_URL"'],
    ['data made anonymous', 'pg_dump "$PROD_URL" | ./anonymise.py | psql "$STAGING_URL"'],
    ['an unknown source', 'pg_dump "$DATABASE_URL" | psql "$STAGING_URL"'],
    ['an unknown target', 'pg_dump "$PROD_URL" | psql "$DATABASE_URL"'],
    ["a machine of one's own", 'pg_dump "$PROD_URL" | psql postgres://localhost/ferries'],
    ['the other direction', 'pg_dump "$STAGING_URL" | psql "$PROD_URL"'],
    ['code', 'rsync -a prod-web:/srv/app/ staging-web:/srv/app/'],
    ['a dump that is kept', 'pg_dump "$PROD_URL" > prod.sql'],
    ['a query', 'psql "$STAGING_URL" -c "select 1"'],
    ['commands of two pipelines', 'pg_dump "$PROD_URL" > /dev/null\npsql "$STAGING_URL"'],
    [
      'a snapshot that goes to a backup host',
      'lvcreate -s -n s /dev/vg/db\nrsync -a /mnt/s/ backup:/var/lib/mysql/',
    ],
  ])('is silent on %s', (_, text) => {
    expect(refreshes(text)).toEqual([]);
  });
});
