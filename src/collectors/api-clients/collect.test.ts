import { randomBytes, randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { ofKind } from '../../../test/facts-of-kind.ts';
import { createKnowledge } from '../../engine/knowledge.ts';
import { parse as parseJson } from '../../formats/json/parse.ts';
import { parse as parseText } from '../../formats/text/parse.ts';
import type { Fact } from '../../model/fact.ts';
import { filePath } from '../../model/source.ts';
import { pack as railway } from '../../providers/railway/pack.ts';
import { collect } from './collect.ts';

const knowledge = createKnowledge([railway], randomBytes(32));
const token = randomUUID();
const opaque = randomBytes(24).toString('base64url');

function collected(value: unknown, file = 'shop.postman_collection.json'): readonly Fact[] {
  const isJson = file.endsWith('.json');
  const text = isJson ? JSON.stringify(value, null, 2) : String(value);
  const parse = isJson ? parseJson : parseText;
  return collect({ id: file, documents: [parse(filePath(file), text)] }, knowledge);
}

function bearer(value: string): unknown {
  return { type: 'bearer', bearer: [{ key: 'token', value, type: 'string' }] };
}

const rail = 'https://backboard.railway.com/graphql/v2';

describe('Postman', () => {
  it('knows a token by the host it is sent to', () => {
    const facts = collected({
      info: { name: 'Railway' },
      item: [
        { name: 'f', item: [{ name: 'r', request: { url: { raw: rail }, auth: bearer(token) } }] },
        {
          name: 'g',
          request: { url: rail, header: [{ key: 'authorization', value: `Bearer ${token}` }] },
        },
      ],
    });
    // The same token for the same host counts once.
    expect(ofKind(facts, 'Credential')).toMatchObject([
      { provider: 'railway', product: 'account-token', name: 'backboard.railway.com' },
    ]);
    expect(JSON.stringify(facts)).not.toContain(token);
  });

  it('reads environments', () => {
    const facts = collected(
      { name: 'production', values: [{ key: 'railwayApiToken', value: token, type: 'secret' }] },
      'prod.postman_environment.json',
    );
    expect(ofKind(facts, 'Environment')).toMatchObject([{ tier: 'production' }]);
    expect(ofKind(facts, 'Credential')).toMatchObject([
      { name: 'railwayApiToken', form: 'literal' },
    ]);
  });

  it.each([
    ['a variable', { item: [{ request: { url: rail, auth: bearer('{{token}}') } }] }],
    [
      'a variable for the host',
      { item: [{ request: { url: '{{host}}/a', auth: bearer(opaque) } }] },
    ],
    [
      'this machine',
      { item: [{ request: { url: 'http://localhost:3000/a', auth: bearer(opaque) } }] },
    ],
    ['a sample', { item: [{ request: { url: 'https://api.example.com', auth: bearer(opaque) } }] }],
    ['no login', { item: [{ request: { url: rail, auth: { type: 'noauth' } } }] }],
    ['empty values', { name: 'a', values: [{ key: 'RAILWAY_API_TOKEN', value: '' }] }],
    ['nothing', []],
  ])('%s is nothing', (_, value) => {
    expect(collected(value)).toEqual([]);
  });
});

it('reads exports of Insomnia', () => {
  const value = {
    _type: 'export',
    __export_source: 'insomnia.desktop.app:v8',
    resources: [
      {
        _type: 'request',
        url: 'https://api.acme.io/v1',
        authentication: { type: 'bearer', token: opaque },
      },
      { _type: 'environment', name: 'Base', data: { railway_api_token: token } },
    ],
  };
  expect(ofKind(collected(value, 'insomnia.json'), 'Credential').map(({ title }) => title)).toEqual(
    ['Railway account or workspace token', 'login for api.acme.io'],
  );
});

it('reads environments of editors', () => {
  const facts = collected({ prod: { RAILWAY_API_TOKEN: token } }, 'http-client.private.env.json');
  expect(ofKind(facts, 'Environment')).toMatchObject([{ tier: 'production' }]);
  expect(ofKind(facts, 'Credential')).toHaveLength(1);
});

describe('request files', () => {
  it('reads variables and headers', () => {
    const text = `@railway_api_token = ${token}\n\n### list\nPOST ${rail}\nAuthorization: Bearer ${randomUUID()}\n`;
    expect(ofKind(collected(text, 'api.http'), 'Credential').map(({ name }) => name)).toEqual([
      'railway_api_token',
      'backboard.railway.com',
    ]);
  });

  it.each([
    `GET https://api.acme.io\nAuthorization: Bearer {{token}}\n`,
    `GET http://localhost:3000\nAuthorization: Bearer ${opaque}\n`,
    'POST https://api.acme.io/login\n\n{ "password": "abcdefgh1234" }\n',
  ])('%j is nothing', (text) => {
    expect(collected(text, 'api.http')).toEqual([]);
  });
});
