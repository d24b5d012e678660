import { expect, it } from 'vitest';
import { outcomeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

it.each([
  ['npx directus schema apply --yes snapshot.yaml', 'database'],
  ['directus schema apply snapshot.yaml', 'database, asks'],
  ['directus schema apply --dry-run snapshot.yaml', 'nothing'],
  ['directus schema snapshot out.yaml', 'nothing'],
])('%s', (line, expected) => {
  expect(outcomeOf(pack, line)).toBe(expected);
});
