import { expect, it } from 'vitest';
import { siblingTiers } from './sibling-tiers.ts';

it.each([
  [
    ['shop', 'shop-staging'],
    ['production', 'staging'],
  ],
  [
    ['staging-shop', 'shop'],
    ['staging', 'production'],
  ],
  [
    ['shop', 'shop-prod', 'shop-staging'],
    [null, 'production', 'staging'],
  ],
  [
    ['shop', 'blog-staging'],
    [null, 'staging'],
  ],
  [['shop'], [null]],
  [
    ['shop-api', 'shop-api-dev', 'shop-web'],
    ['production', 'development', null],
  ],
])('%j', (names, tiers) => {
  expect([...siblingTiers(names).values()]).toEqual(tiers);
});
