import { describe, expect, it } from 'vitest';
import { backupsOf, factsOfFiles, usesOf } from '../../../test/platform-facts.ts';
import type { Fact } from '../../model/fact.ts';
import { collect } from './collect.ts';
import { pack } from './pack.ts';

const id = '8140efd5-9912-4e31-981d-0566f1efe9dc';
const other = '84b09169-503f-4e40-91c1-b3828272c2e3';

function wrangler(text: string, file = 'wrangler.toml'): readonly Fact[] {
  return factsOfFiles(collect, { [file]: text }, [pack]);
}

const database = (table: string, uuid: string, rest = '') =>
  `[[${table}d1_databases]]\nbinding = "DB"\ndatabase_name = "shop"\ndatabase_id = "${uuid}"\n${rest}\n`;

describe('environments', () => {
  it('binds one database in two of them', () => {
    const facts = wrangler(
      `name = "shop"\nmain = "a.ts"\n${database('', id)}${database('env.staging.', id)}`,
    );
    expect(usesOf(facts)).toEqual([
      'production connects-to D1 database shop',
      'staging connects-to D1 database shop',
    ]);
    expect(new Set(facts.flatMap((fact) => (fact.kind === 'DataStore' ? [fact.key] : [])))).toEqual(
      new Set([`cloudflare:cloudflare-d1/${id}`]),
    );
  });

  it('keeps equal names of different databases apart', () => {
    const facts = wrangler(`main = "a.ts"\n${database('', id)}${database('env.staging.', other)}`);
    const keys = facts.flatMap((fact) => (fact.kind === 'DataStore' ? [fact.key] : []));
    expect(new Set(keys).size).toBe(2);
  });

  it('says nothing of the top where production has a name of its own, or no other has one', () => {
    const top = (env: string) =>
      wrangler(`main = "a.ts"\n${database('', id)}${env}`)
        .flatMap((fact) => (fact.kind === 'Environment' ? [fact.tier] : []))
        .at(0);
    expect(top('[env.production]\nname = "x"\n')).toBe('unknown');
    expect(top('')).toBe('unknown');
    expect(top('[env.staging]\nname = "x"\n')).toBe('production');
    expect(top('[vars]\nENVIRONMENT = "development"\n[env.staging]\nname = "x"\n')).toBe(
      'development',
    );
  });

  it('inherits no binding', () => {
    expect(
      usesOf(wrangler(`main = "a.ts"\n${database('', id)}[env.staging]\nname = "x"\n`)),
    ).toEqual(['production connects-to D1 database shop']);
  });
});

it('calls what has no name by its binding: its id tells people nothing', () => {
  const namespace = `[[kv_namespaces]]\nbinding = "SESSIONS"\nid = "${'0af3'.repeat(8)}"\n`;
  expect(usesOf(wrangler(`main = "a.ts"\n${namespace}[env.staging]\nname = "x"\n`))).toEqual([
    'production connects-to KV namespace SESSIONS',
  ]);
});

it('sees wrangler dev on the deployed database', () => {
  const facts = wrangler(
    `main = "a.ts"\n[env.staging]\nname = "x"\n${database('', id, 'remote = true')}`,
  );
  expect(usesOf(facts)).toContain('development connects-to D1 database shop');
});

it('sees wrangler dev --remote on the deployed store only where both are given the same', () => {
  const space = 'a1b2c3d4e5f60718293a4b5c6d7e8f90';
  const bound = (preview: string) =>
    usesOf(
      wrangler(
        `name = "shop-production"\nmain = "a.ts"\n[[kv_namespaces]]\nbinding = "SESSIONS"\nid = "${space}"\npreview_id = "${preview}"`,
      ),
    );
  expect(bound(space.toUpperCase())).toEqual([
    'preview connects-to KV namespace SESSIONS',
    'production connects-to KV namespace SESSIONS',
  ]);
  expect(bound(space.replace('a1', 'b2'))).toEqual([
    'production connects-to KV namespace SESSIONS',
  ]);
});

it('knows buckets by name within one account', () => {
  const facts = wrangler(
    JSON.stringify({
      main: 'a.ts',
      r2_buckets: [{ binding: 'B', bucket_name: 'media' }],
      env: {
        staging: { r2_buckets: [{ binding: 'B', bucket_name: 'media' }] },
        qa: { account_id: 'f'.repeat(8), r2_buckets: [{ binding: 'B', bucket_name: 'media' }] },
      },
    }),
    'wrangler.jsonc',
  );
  const keys = facts.flatMap((fact) => (fact.kind === 'DataStore' ? [fact.key] : []));
  expect(new Set(keys)).toEqual(
    new Set([
      'wrangler-config:wrangler.jsonc#cloudflare-r2/media',
      'cloudflare:cloudflare-r2/ffffffff/media',
    ]),
  );
});

it('does not say what becomes of the history of a deleted database', () => {
  expect(backupsOf(wrangler(`main = "a.ts"\n${database('', id)}`))).toEqual([
    'Time Travel of D1 database shop: unknown',
  ]);
});

it.each([
  ['PLACEHOLDER'],
  ['<paste-id-here>'],
  ['your-database-id'],
  ['local'],
  ['00000000-0000-0000-0000-000000000000'],
])('%s names no database', (uuid) => {
  const facts = wrangler(`main = "a.ts"\n${database('', uuid)}${database('env.staging.', uuid)}`);
  expect(facts.some((fact) => fact.kind === 'DataStore')).toBe(false);
});

it.each([
  [''],
  ['env = 3'],
  ['[env]\nstaging = 1'],
  ['d1_databases = "x"'],
  ['[[kv_namespaces]]\n'],
])('survives %j', (text) => {
  expect(() => wrangler(text)).not.toThrow();
});
