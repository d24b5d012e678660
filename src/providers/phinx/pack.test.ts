import { expect, it } from 'vitest';
import { outcomeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

it.each([
  ['vendor/bin/phinx rollback -e production -t 0 -f', 'database'],
  ['php vendor/bin/phinx rollback', 'database'],
  ['bin/cake migrations rollback', 'database'],
  ['phinx rollback --dry-run', 'nothing'],
  ['phinx migrate', 'nothing'],
])('%s', (line, expected) => {
  expect(outcomeOf(pack, line)).toBe(expected);
});
