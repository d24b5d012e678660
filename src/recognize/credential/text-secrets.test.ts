import { randomBytes, randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { ofKind } from '../../../test/facts-of-kind.ts';
import { createKnowledge } from '../../engine/knowledge.ts';
import type { Credential } from '../../model/fact.ts';
import { filePath } from '../../model/source.ts';
import { pack as railway } from '../../providers/railway/pack.ts';
import { plainValue } from './plain-value.ts';
import { factsOfText } from './text-secrets.ts';

const knowledge = createKnowledge([railway], randomBytes(32));
const token = randomUUID();

function credentials(text: string): readonly Credential[] {
  const document = { file: filePath('deploy.http'), text };
  const place = { document, collector: 'api-clients', environment: null };
  return ofKind(factsOfText(plainValue(document, 0, text.length), place, knowledge), 'Credential');
}

it('finds a token below a long list of headers', () => {
  const headers = Array.from({ length: 400 }, (_, index) => `Header-${index}: value\n`).join('');
  const variables = Array.from({ length: 400 }, (_, index) => `@page_${index} = ${index}\n`).join(
    '',
  );
  expect(credentials(`${headers}${variables}@RAILWAY_API_TOKEN = ${token}\n`)).toHaveLength(1);
});

it('calls an address after its host, and a named one after its name', () => {
  const address = `postgres://shop:${token}@db.acme.tech:5432/shop`;
  const names = (text: string) => credentials(text).map(({ name }) => name);
  expect(names(`psql ${address}`)).toEqual(['db.acme.tech']);
  expect(names(`(${address.replace(':5432/shop', '')})`)).toEqual(['db.acme.tech']);
  expect(names(`DATABASE_URL=${address}`)).toEqual(['DATABASE_URL']);
});

it('stops in a generated list of addresses', () => {
  const lines = Array.from(
    { length: 30_000 },
    (_, i) => `postgres://a:${token}@db.acme${i}.io/s\n`,
  );
  expect(credentials(lines.join('')).length).toBeLessThan(300);
});
