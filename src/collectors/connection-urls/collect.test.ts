import { describe, expect, it } from 'vitest';
import { ofKind } from '../../../test/facts-of-kind.ts';
import { createKnowledge } from '../../engine/knowledge.ts';
import { parse } from '../../formats/text/parse.ts';
import type { Fact } from '../../model/fact.ts';
import { filePath } from '../../model/source.ts';
import { pack as neon } from '../../providers/neon/pack.ts';
import { pack as supabase } from '../../providers/supabase/pack.ts';
import { pack as upstash } from '../../providers/upstash/pack.ts';
import { collect } from './collect.ts';

const knowledge = createKnowledge([neon, supabase, upstash], new Uint8Array(32));
const password = 'Qw7Zk2Xp9Lm4';
const pooler = `postgresql://postgres.abcdefgh:${password}@aws-0-eu-west-1.pooler.supabase.com:6543/postgres`;
const direct = `postgres://shop:${password}@ep-calm-sea-1.eu-central-1.aws.neon.tech/shop?sslmode=require`;

function run(text: string, file = 'scripts/tables.js'): readonly Fact[] {
  return collect({ id: file, documents: [parse(filePath(file), text)] }, knowledge);
}

const loginsIn = (facts: readonly Fact[]) => ofKind(facts, 'Credential').map(({ name }) => name);

describe('an address in a program', () => {
  it.each([
    [`const pool = new Pool({ connectionString: '${pooler}' });`, 'connectionString'],
    [`const url = process.env.DATABASE_URL || "${direct}";`, 'DATABASE_URL'],
    [`url = os.getenv("DATABASE_URL", "${direct}")`, 'DATABASE_URL'],
    [`ENV['DATABASE_URL'] = '${direct}'`, 'DATABASE_URL'],
    [`db, err := sql.Open("pgx", "${direct}")`, 'pgx'],
    [`client.connect(\`${direct}\`)`, 'ep-calm-sea-1.eu-central-1.aws.neon.tech'],
    [`DB = "mysql://shop:${password}@db.ferries.io:3306/shop"`, 'DB'],
    [`DB = "mysql://shop:${password}@8.34.208.9:3306/shop"`, 'DB'],
    [`const url = 'redis://:${password}@calm-1.upstash.io:6379'`, 'url'],
    [`set DATABASE_URL=${direct}\r\nnode server.js`, 'DATABASE_URL'],
    [`$env:DATABASE_URL = "${direct}"`, 'DATABASE_URL'],
    [`{"scripts":{"dev":"cross-env CI=1 DATABASE_URL=${direct} tsx app.ts"}}`, 'DATABASE_URL'],
    [`<property name="url" value="${direct.replace('?', '?a=1&amp;')}"/>`, 'value'],
  ])('%s', (text, name) => {
    const facts = run(text);
    expect(loginsIn(facts)).toEqual([name]);
    expect(ofKind(facts, 'DataStore')).toHaveLength(1);
    expect(ofKind(facts, 'DataStore')[0]?.confidence).toBe('high');
    expect(facts.some((fact) => fact.kind === 'Binding')).toBe(false);
    expect(JSON.stringify(facts)).not.toContain(password);
  });

  it('is one store wherever it stands', () => {
    const facts = run(`open("${direct}")\nopen("${direct}")\n`);
    expect(new Set(ofKind(facts, 'DataStore').map(({ key }) => key)).size).toBe(1);
    expect(new Set(ofKind(facts, 'Credential').map(({ key }) => key)).size).toBe(2);
  });

  it.each([
    `postgres://app:${password}@localhost:5432/app`,
    `postgres://app:${password}@db:5432/app`,
    `postgres://app:${password}@10.0.3.4:5432/app`,
    `postgres://app:${password}@203.0.113.7:5432/app`,
    `postgres://app:${password}@db.corp.internal:5432/app`,
    `postgres://app:${password}@db.example.com:5432/app`,
    'postgres://app:password123@db.ferries.io:5432/app',
    'postgres://scott:tiger@db.ferries.io:5432/app',
    `postgres://app:${password}@db.customer.test/app`,
    'postgres://app:{}@ep-calm-sea-1.eu-central-1.aws.neon.tech/app',
    'postgres://app:%(password)s@ep-calm-sea-1.eu-central-1.aws.neon.tech/app',
    'postgres://app:%s@ep-calm-sea-1.eu-central-1.aws.neon.tech/app',
    'postgres://app:[YOUR-PASSWORD]@ep-calm-sea-1.eu-central-1.aws.neon.tech/app',
    'postgres://app@ep-calm-sea-1.eu-central-1.aws.neon.tech/app',
    `https://app:${password}@ep-calm-sea-1.eu-central-1.aws.neon.tech/app`,
  ])('%s says nothing', (text) => {
    expect(run(`connect("${text}")`)).toEqual([]);
  });

  it('stops in a list of samples', () => {
    expect(ofKind(run(`"${direct}",\n`.repeat(500)), 'Credential')).toHaveLength(50);
  });

  it('is linear in hostile text', () => {
    const text = 'postgres://a:b@'.repeat(60_000);
    expect(run(text)).toEqual([]);
  });
});
