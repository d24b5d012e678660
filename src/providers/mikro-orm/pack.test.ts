import { expect, it } from 'vitest';
import { outcomeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

it.each([
  ['npx mikro-orm schema:drop --run', 'database'],
  ['mikro-orm schema:fresh -r --seed', 'database'],
  ['mikro-orm migration:fresh', 'database'],
  ['mikro-orm schema:drop --dump', 'nothing'],
  ['mikro-orm schema:drop', 'nothing'],
  ['mikro-orm migration:up', 'nothing'],
])('%s', (line, expected) => {
  expect(outcomeOf(pack, line)).toBe(expected);
});
