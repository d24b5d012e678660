// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the placeholders of other languages are what is tested
import { randomBytes, randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { credentialIn, relationIn, storeIn, variableFacts } from '../../../test/variable-facts.ts';

const token = randomUUID();
const password = randomBytes(18).toString('base64url');

describe('credentials', () => {
  it('knows an account token by its name and its environment holds it', () => {
    const made = variableFacts(`RAILWAY_API_TOKEN=${token}`, {
      comment: 'so that domains:add works',
    });
    const found = credentialIn(made);
    expect(found).toMatchObject({
      key: 'credential:.env#RAILWAY_API_TOKEN@0',
      name: 'RAILWAY_API_TOKEN',
      provider: 'railway',
      product: 'account-token',
      form: 'literal',
      scope: { state: 'default', value: 'account' },
      decidedBy: 'name',
      purpose: 'domains',
      confidence: 'high',
      at: { file: '.env', start: 0, end: 18 + token.length },
    });
    expect(relationIn(made, 'holds')).toMatchObject({ from: 'environment:.env', to: found?.key });
    expect(made).toContainEqual(
      expect.objectContaining({
        kind: 'Binding',
        variable: 'RAILWAY_API_TOKEN',
        entity: found?.key,
      }),
    );
  });

  it('never lets the value out', () => {
    for (const line of [
      `RAILWAY_API_TOKEN=${token}`,
      `DATABASE_URL=postgres://app:${password}@db.acme.io/shop`,
    ]) {
      const made = JSON.stringify(variableFacts(line));
      expect(made).not.toContain(token);
      expect(made).not.toContain(password);
    }
    expect(credentialIn(variableFacts(`RAILWAY_API_TOKEN=${token}`))?.preview).toBe(
      `…${token.slice(-4)}`,
    );
  });

  it.each([
    ['RAILWAY_TOKEN', 'project-token', 'environment'],
    ['RAILWAY_PROJECT_TOKEN', 'project-token', 'environment'],
    ['RAILWAY_WORKSPACE_TOKEN', 'account-token', 'account'],
    ['RAILWAY_TEAM_TOKEN', 'account-token', 'account'],
  ])('%s is a %s', (name, product, scope) => {
    expect(credentialIn(variableFacts(`${name}=${token}`))).toMatchObject({
      product,
      scope: { value: scope },
    });
  });

  it('gives equal values equal digests and keys by the place among equal names', () => {
    const first = credentialIn(variableFacts(`RAILWAY_API_TOKEN=${token}`));
    const second = credentialIn(
      variableFacts(`RAILWAY_API_TOKEN=${token}`, {
        around: 'RAILWAY_API_TOKEN=x\nOLD_RAILWAY_API_TOKEN=y\n',
      }),
    );
    expect(second?.digest).toBe(first?.digest);
    expect(second?.key).toBe('credential:.env#RAILWAY_API_TOKEN@1');
  });

  it('lowers the confidence of a value that has not the shape', () => {
    expect(credentialIn(variableFacts('RAILWAY_API_TOKEN=not-a-uuid'))?.confidence).toBe('low');
  });

  it('keeps references as references, also under the name of the secret they come from', () => {
    const made = variableFacts('TOKEN=${{ secrets.RAILWAY_API_TOKEN }}', {
      file: '.github/workflows/a.yml',
    });
    expect(credentialIn(made)).toMatchObject({
      form: 'reference',
      digest: null,
      product: 'account-token',
      preview: 'a reference',
    });
    expect(credentialIn(variableFacts('RAILWAY_TOKEN=${{ secrets.EDGE }}'))).toMatchObject({
      form: 'reference',
      product: 'project-token',
    });
    expect(credentialIn(variableFacts('RAILWAY_TOKEN=op://vault/railway/token'))?.form).toBe(
      'reference',
    );
  });

  it.each([
    ['a placeholder', 'RAILWAY_TOKEN=<project token, staging environment>'],
    ['an empty value', 'RAILWAY_TOKEN='],
    ['an encrypted value', 'RAILWAY_TOKEN=ENC[AES256_GCM,data:x]'],
    ['a UUID under another name', `REQUEST_ID=${token}`],
    ['a public client id', `RAILWAY_CLIENT_ID=rlwy_oaci_${'a1B2'.repeat(6)}`],
    ['an ordinary setting', 'PORT=3000'],
    ['an unknown reference', 'PORT=${{ vars.PORT }}'],
    ['a service id', `RAILWAY_SERVICE_ID=${token}`],
  ])('makes nothing of %s', (_, line) => {
    expect(variableFacts(line)).toEqual([]);
  });

  it('proves an OAuth secret by its prefix, whatever it is called', () => {
    const secret = `rlwy_oacs_${'0a1b'.repeat(10)}`;
    expect(credentialIn(variableFacts(`LOGIN=${secret}`))).toMatchObject({
      product: 'oauth-client-secret',
      decidedBy: 'prefix',
      scope: { state: 'unknown' },
      preview: 'rlwy_oacs_…0a1b',
    });
  });
});

describe('how a file sends the token decides before its name', () => {
  const host = 'https://backboard.railway.com/graphql/v2';
  it.each([
    [
      'RAILWAY_API_TOKEN',
      `curl ${host} -H "Project-Access-Token: $RAILWAY_API_TOKEN"\n`,
      'project-token',
      'context',
    ],
    [
      'RAILWAY_TOKEN',
      `curl ${host} -H "Authorization: Bearer $RAILWAY_TOKEN"\n`,
      'account-token',
      'context',
    ],
    [
      'RAILWAY_TOKEN',
      `fetch("${host}", { headers: { authorization: \`Bearer \${process.env.RAILWAY_TOKEN}\` } })\n`,
      'account-token',
      'context',
    ],
    [
      'RAILWAY_TOKEN',
      `token = os.environ["RAILWAY_TOKEN"]\npost("${host}", headers={"Authorization": f"Bearer {token}"})\n`,
      'account-token',
      'context',
    ],
    [
      'RAILWAY_TOKEN',
      `curl ${host} -H "Project-Access-Token: $RAILWAY_TOKEN"\n`,
      'project-token',
      'name',
    ],
    [
      'RAILWAY_TOKEN',
      'curl https://api.acme.io -H "Authorization: Bearer $RAILWAY_TOKEN"\n',
      'project-token',
      'name',
    ],
    ['RAILWAY_TOKEN', `curl ${host} -H "Authorization: Bearer $OTHER"\n`, 'project-token', 'name'],
    [
      'RAILWAY_API_TOKEN',
      `curl ${host} -H "Authorization: Bearer $RAILWAY_API_TOKEN"\n`,
      'account-token',
      'name',
    ],
    ['RAILWAY_TOKEN', 'railway up\n', 'project-token', 'name'],
  ])('%s in %s', (name, around, product, decidedBy) => {
    expect(
      credentialIn(variableFacts(`${name}=${token}`, { around, file: 'deploy.sh' })),
    ).toMatchObject({
      product,
      decidedBy,
    });
  });
});

describe('identifiers', () => {
  const id = randomUUID();

  it('makes a store of a volume id, binds its companions and connects its environment', () => {
    const made = variableFacts(`RAILWAY_VOLUME_ID=${id}`);
    expect(storeIn(made)).toMatchObject({
      key: `railway:railway-volume/${id}`,
      name: `Railway volume ${id.slice(0, 8)}`,
      holds: 'volume',
      provider: 'railway',
      disposable: { state: 'unknown' },
      deletionProtection: { state: 'unknown' },
    });
    expect(made.flatMap((fact) => (fact.kind === 'Binding' ? [fact.variable] : []))).toEqual([
      'RAILWAY_VOLUME_ID',
      'RAILWAY_VOLUME_MOUNT_PATH',
      'RAILWAY_VOLUME_NAME',
    ]);
    expect(relationIn(made, 'connects-to')).toMatchObject({
      from: 'environment:.env',
      to: `railway:railway-volume/${id}`,
    });
  });

  it('places the environment in its project', () => {
    const made = variableFacts(`RAILWAY_PROJECT_ID=${id}`);
    expect(made[0]).toMatchObject({
      kind: 'FailureDomain',
      key: `railway:project/${id}`,
      level: 'project',
    });
    expect(relationIn(made, 'in')).toMatchObject({
      from: 'environment:.env',
      to: `railway:project/${id}`,
    });
  });

  it('keeps two stages apart that name one platform environment', () => {
    expect(variableFacts(`RAILWAY_ENVIRONMENT_ID=${id}`, { file: '.env.staging' })).toEqual([]);
  });

  it('makes no relation where there is no environment, and nothing of a reference', () => {
    const made = variableFacts(`RAILWAY_VOLUME_ID=${id}`, { environment: null });
    expect(made.some((fact) => fact.kind === 'Relation')).toBe(false);
    expect(variableFacts('RAILWAY_VOLUME_ID=${{ vars.VOLUME }}')).toEqual([]);
    expect(variableFacts('RAILWAY_VOLUME_ID=your-volume-id')).toEqual([]);
  });
});

describe('a stage in the name of the variable', () => {
  it('speaks of its own environment inside the file', () => {
    const made = variableFacts(`PROD_DATABASE_URL=postgres://app:${password}@db.acme.io/app`);
    expect(made).toContainEqual(
      expect.objectContaining({
        kind: 'Environment',
        key: 'environment:.env#production',
        tier: 'production',
      }),
    );
    expect(relationIn(made, 'connects-to')?.from).toBe('environment:.env#production');
    expect(
      made.flatMap((fact) => (fact.kind === 'Relation' && fact.rel === 'holds' ? [fact.from] : [])),
    ).toEqual(['environment:.env', 'environment:.env#production']);
  });

  it('adds nothing in a file of that stage', () => {
    const made = variableFacts(`PROD_DATABASE_URL=postgres://app:${password}@db.acme.io/app`, {
      file: '.env.production',
    });
    expect(relationIn(made, 'connects-to')?.from).toBe('environment:.env.production');
    expect(made.some((fact) => fact.kind === 'Environment')).toBe(false);
  });
});
