// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the placeholders of other languages are what is tested
import { randomBytes, randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createKnowledge } from '../../engine/knowledge.ts';
import { parse as parseEnv } from '../../formats/dotenv/parse.ts';
import { parse } from '../../formats/text/parse.ts';
import type { Credential, Fact } from '../../model/fact.ts';
import type { ProviderFacts } from '../../model/knowledge.ts';
import { filePath } from '../../model/source.ts';
import { pack as azure } from '../../providers/azure/pack.ts';
import { pack as railway } from '../../providers/railway/pack.ts';
import { pack as ssh } from '../../providers/ssh/pack.ts';
import { collect as collectEnv } from '../dotenv/collect.ts';
import { collect } from './collect.ts';

const acme: ProviderFacts = {
  ...railway,
  id: 'acme',
  credentials: [
    ...railway.credentials.slice(0, 1).map((spec) => ({
      ...spec,
      id: 'key',
      env: ['ACME_API_KEY'],
      headers: [],
      prefixes: [],
      shape: null,
    })),
  ],
  api: null,
};
const knowledge = createKnowledge([railway, acme, azure, ssh], randomBytes(32));
const token = randomUUID();
const oauth = `rlwy_oacs_${randomBytes(20).toString('hex')}`;

function swept(text: string, file = 'docs/notes.md'): readonly Credential[] {
  const facts: readonly Fact[] = collect(
    { id: file, documents: [parse(filePath(file), text)] },
    knowledge,
  );
  return facts.filter((fact): fact is Credential => fact.kind === 'Credential');
}

it('reads the entities of XML', () => {
  const coded = token.replace('-', '&#45;').replace('-', '&#x2D;');
  const element = `<add key="RAILWAY_API_TOKEN" value="${coded}" />`;
  const digests = [`<?xml version="1.0"?>\n${element}`, `RAILWAY_API_TOKEN=${token}`, element]
    .flatMap((text) => swept(text))
    .map(({ digest }) => digest);
  expect(new Set(digests).size).toBe(1);
  expect(digests).toHaveLength(3);
});

it.each(['<?php\n', '<script>\n'])('reads strings of a program as they are after %j', (start) => {
  const [first, ...rest] = token;
  const code = (first ?? '').charCodeAt(0).toString(16).padStart(4, '0');
  const digests = [
    `${start}const RAILWAY_API_TOKEN = "\\u${code}${rest.join('')}";`,
    `RAILWAY_API_TOKEN=${token}`,
  ]
    .flatMap((text) => swept(text))
    .map(({ digest }) => digest);
  expect(new Set(digests).size).toBe(1);
  expect(digests).toHaveLength(2);
});

describe('literals', () => {
  it.each([
    ['shell', `export RAILWAY_API_TOKEN=${token}`],
    ['quoted', `RAILWAY_API_TOKEN="${token}"`],
    ['YAML', `RAILWAY_API_TOKEN: ${token}`],
    ['JSON', `{ "RAILWAY_API_TOKEN": "${token}" }`],
    ['Python', `RAILWAY_API_TOKEN = '${token}'`],
    ['TypeScript', `const RAILWAY_API_TOKEN: string = "x"; const RAILWAY_API_TOKEN = '${token}';`],
    ['a hash', `:RAILWAY_API_TOKEN => '${token}'`],
    ['a flag of docker', `docker run -e RAILWAY_API_TOKEN=${token} app`],
    ['a commented line', `# RAILWAY_API_TOKEN=${token}`],
    ['another notation of the name', `railwayApiToken: "${token}"`],
    ['a typed constant', `const RAILWAY_API_TOKEN: string = "${token}";`],
    ['a variable of the process', `process.env.RAILWAY_API_TOKEN = '${token}';`],
    ['an entry of the environment', `os.environ["RAILWAY_API_TOKEN"] = "${token}"`],
    ['a default in Ruby', `ENV['RAILWAY_API_TOKEN'] ||= '${token}'`],
    ['a call that sets', `os.Setenv("RAILWAY_API_TOKEN", "${token}")`],
    ['what a lookup falls back to', `os.getenv("RAILWAY_API_TOKEN", "${token}")`],
    ['a container of Kubernetes', `- name: RAILWAY_API_TOKEN\n  value: "${token}"`],
    ['a task definition', `{ "name": "RAILWAY_API_TOKEN", "value": "${token}" }`],
    ['an element of XML', `<add key="RAILWAY_API_TOKEN" value="${token}" />`],
    ['a cell of a notebook', `"os.environ[\\"RAILWAY_API_TOKEN\\"] = \\"${token}\\"\\n",`],
    [
      'a header near its host',
      `curl https://backboard.railway.app/graphql/v2 -H "Authorization: Bearer ${token}"`,
    ],
    [
      'a header object',
      `fetch('https://backboard.railway.com/graphql/v2', { headers: { Authorization: 'Bearer ${token}' } })`,
    ],
  ])('%s', (_, text) => {
    const found = swept(text).filter((fact) => fact.form === 'literal');
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      provider: 'railway',
      product: 'account-token',
      scope: { value: 'account' },
    });
    const at = found[0]?.at;
    expect(text.slice(at?.start, at?.end)).toContain(token);
    expect(JSON.stringify(found)).not.toContain(token);
  });

  it('takes the project header for a project token', () => {
    const text = `curl https://backboard.railway.com/graphql/v2 -H "Project-Access-Token: ${token}"`;
    expect(swept(text)[0]).toMatchObject({ product: 'project-token', decidedBy: 'context' });
  });

  it('finds prefixed tokens anywhere, each once', () => {
    const second = `rlwy_oacs_${randomBytes(20).toString('hex')}`;
    const found = swept(`see ${oauth}. Also (${second}), SECRET=${oauth}`);
    expect(found.map((fact) => fact.product)).toEqual([
      'oauth-client-secret',
      'oauth-client-secret',
      'oauth-client-secret',
    ]);
    expect(new Set(found.map((fact) => fact.key)).size).toBe(3);
    expect(new Set(found.map((fact) => fact.digest)).size).toBe(2);
  });

  it('finds what holds more than the characters of a token', () => {
    const body = randomBytes(300).toString('base64');
    const lines = body.replace(/(.{64})/g, '$1\n');
    const frame = (edge: string): string => `-----${edge} OPENSSH PRIVATE KEY-----`;
    const text = `Kept here:\n${frame('BEGIN')}\n${lines}\n${frame('END')}\nand more words behind it`;
    const [key, ...others] = swept(text, 'deploy/id_ed25519');
    expect(others).toEqual([]);
    expect(key).toMatchObject({ provider: 'ssh', product: 'private-key', decidedBy: 'prefix' });
    expect(text.slice(key?.at.start, key?.at.end)).toMatch(/^-----BEGIN [\s\S]*KEY-----$/);

    const string = `DefaultEndpointsProtocol=https;AccountName=media;AccountKey=${randomBytes(64).toString('base64')};EndpointSuffix=core.windows.net`;
    const [opens] = swept(`new Client("${string}")`);
    expect(opens).toMatchObject({ provider: 'azure', product: 'storage-connection-string' });
  });

  it('reads the escapes of a quoted string', () => {
    const value = JSON.stringify({ clientId: token, clientSecret: 'aB3~'.repeat(10) });
    const text = `AZURE_CREDENTIALS: ${JSON.stringify(value)}`;
    expect(swept(text)).toMatchObject([{ product: 'service-principal', form: 'literal' }]);
  });

  it('takes a private key for the value of any name', () => {
    const key = `-----BEGIN PRIVATE KEY-----\\n${randomBytes(90).toString('base64')}`;
    expect(swept(`os.Setenv("ACME_API_KEY", "${key}")`)).toHaveLength(1);
  });

  it('asks more of names without a known shape', () => {
    expect(swept(`ACME_API_KEY=${randomBytes(20).toString('hex')}1a`)).toHaveLength(1);
    for (const value of [
      'acme',
      'getKey()',
      'theKeyOfTheWholeCompanyName',
      'TheKeyOfMyTeamInAWSSecretsManager',
      '<your key>',
      'process.argv[2]',
      'config.v2.production.accessToken',
      'teams/edge/production/123456',
      '"edge-team-production-key-12"',
      '"ACME_API_KEY_OF_STAGE_2"',
    ]) {
      expect(swept(`ACME_API_KEY=${value}`).filter((fact) => fact.form === 'literal')).toEqual([]);
    }
  });
});

describe('silence', () => {
  it.each([
    ['a bare UUID', token],
    ['a UUID under another name', `REQUEST_ID=${token}`],
    ['an identifier', `RAILWAY_PROJECT_ID=${token}`],
    ['a header to another host', `curl https://api.acme.io -H "Authorization: Bearer ${token}"`],
    ['a placeholder', 'RAILWAY_TOKEN=<project token>'],
    ['a pattern', '/^RAILWAY_API_TOKEN=(.+)$/m.exec(env)'],
    ['prose', 'Set RAILWAY_API_TOKEN: it is needed by the deploy job.'],
    ['a test', 'if [ -z "$RAILWAY_API_TOKEN" ]; then exit 1; fi'],
    ['a public id', `client = rlwy_oaci_${'a1B2'.repeat(6)}`],
    ['part of a longer word', `xrlwy_oacs_${'0a1b'.repeat(10)}`],
    ['a variable of a test', 't.Setenv("RAILWAY_API_TOKEN", "test")'],
    ['an empty fallback', 'connect(os.getenv("RAILWAY_API_KEY_NAME", ""))'],
    ['a described variable', '- { name: RAILWAY_API_TOKEN, description: "36 characters" }'],
    ['a variable without a value', `- name: RAILWAY_API_TOKEN\n- name: ID\n  value: ${token}`],
    ['a token at the start of a path', `${oauth}/2026/11`],
    ['a key that is only named', `-----BEGIN OPENSSH PRIVATE KEY-----\n${'<your key>'.repeat(20)}`],
    ['nothing', ''],
  ])('%s', (_, text) => {
    expect(swept(text)).toEqual([]);
  });

  it.each([
    'package-lock.json',
    '.env.example',
    'app/.env.production.sample',
    '.gitleaks.toml',
    'dist/app.min.js',
  ])('%s', (file) => {
    expect(swept(`RAILWAY_API_TOKEN=${token}`, file)).toEqual([]);
  });
});

it.each([
  "if (process.env.RAILWAY_API_TOKEN === 'undefined') stop();",
  'process.env.RAILWAY_API_TOKEN = await readSecret("edge/1");',
  'process.env.ACME_API_KEY = config.v2.production.accessToken;',
  'os.Setenv("RAILWAY_API_TOKEN", os.Getenv("RAILWAY_TOKEN_OF_STAGE_2"))',
])('no literal: %s', (text) => {
  expect(swept(text).filter((fact) => fact.form === 'literal')).toEqual([]);
});

describe('references', () => {
  it.each([
    ['const token = process.env.RAILWAY_TOKEN;', 'project-token'],
    ['token = os.environ["RAILWAY_API_TOKEN"]', 'account-token'],
    ['os.Getenv("RAILWAY_API_TOKEN")', 'account-token'],
    ['ENV.fetch("RAILWAY_API_TOKEN")', 'account-token'],
    ['RAILWAY_TOKEN: ${{ secrets.EDGE }}', 'project-token'],
    ['TOKEN: ${{ secrets.RAILWAY_API_TOKEN }}', 'account-token'],
    ['RAILWAY_API_TOKEN=op://vault/railway/token', 'account-token'],
  ])('%s', (text, product) => {
    expect(swept(text)).toMatchObject([{ form: 'reference', digest: null, product }]);
  });

  it('names a variable once', () => {
    expect(swept('process.env.RAILWAY_TOKEN; process.env.RAILWAY_TOKEN;')).toHaveLength(1);
  });
});

it('makes the same keys as the env file collector', () => {
  const text = `# domains\nRAILWAY_API_TOKEN=${token}\nRAILWAY_TOKEN=${randomUUID()} # RAILWAY_API_TOKEN\n`;
  const file = filePath('scripts/.railway.env');
  const structured = collectEnv({ id: file, documents: [parseEnv(file, text)] }, knowledge).filter(
    (fact): fact is Credential => fact.kind === 'Credential',
  );
  const found = swept(text, file);
  expect(found.map((fact) => [fact.key, fact.at, fact.product, fact.purpose])).toEqual(
    structured.map((fact) => [fact.key, fact.at, fact.product, fact.purpose]),
  );
});

it('is quick on long lines', () => {
  const start = performance.now();
  for (const piece of [
    'a=',
    'Authorization: ',
    'RAILWAY_TOKEN',
    'rlwy_oacs_',
    '"',
    'name: abc, ',
    'env("abc", "',
    '\\"',
    'abc="\\',
    '-----BEGIN OPENSSH PRIVATE KEY-----',
    'DefaultEndpointsProtocol=https;',
  ])
    swept(piece.repeat(100_000));
  expect(performance.now() - start).toBeLessThan(10_000);
});

describe('a template of settings', () => {
  it('is looked at for values that say themselves what they are, and these are in doubt', () => {
    const [found, ...others] = swept(`RAILWAY_API_TOKEN=${oauth}\n`, '.env.example');
    expect(found).toMatchObject({ form: 'literal', confidence: 'low', inTemplate: true });
    expect(others).toEqual([]);
  });

  it.each([
    ['a value that only its name tells', `RAILWAY_API_TOKEN=${token}`, '.env.example'],
    ['a reference', 'RAILWAY_API_TOKEN=${RAILWAY_TOKEN}', '.env.example'],
    ['a beginning', 'RAILWAY_API_TOKEN=rlwy_oacs_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx', '.env.example'],
    ['a template of anything else', `RAILWAY_API_TOKEN=${oauth}`, 'sample.txt'],
  ])('holds nothing in %s', (_, text, file) => {
    expect(swept(text, file)).toEqual([]);
  });
});
