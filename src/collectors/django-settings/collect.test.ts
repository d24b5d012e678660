import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { ofKind } from '../../../test/facts-of-kind.ts';
import { factsOfFiles, usesOf } from '../../../test/platform-facts.ts';
import { collect } from './collect.ts';

const password = randomBytes(18).toString('base64url');
const databases = (host: string, name: string) => `
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": "${name}",
        "HOST": "${host}",
        "PORT": 5432,
        'USER': 'shop',
        "PASSWORD": '${password}',
    },
}
`;
const uses = (files: Readonly<Record<string, string>>) =>
  usesOf(
    factsOfFiles(
      collect,
      Object.fromEntries(
        Object.entries(files).map(([name, text]) => [`shop/settings/${name}`, text]),
      ),
    ),
  );

describe('settings modules', () => {
  it('take over what they do not set', () => {
    expect(
      uses({
        'production.py': databases('db.acme.io', 'shop'),
        'staging.py': 'from .production import *\n\nDEBUG = True\n',
      }),
    ).toEqual(['production connects-to db.acme.io/shop', 'staging connects-to db.acme.io/shop']);
  });

  it('set it themselves', () => {
    expect(
      uses({
        'production.py': databases('db.acme.io', 'shop'),
        'staging.py': `from .production import *\n${databases('db.acme.io', 'shop_staging')}`,
      }),
    ).toEqual([
      'production connects-to db.acme.io/shop',
      'staging connects-to db.acme.io/shop_staging',
    ]);
  });

  it('may replace one of several, and then nothing is sure', () => {
    expect(
      uses({
        'production.py': databases('db.acme.io', 'shop'),
        'staging.py':
          'from .production import *\nDATABASES["default"]["HOST"] = os.environ["DB"]\n',
      }),
    ).toEqual(['production connects-to db.acme.io/shop']);
  });
});

it('points at the host and at the password', () => {
  const text = databases('db.acme.io', 'shop');
  const facts = factsOfFiles(collect, { 'shop/settings/production.py': text });
  const [store] = ofKind(facts, 'DataStore');
  expect(store).toMatchObject({ key: 'db:postgres://db.acme.io:5432/shop' });
  expect(text.slice(store?.at.start, store?.at.end)).toBe('"HOST": "db.acme.io"');
  const [login] = ofKind(facts, 'Credential');
  expect(text.slice(login?.at.start, login?.at.end)).toBe(`"PASSWORD": '${password}'`);
});

it.each([
  ['DATABASES = {"default": env.db("DATABASE_URL")}'],
  ['DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": BASE_DIR / "db"}}'],
  ['DATABASES = {"default": {"HOST": os.environ["DB_HOST"]}}'],
  ['DATABASES = {'],
  [''],
])('makes nothing of %s', (text) => {
  expect(factsOfFiles(collect, { 'shop/settings/production.py': text })).toEqual([]);
});
