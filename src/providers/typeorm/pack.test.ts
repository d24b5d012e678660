import { expect, it } from 'vitest';
import { outcomeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

it.each([
  ['npx typeorm schema:drop -d data-source.ts', 'database'],
  ['typeorm-ts-node-commonjs migration:revert -d x.ts', 'database'],
  ['typeorm -d x.ts schema:sync', 'database'],
  ['typeorm schema:log', 'nothing'],
  ['typeorm migration:run', 'nothing'],
])('%s', (line, expected) => {
  expect(outcomeOf(pack, line)).toBe(expected);
});
