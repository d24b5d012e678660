import { expect, it } from 'vitest';
import { outcomeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

it.each([
  ['bin/magento setup:uninstall -n', 'database'],
  ['php bin/magento setup:uninstall', 'database, asks'],
  ['bin/magento setup:install --cleanup-database', 'database'],
  ['bin/magento setup:install', 'nothing'],
  ['bin/magento setup:upgrade', 'nothing'],
])('%s', (line, expected) => {
  expect(outcomeOf(pack, line)).toBe(expected);
});
