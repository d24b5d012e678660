import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { redactLine, redactText } from './redact.ts';

const weak = ['hun', 'ter', '2'].join('');
// Derived, so that every run sees the same values and none is written down.
const digest = createHash('sha512').update('redact.test').digest();
const hex = digest.toString('hex').slice(0, 40);
const base64 = digest.subarray(0, 30).toString('base64');
const prefixed = ['ghp', digest.subarray(30, 48).toString('hex')].join('_');
const uuid = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');
const random = [uuid, base64, hex, prefixed];

function masked(file: string, text: string): string {
  const lines = text.split('\n');
  return lines.map((_, at) => redactLine(file, lines, at)).join('\n');
}

describe('redactLine', () => {
  it.each([
    ['.env', `DB_PASSWORD=${weak}`],
    ['.env.production', `DB_PASSWORD="${weak}" # rotated`],
    ['.env', `SMTP_PASS=correct horse ${weak} staple`],
    ['.env', `DATABASE_URL=postgresql://app:${weak}@db.internal:5432/app`],
    ['.env', `REDIS_URL=redis://:${weak}@cache.internal:6379`],
    ['app.yaml', `    - name: DB_PASSWORD\n      value: ${weak}`],
    ['app.yaml', `    - value: ${weak}\n      name: DB_PASSWORD`],
    ['app.yaml', `    - { name: DB_PASSWORD, value: ${weak} }`],
    ['app.yaml', `kind: Secret\nstringData:\n  db: ${weak}`],
    ['app.yaml', `stringData:\n  db: ${weak}\nkind: Secret`],
    ['app.yaml', `password: |\n  ${weak}`],
    ['app.yaml', `passwords:\n- ${weak}\n- other`],
    ['app.yaml', `args: ["--password", "${weak}"]`],
    ['app.yaml', `args:\n  - --password\n  - ${weak}`],
    ['app.yaml', `token: ${weak} and more`],
    ['app.ts', `const token = process.env.TOKEN ?? '${weak}';`],
    ['app.ts', `const token = "${weak}" + '${weak}';`],
    ['app.ts', `const dsn = "host=db password=${weak} user=app";`],
    ['app.ts', `if (apiKey === "${weak}") {}`],
    ['app.ts', 'const pin = 4839201;'],
    ['main.tf', `  master_password = "${weak}"`],
    ['main.tf', `  password = <<EOT\n    ${weak}\n  EOT`],
    ['a.json', `{ "env": { "API_TOKEN": "${weak}" } }`],
    ['run.sh', `mysql -h db -uroot -p${weak} app`],
    ['run.sh', `mongosh --host db -u root -p ${weak} --eval 'db.dropDatabase()'`],
    ['run.sh', `cqlsh db -u root -p ${weak} -e 'truncate ferries.tickets'`],
    ['run.sh', `curl -u admin:${weak} https://api.example.test`],
    ['run.sh', `curl -H "Authorization: Bearer ${weak}" https://api.example.test`],
    ['run.sh', `curl -H 'X-Api-Key: ${weak}' https://api.example.test`],
    ['run.sh', `curl "https://api.example.test/?token=${weak}&page=1"`],
    ['run.sh', `PGPASSWORD=${weak} psql -c "ALTER USER app PASSWORD '${weak}'"`],
    ['run.sh', `tool --password \\\n  ${weak}`],
    ['run.sh', `tool --api-token=${weak}`],
    ['.pgpass', `db.internal:5432:app:app:${weak}`],
    ['.netrc', `machine api.example.test login app password ${weak}`],
    ['key.pem', `-----BEGIN PRIVATE KEY-----\n${weak}\n-----END PRIVATE KEY-----`],
  ])('%s: masks %j', (file, text) => {
    const shown = masked(file, text);
    expect(shown).not.toContain(weak);
    expect(shown).not.toContain('4839201');
    expect(shown).toHaveLength(text.length);
  });

  it.each(random)('masks a random value under a name that says nothing', (secret) => {
    for (const line of [`x: ${secret}`, `x = "${secret}"`, `run ${secret} now`, `/p/${secret}/q`]) {
      expect(masked('a.yaml', line)).not.toContain(secret);
      expect(masked('a.ts', line)).not.toContain(secret);
    }
  });

  it.each([
    ['.env', `RAILWAY_VOLUME_ID=${uuid}`],
    ['.env', 'APP_URL=https://staging.fleetdesk.test'],
    ['.env', 'DB_PASSWORD=$' + '{DB_PASSWORD}'],
    ['.cursor/permissions.json', '  "allow": ["npm", "npx", "mcp__railway__volume-delete"]'],
    ['run.sh', 'pg_dump "$DATABASE_URL" | gzip > "$dest/fleetdesk-$stamp.sql.gz"'],
    ['run.sh', 'railway volume delete --volume data-production-eu-west-1 --yes'],
    ['a.ts', `await gql('mutation { volumeDelete(volumeId: "${uuid}") }');`],
    ['a.ts', "const token = process.env['RAILWAY_TOKEN'];"],
    ['a.ts', 'function connect(token: string, other: number) {}'],
    ['a.yaml', `    env: { RAILWAY_TOKEN: "$${'{{'} secrets.RAILWAY_TOKEN }}" }`],
    [
      'a.yaml',
      '      - run: terraform destroy -auto-approve -var-file=infra/prod/terraform.tfvars',
    ],
    ['a.yaml', `      - uses: actions/checkout@${hex}`],
    ['a.yaml', `image: postgres@sha256:${hex}${hex.slice(0, 24)}`],
    ['a.yaml', '    - name: LOG_LEVEL\n      value: debug\n    - name: DB_PASSWORD'],
    ['a.tf', 'resource "aws_db_instance" "production_primary_replica" {'],
  ])('%s: leaves %j readable', (file, text) => {
    expect(masked(file, text)).toBe(text);
  });

  it('masks lines that are too long to search', () => {
    const text = `x${weak}`.repeat(5_000);
    expect(masked('a.js', text)).toBe('*'.repeat(text.length));
  });

  it('stays linear on hostile lines', () => {
    const started = performance.now();
    for (const piece of ['a', '-a', ' ', '"', '://', ':', 'password', 'mysql ', 'a.', '=']) {
      masked('a.yaml', `${piece.repeat(7_900 / piece.length)}\n`.repeat(3));
    }
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});

describe('redactText', () => {
  it.each([...random.filter((secret) => secret !== uuid)])(
    'masks a random value in a sentence',
    (secret) => {
      expect(redactText(`The token ${secret} is old.`)).not.toContain(secret);
      expect(redactText(`Volume "${secret}"`)).not.toContain(secret);
    },
  );

  it('masks the id of a key, though it is no secret by itself', () => {
    const id = ['AKIA', 'XWQMRNKUQQR', '25EW3'].join('');
    expect(redactText(`It is ${id} there.`)).toBe('It is ******** there.');
    expect(masked('a.env', `AWS_ACCESS_KEY_ID=${id}`)).not.toContain(id);
  });

  it('masks assignments, URL passwords and flags', () => {
    const text = `Runs "PGPASSWORD=${weak} psql postgres://u:${weak}@h/db --password=${weak}".`;
    expect(redactText(text)).not.toContain(weak);
  });

  it.each([
    'Agent "claude-code" can delete production volume "pg-data" without being asked.',
    `RAILWAY_API_TOKEN in scripts/domains/.railway.env reaches volume ${uuid}.`,
    'Replace the account token: use a project token, and require "ask" for `railway volume`.',
    'arn:aws:rds:eu-west-1:123456789012:db:fleetdesk-production-replica',
    'infra/production/modules/database/terraform.tfvars',
    'fleetdesk-2026-11-21T10-00-00Z.sql.gz and migration_20240131120000_drop_orders.sql',
    'us-central1-docker.pkg.dev/fleetdesk/images/api and postgres:16-alpine3.19',
    'dangerouslySkipPermissions, AWSServiceRoleForRDS, AdministratorAccess-Amplify',
    'tf:infra@production#aws_db_instance.main',
    'Remove the token: the one above is enough.',
    'Bind it to a narrower role (.deploy/security/examples/k8s-rbac.yaml).',
    'namespace ferries of platform/clusters/onp-k8s/apps/ferries',
    'Keep .github/workflows/smoke-e2e-tests.yml from the second cluster.',
    'backend/migrations/versions/41e1e97d7350_add_orders.py',
    'google/cloud/datacatalog/v1beta1/datacatalog.proto',
  ])('leaves %j readable', (text) => {
    expect(redactText(text)).toBe(text);
  });

  it('masks the one part of a path that is drawn at random', () => {
    const drawn = createHash('sha256').update('a bucket').digest('hex');
    expect(redactText(`the copy in state/production/k8s/${drawn}/main.tf`)).toBe(
      'the copy in state/production/k8s/********/main.tf',
    );
    const short = `aB3xY9zQ1w${'K7mR2'}`;
    expect(redactText(`see https/hooks/ferries/${short}/send`)).not.toContain(short);
  });
});
