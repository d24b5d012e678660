// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the placeholders of other languages are what is tested
import { randomBytes, randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { ofKind } from '../../../test/facts-of-kind.ts';
import { createKnowledge } from '../../engine/knowledge.ts';
import { parse } from '../../formats/dotenv/parse.ts';
import type { Credential, Fact } from '../../model/fact.ts';
import { filePath } from '../../model/source.ts';
import { pack as railway } from '../../providers/railway/pack.ts';
import { collect } from './collect.ts';

const knowledge = createKnowledge([railway], randomBytes(32));
const token = randomUUID();

function collected(file: string, text: string): readonly Fact[] {
  return collect({ id: file, documents: [parse(filePath(file), text)] }, knowledge);
}

function tier(file: string, text: string): string | undefined {
  return ofKind(collected(file, text), 'Environment')[0]?.tier;
}

describe('environment of an env file', () => {
  it.each([
    ['.env.production', 'A=1', 'production'],
    ['.env.production.local', 'A=1', 'production'],
    ['deploy/staging.env', 'A=1', 'staging'],
    ['.dev.vars', 'A=1', 'development'],
    ['.flaskenv', 'FLASK_ENV=development', 'development'],
    ['.env', 'APP_ENV=production', 'production'],
    ['.env', 'RAILWAY_ENVIRONMENT_NAME=staging\nNODE_ENV=production', 'staging'],
    ['.env.staging', 'NODE_ENV=production', 'staging'],
    ['.env', 'NODE_ENV=production', 'production'],
    ['.env', 'ENVIRONMENT=prod\nENVIRONMENT=dev', 'development'],
    ['.env', '# production secrets\nA=1', 'production'],
    ['.env', '# Railway project "shop", environment "staging"\nA=1', 'staging'],
    ['.env', '# do not use in production\nA=1', 'unknown'],
    ['.env', 'A=1\n# production\nB=2', 'unknown'],
    ['.env', 'APP_ENV=${STAGE}', 'unknown'],
    ['.env', 'PRODUCT=live-reload', 'unknown'],
    ['.env', 'A=1', 'unknown'],
  ])('%s with %j is %s', (file, text, expected) => {
    expect(tier(file, text)).toBe(expected);
  });

  it('is keyed and named by its file and shows no value', () => {
    const [environment] = ofKind(collected('app/.env', `RAILWAY_TOKEN=${token}\n`), 'Environment');
    expect(environment).toMatchObject({
      key: 'environment:app/.env',
      name: 'app/.env',
      at: { start: 0, end: 13 },
    });
  });
});

describe('files', () => {
  const text = `RAILWAY_API_TOKEN=${token}\nDATABASE_URL=postgres://app:${token}@db.acme.io/shop\n`;

  it.each([
    '.env.example',
    '.env.sample',
    '.env.template',
    '.env.dist',
    'env/production.env.tpl',
    '.env.production.example',
    'example.env',
    '.env.vault',
    '.env.enc',
    'src/vite.env.ts',
    '.env.md',
  ])('%s holds nothing', (file) => {
    expect(collected(file, text)).toEqual([]);
  });

  it.each([
    '.env',
    '.env.local',
    '.env.production',
    'prod.env',
    'scripts/.railway.env',
    '.dev.vars',
    '.env.prod2',
  ])('%s is read', (file) => {
    const facts = collected(file, text);
    expect(ofKind(facts, 'Credential')).toHaveLength(2);
    expect(ofKind(facts, 'DataStore')).toHaveLength(1);
  });

  it('makes nothing of an empty or broken file', () => {
    expect(collected('.env', '')).toEqual([]);
    expect(collected('.env', '\ufeff{ not env')).toEqual([]);
  });
});

describe('credentials', () => {
  function only(text: string, file = 'scripts/tools/.env'): Credential | undefined {
    return ofKind(collected(file, text), 'Credential')[0];
  }

  it('reads the purpose from the comment above, beside it, or its path', () => {
    expect(
      only(`# token made so that domains:add works\nRAILWAY_API_TOKEN=${token}`)?.purpose,
    ).toBe('domains');
    expect(only(`# for webhooks\n# only\nRAILWAY_API_TOKEN=${token}`)?.purpose).toBe('webhooks');
    expect(only(`RAILWAY_API_TOKEN=${token} # read only`)?.purpose).toBe('reading');
    expect(only(`RAILWAY_API_TOKEN=${token}`, 'scripts/domains/.railway.env')?.purpose).toBe(
      'domains',
    );
  });

  it('leaves comments of other variables alone', () => {
    expect(only(`# domains\n\nRAILWAY_API_TOKEN=${token}`)?.purpose).toBeNull();
    expect(only(`A=1 # domains\nRAILWAY_API_TOKEN=${token}`)?.purpose).toBeNull();
    expect(only(`RAILWAY_API_TOKEN=${token}\n# domains`)?.purpose).toBeNull();
  });

  it('points at the assignment, with CRLF, export and quotes', () => {
    const text = `A=1\r\nexport RAILWAY_API_TOKEN="${token}"\r\n`;
    const at = only(text)?.at;
    expect(text.slice(at?.start, at?.end)).toBe(`RAILWAY_API_TOKEN="${token}"`);
  });

  it('keeps interpolated values as references', () => {
    expect(only('RAILWAY_API_TOKEN=${SHARED_TOKEN}')).toMatchObject({
      form: 'reference',
      digest: null,
    });
  });

  it('reports both assignments of a name', () => {
    const text = `RAILWAY_API_TOKEN=${token}\nRAILWAY_API_TOKEN=${randomUUID()}\n`;
    expect(ofKind(collected('.env', text), 'Credential').map((found) => found.key)).toEqual([
      'credential:.env#RAILWAY_API_TOKEN@0',
      'credential:.env#RAILWAY_API_TOKEN@1',
    ]);
  });
});

describe('two files of one system', () => {
  const password = randomBytes(18).toString('base64url');
  const volume = randomUUID();
  const project = randomUUID();
  const text = (environment: string) => `# Railway project "shop", environment "${environment}"
RAILWAY_PROJECT_ID=${project}
RAILWAY_ENVIRONMENT_ID=${randomUUID()}
RAILWAY_VOLUME_ID=${volume}
DATABASE_URL=postgresql://postgres:${password}@postgres.railway.internal:5432/railway
`;

  it('name the same volume, project and database', () => {
    const production = collected('.env.production', text('production'));
    const staging = collected('.env.staging', text('staging'));
    const stores = [production, staging].map((facts) => ofKind(facts, 'DataStore'));
    expect(stores[0]?.[0]?.key).toBe(stores[1]?.[0]?.key);
    expect(stores[0]?.[1]?.aliases).toEqual(stores[1]?.[1]?.aliases);
    expect(ofKind(production, 'FailureDomain')[0]?.key).toBe(
      ofKind(staging, 'FailureDomain')[0]?.key,
    );
    expect(
      ofKind(staging, 'Environment').map((found) => [found.key, found.tier, found.implied]),
    ).toEqual([['environment:.env.staging', 'staging', false]]);
    expect(ofKind(production, 'Credential')[0]?.digest).toBe(
      ofKind(staging, 'Credential')[0]?.digest,
    );
  });

  it('survives structuredClone and holds no secret', () => {
    const facts = collected('.env.production', text('production'));
    expect(structuredClone(facts)).toEqual(facts);
    expect(JSON.stringify(facts)).not.toContain(password);
  });
});
