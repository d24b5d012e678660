// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the placeholders of other languages are what is tested
import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { ofKind, relationsOf } from '../../../test/facts-of-kind.ts';
import { createKnowledge } from '../../engine/knowledge.ts';
import { parse } from '../../formats/json/parse.ts';
import type { Fact } from '../../model/fact.ts';
import { filePath } from '../../model/source.ts';
import { pack as google } from '../../providers/google-cloud/pack.ts';
import { collect } from './collect.ts';

const knowledge = createKnowledge([google], randomBytes(32));
const body = randomBytes(300).toString('base64');
const key = `-----BEGIN ${'PRIVATE'} KEY-----\n${body}\n-----END ${'PRIVATE'} KEY-----\n`;
const account = {
  type: 'service_account',
  project_id: 'shop-production',
  private_key_id: '0f1e2d',
  private_key: key,
  client_email: 'deployer@shop-production.iam.gserviceaccount.com',
};

function collected(value: unknown, file = 'keys/deployer.json'): readonly Fact[] {
  const text = JSON.stringify(value, null, 2);
  return collect({ id: file, documents: [parse(filePath(file), text)] }, knowledge);
}

it('knows a service account key in any order, and shows none of it', () => {
  const { type, ...rest } = account;
  for (const value of [account, { ...rest, type }]) {
    const facts = collected(value);
    expect(ofKind(facts, 'Credential')).toMatchObject([
      {
        name: 'deployer.json',
        provider: 'google-cloud',
        product: 'service-account-key',
        form: 'literal',
        confidence: 'high',
        belongsTo: 'shop-production',
      },
    ]);
    expect(JSON.stringify(facts)).not.toContain(body.slice(0, 30));
    const [credential] = ofKind(facts, 'Credential');
    const at = credential?.at;
    expect(JSON.stringify(value, null, 2).slice(at?.start, at?.end)).toBe(
      '"type": "service_account"',
    );
  }
});

it('knows the login of a person', () => {
  const value = {
    client_id: 'a.apps.googleusercontent.com',
    client_secret: 'd-xyz',
    refresh_token: `1//0${randomBytes(30).toString('base64url')}`,
    type: 'authorized_user',
  };
  const file = '~/.config/gcloud/application_default_credentials.json';
  expect(ofKind(collected(value, file), 'Credential')).toMatchObject([
    { product: 'user-credentials', confidence: 'high' },
  ]);
});

it.each([
  ['a sample', { ...account, private_key: '-----BEGIN PRIVATE KEY-----\n...\n' }],
  ['a template', { ...account, private_key: '${PRIVATE_KEY}' }],
  ['an encrypted one', { ...account, private_key: `ENC[AES256_GCM,data:${body}]` }],
  ['federation', { type: 'external_account', audience: '//iam.googleapis.com/projects/1' }],
  ['another file', { type: 'module' }],
  ['a list', []],
])('%s is nothing', (_, value) => {
  expect(collected(value)).toEqual([]);
});

it('is nothing where the file is an example', () => {
  expect(collected(account, 'service-account.example.json')).toEqual([]);
});

it('says whose key it is, by the address that policies use', () => {
  expect(relationsOf(collected(account), 'acts-as')).toMatchObject([
    {
      to: 'google-cloud:service-account/deployer@shop-production.iam.gserviceaccount.com',
      confidence: 'high',
    },
  ]);
  expect(relationsOf(collected({ ...account, client_email: 'nobody' }), 'acts-as')).toEqual([]);
});
