import { expect, it } from 'vitest';
import { outcomeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

it.each([
  ['dotnet ef database drop --force', 'database'],
  ['dotnet ef database drop', 'database, asks'],
  ['dotnet ef database drop --dry-run --force', 'nothing'],
  ['dotnet ef database update 0 --project src/Data', 'database'],
  ['dotnet-ef database drop -f', 'database'],
  ['dotnet ef database update', 'nothing'],
  ['dotnet ef migrations script', 'nothing'],
])('%s', (line, expected) => {
  expect(outcomeOf(pack, line)).toBe(expected);
});
