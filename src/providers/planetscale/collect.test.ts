import { expect, it } from 'vitest';
import { factsOfFiles, storesOf, usesOf } from '../../../test/platform-facts.ts';
import { collect } from './collect.ts';

it('names a branch, which is not its parent', () => {
  const facts = factsOfFiles(collect, {
    'production/.pscale.yml': 'org: harbour\ndatabase: tickets\n',
    'staging/.pscale.yml': 'org: harbour\ndatabase: tickets\nbranch: staging\n',
  });
  expect(storesOf(facts)).toEqual([
    'PlanetScale database tickets: planetscale-database database',
    'PlanetScale branch staging of tickets: planetscale-branch database',
  ]);
  expect(usesOf(facts)).toEqual([
    'production connects-to PlanetScale database tickets',
    'staging connects-to PlanetScale branch staging of tickets',
  ]);
});

it.each([
  [''],
  ['org: x'],
  ['database: x'],
  ['org: [1]\ndatabase: x'],
  ['org: <org>\ndatabase: <db>'],
])('makes nothing of %j', (text) => {
  expect(factsOfFiles(collect, { '.pscale.yml': text })).toEqual([]);
});
