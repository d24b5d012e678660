import { expect, it } from 'vitest';
import { factsOfFiles, usesOf } from '../../../test/platform-facts.ts';
import { collect } from './collect.ts';

const aliases = (projects: unknown) =>
  factsOfFiles(collect, { '.firebaserc': JSON.stringify({ projects }) });

it('sees two aliases of one project', () => {
  expect(usesOf(aliases({ production: 'shop-1a2b', staging: 'shop-1a2b' }))).toEqual([
    'production connects-to Firebase project shop-1a2b',
    'staging connects-to Firebase project shop-1a2b',
  ]);
});

it('takes the default alias for no stage', () => {
  expect(usesOf(aliases({ default: 'shop-1a2b', staging: 'shop-1a2b' }))).toEqual([
    'staging connects-to Firebase project shop-1a2b',
    'unknown connects-to Firebase project shop-1a2b',
  ]);
});

it.each([[3], [{ default: '<your-project-id>' }], [{ default: ['a'] }], [null]])(
  'makes nothing of %j',
  (projects) => {
    expect(aliases(projects)).toEqual([]);
  },
);
