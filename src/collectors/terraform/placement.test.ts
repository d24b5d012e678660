import { expect, it } from 'vitest';
import { settingOf, terraformTree } from '../../../test/terraform-tree.ts';
import { createKnowledge, withResources } from '../../engine/knowledge.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import { definePack } from '../../model/pack.ts';

const claim = { source: 'https://acme.test/docs', checkedOn: '2026-11-21' };

/** An invented vendor, so that the collector is seen to know none. */
const acme = definePack({
  id: 'acme',
  title: 'Acme',
  terraform: () =>
    Promise.resolve({
      placements: [
        {
          providers: ['acme'],
          account: [
            { of: 'provider', path: 'login.role', names: /^role:(\d{4}):/ },
            { of: 'provider', path: 'profile', isAlias: true },
          ],
          region: [
            { of: 'resource', path: 'region' },
            { of: 'provider', path: 'region' },
          ],
          ...claim,
        },
      ],
      modules: [
        {
          modules: ['acme/db/acme'],
          makes: [
            {
              type: 'acme_db',
              name: 'this',
              unless: { create: true },
              settings: {
                protect: { input: 'protect', otherwise: false },
                size: { input: 'size|large.size' },
                'copies.kept': { input: 'copies', words: { true: 'Yes', false: 'No' } },
              },
            },
            {
              type: 'acme_lock',
              name: 'this',
              unless: {},
              needs: 'lock',
              settings: { db: { refersTo: 'acme_db.this' } },
            },
          ],
          ...claim,
        },
      ],
    }),
});

const knowledge: Knowledge = await withResources(createKnowledge([acme], new Uint8Array(32)), [
  acme,
]);

function placesOf(text: string) {
  const { resources } = terraformTree({ 'main.tf': text }, knowledge);
  return resources.map(({ placement: { account, region } }) => [
    account.key,
    account.isKnown,
    region.key,
  ]);
}

it('reads account and region from the configuration that a resource uses', () => {
  const text = `
provider "acme" {
  region = "north"
  login {
    role = "role:1234:admin"
  }
}
provider "acme" {
  alias   = "backup"
  region  = "south"
  profile = "backup"
}
resource "acme_db" "a" {}
resource "acme_db" "b" {
  provider = acme.backup
}
resource "acme_db" "c" {
  region = "east"
}
`;
  expect(placesOf(text)).toEqual([
    ['acme:account/1234', true, 'acme:region/north'],
    ['acme:account/profile=backup', false, 'acme:region/south'],
    ['acme:account/1234', true, 'acme:region/east'],
  ]);
});

it('takes configurations that only differ in region for one login', () => {
  const text =
    'provider "acme" {}\nprovider "acme" {\n  alias = "x"\n  region = "south"\n}\nresource "acme_db" "a" {}\nresource "acme_db" "b" {\n  provider = acme.x\n}\n';
  expect(placesOf(text)).toEqual([
    ['acme:account/tf:.#acme', false, 'acme:region/tf:.#acme'],
    ['acme:account/tf:.#acme', false, 'acme:region/south'],
  ]);
});

it('tells accounts apart that only a run names', () => {
  const text =
    'provider "acme" {}\nprovider "acme" {\n  alias = "x"\n  login {\n    role = var.role\n  }\n}\nresource "acme_db" "a" {}\nresource "acme_db" "b" {\n  provider = acme.x\n}\n';
  expect(placesOf(text).map(([account]) => account)).toEqual([
    'acme:account/tf:.#acme',
    'acme:account/tf:.#login.role=var.role',
  ]);
});

it('hands providers down to modules', () => {
  const files = {
    'main.tf':
      'provider "acme" {\n  region = "north"\n}\nprovider "acme" {\n  alias = "x"\n  region = "south"\n}\nmodule "a" {\n  source = "./db"\n}\nmodule "b" {\n  source = "./db"\n  providers = { acme = acme.x }\n}\nmodule "c" {\n  source = "./db"\n  providers = {\n    acme.src = acme.x\n  }\n}',
    'db/main.tf': 'resource "acme_db" "d" {}\n',
  };
  const { resources } = terraformTree(files, knowledge);
  expect(resources.map(({ placement }) => placement.region.key)).toEqual([
    'acme:region/north',
    'acme:region/south',
    'acme:region/north',
  ]);
});

it('knows what modules of a registry make of their inputs', () => {
  const call = (source: string, inputs = '') =>
    terraformTree(
      { 'main.tf': `provider "acme" {}\nmodule "db" {\n  source = "${source}"\n${inputs}\n}\n` },
      knowledge,
    ).resources;
  const [plain] = call('acme/db/acme');
  expect(plain).toMatchObject({
    key: 'tf:.#module.db.acme_db.this',
    type: 'acme_db',
    at: { start: 19, end: 30 },
  });
  expect(['protect', 'size', 'copies.kept'].map((path) => settingOf(plain, path))).toEqual([
    false,
    'absent',
    'absent',
  ]);
  const [set, lock] = call(
    'git::https://github.com/acme/terraform-acme-db.git?ref=v1',
    'protect = true\nlarge = { size = 7 }\ncopies = false\nlock = true',
  );
  expect(['protect', 'size', 'copies.kept'].map((path) => settingOf(set, path))).toEqual([
    true,
    7,
    'No',
  ]);
  expect(lock?.stack.target(lock.settings.entries[0]?.value)).toBe(set);
  expect(call('acme/db/acme', 'create = false')).toEqual([]);
  expect(call('acme/db/acme', 'protect = var.x').map((one) => settingOf(one, 'protect'))).toEqual([
    'unknown var.x',
  ]);
  expect(call('acme/other/acme')).toEqual([]);
});
