import { randomBytes, randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { ofKind, relationsOf } from '../../../test/facts-of-kind.ts';
import { createKnowledge } from '../../engine/knowledge.ts';
import { parse as parseJson } from '../../formats/json/parse.ts';
import { parse as parseText } from '../../formats/text/parse.ts';
import type { Fact } from '../../model/fact.ts';
import { filePath } from '../../model/source.ts';
import { pack as railway } from '../../providers/railway/pack.ts';
import { collect } from './collect.ts';

const knowledge = createKnowledge([railway], randomBytes(32));
const token = randomUUID();
const password = randomBytes(18).toString('base64url');

function collected(text: string, file = 'prod.tfvars'): readonly Fact[] {
  const parse = file.endsWith('.json') ? parseJson : parseText;
  return collect({ id: file, documents: [parse(filePath(file), text)] }, knowledge);
}

describe('values', () => {
  it('are read by the name that they have as variables', () => {
    const text = `region = "eu-west-1"\nrailway_api_token = "${token}" # secret\ndatabase_url="postgres://app:${password}@db.acme.io/shop"\n`;
    const facts = collected(text);
    expect(ofKind(facts, 'Environment')).toMatchObject([
      { key: 'environment:prod.tfvars', tier: 'production', at: { start: 0, end: 6 } },
    ]);
    expect(ofKind(facts, 'Credential')).toMatchObject([
      {
        name: 'railway_api_token',
        product: 'account-token',
        key: 'credential:prod.tfvars#railway_api_token@0',
      },
      { name: 'database_url', product: 'database-login' },
    ]);
    expect(relationsOf(facts, 'holds')).toHaveLength(2);
    expect(ofKind(facts, 'DataStore')).toHaveLength(1);
    expect(JSON.stringify(facts)).not.toContain(token);
    expect(JSON.stringify(facts)).not.toContain(password);
  });

  it('are read from JSON', () => {
    const facts = collected(JSON.stringify({ railwayApiToken: token }), 'staging.tfvars.json');
    expect(ofKind(facts, 'Credential')).toMatchObject([{ name: 'railwayApiToken' }]);
    expect(ofKind(facts, 'Environment')).toMatchObject([{ tier: 'staging' }]);
  });

  it.each([
    ['region = "eu-west-1"\ncount = 3\n', 'a.tfvars'],
    [`# railway_api_token = "${token}"\n`, 'a.tfvars'],
    [`/*\nrailway_api_token = "${token}"\n*/\n`, 'a.tfvars'],
    ['railway_api_token = "<token>"\n', 'a.tfvars'],
    ['railway_api_token = ""\n', 'a.tfvars'],
    [`railway_api_token = "${token}"\n`, 'example.tfvars'],
    ['oauth_token_url = "https://signon.acme.io/oauth/access_token"', 'a.tfvars'],
    ['{', 'a.tfvars.json'],
    ['', 'a.tfvars'],
  ])('%j in %s is nothing', (text, file) => {
    expect(collected(text, file)).toEqual([]);
  });
});
