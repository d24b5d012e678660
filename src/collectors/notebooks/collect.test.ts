// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the placeholders of other languages are what is tested
import { randomBytes, randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { ofKind } from '../../../test/facts-of-kind.ts';
import { createKnowledge } from '../../engine/knowledge.ts';
import { parse } from '../../formats/json/parse.ts';
import type { Fact } from '../../model/fact.ts';
import { filePath } from '../../model/source.ts';
import { pack as railway } from '../../providers/railway/pack.ts';
import { collect } from './collect.ts';

const knowledge = createKnowledge([railway], randomBytes(32));
const token = randomUUID();
const password = randomBytes(18).toString('base64url');

function collected(source: unknown, outputs: unknown = [], type = 'code'): readonly Fact[] {
  const cells = [{ cell_type: type, metadata: {}, source, outputs }];
  const text = JSON.stringify({ cells, nbformat: 4, nbformat_minor: 5 }, null, 1);
  return collect({ id: 'a.ipynb', documents: [parse(filePath('a.ipynb'), text)] }, knowledge);
}

it.each([
  [`os.environ["RAILWAY_API_TOKEN"] = "${token}"\n`],
  [`RAILWAY_API_TOKEN = '${token}'`],
  [`%env RAILWAY_API_TOKEN=${token}`],
  [`client = Client(railway_api_token="${token}", timeout=3)`],
])('reads %s in a cell', (line) => {
  const facts = collected(['import os\n', line]);
  expect(ofKind(facts, 'Credential')).toMatchObject([
    { product: 'account-token', form: 'literal' },
  ]);
  expect(ofKind(facts, 'Binding')).toEqual([]);
  expect(JSON.stringify(facts)).not.toContain(token);
});

it('reads what a cell has printed, and addresses with a password', () => {
  const url = `postgresql+psycopg2://app:${password}@db.acme.io:5432/shop`;
  const facts = collected(`engine = create_engine("${url}")`, [
    { output_type: 'stream', name: 'stdout', text: [`{'RAILWAY_API_TOKEN': '${token}'}\n`] },
  ]);
  expect(ofKind(facts, 'Credential').map(({ name, product }) => [name, product])).toEqual([
    ['db.acme.io', 'database-login'],
    ['RAILWAY_API_TOKEN', 'account-token'],
  ]);
  expect(ofKind(facts, 'DataStore')).toMatchObject([{ key: 'db:postgres://db.acme.io:5432/shop' }]);
  expect(JSON.stringify(facts)).not.toContain(password);
});

it.each([
  ['token = os.environ["RAILWAY_API_TOKEN"]', 'code'],
  ['RAILWAY_API_TOKEN = "<your token>"', 'code'],
  ['RAILWAY_API_TOKEN = getpass()', 'code'],
  [`Set RAILWAY_API_TOKEN=${token}`, 'markdown'],
  ['create_engine("postgresql://user:password@localhost/shop")', 'code'],
])('%s gives no credential', (source, type) => {
  expect(ofKind(collected(source, [], type), 'Credential')).toEqual([]);
});
