import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { relationsOf } from '../../../test/facts-of-kind.ts';
import { storeIn, variableFacts } from '../../../test/variable-facts.ts';
import { createKnowledge } from '../../engine/knowledge.ts';
import { pack as neon } from '../../providers/neon/pack.ts';
import { pack as turso } from '../../providers/turso/pack.ts';
import { parseConnectionUrl } from './connection-url.ts';
import { namedStore, webHost } from './hosted-store.ts';

const ref = 'kvwpzhtdgqmxlrnbycfs';
const key = `supabase:supabase-project/${ref}`;
const password = randomBytes(18).toString('base64url');

describe('a project', () => {
  it('is one store by whatever address', () => {
    const api = storeIn(variableFacts(`NEXT_PUBLIC_SUPABASE_URL=https://${ref}.supabase.co`));
    expect(api).toMatchObject({ key, provider: 'supabase', product: 'supabase-project' });
    for (const url of [
      `postgresql://postgres:${password}@db.${ref}.supabase.co:5432/postgres`,
      `postgresql://postgres.${ref}:${password}@aws-0-eu-west-1.pooler.supabase.com:6543/postgres`,
    ]) {
      expect(storeIn(variableFacts(`DATABASE_URL=${url}`))?.aliases).toContain(key);
    }
    expect(storeIn(variableFacts(`SUPABASE_PROJECT_REF=${ref}`))?.key).toBe(key);
  });

  it('is used by the environment that names it', () => {
    const made = variableFacts(`API=https://${ref}.supabase.co/rest/v1`, { file: '.env.staging' });
    expect(relationsOf(made, 'connects-to')).toMatchObject([
      { from: 'environment:.env.staging', to: key, because: `API leads to ${ref} there` },
    ]);
  });

  it.each([
    ['https://your-project.supabase.co'],
    ['https://xxxxxxxxxxxxxxxxxxxx.supabase.co'],
    ['https://abcdefghijklmnopqrst.supabase.co'],
    ['http://127.0.0.1:54321'],
    ['https://supabase.co'],
    [`see https://${ref}.supabase.co`],
  ])('is not named by %s', (value) => {
    expect(storeIn(variableFacts(`SUPABASE_URL=${value}`))).toBeUndefined();
  });
});

describe('an endpoint', () => {
  const knowledge = createKnowledge([neon, turso], new Uint8Array(32));
  const nameOf = (text: string) => {
    const url = parseConnectionUrl(text);
    return url === null ? undefined : namedStore(url, knowledge)?.name;
  };

  it('is the same behind its pooler, and each of its databases is a store', () => {
    const host = 'us-east-2.aws.neon.tech';
    expect(nameOf(`postgres://a:b@ep-calm-frost-12345678.${host}/shop`)).toBe(
      'ep-calm-frost-12345678/shop',
    );
    expect(nameOf(`postgres://a:b@ep-calm-frost-12345678-pooler.${host}/shop`)).toBe(
      'ep-calm-frost-12345678/shop',
    );
    expect(nameOf(`postgres://a:b@ep-calm-frost-12345678.${host}/other`)).not.toBe(
      'ep-calm-frost-12345678/shop',
    );
    expect(nameOf(`postgres://a:b@console.neon.tech/shop`)).toBeUndefined();
  });

  it('is named by its first label', () => {
    expect(nameOf('libsql://shop-acme.aws-eu-west-1.turso.io')).toBe('shop-acme');
    expect(webHost('libsql://shop-acme.turso.io')).toBe('shop-acme.turso.io');
  });
});
