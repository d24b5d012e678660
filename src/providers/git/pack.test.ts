import { expect, it } from 'vitest';
import { outcomeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

it.each([
  ['git push --force origin main', 'files'],
  ['git push -f', 'files'],
  ['git -C repo push origin --delete release', 'files'],
  ['git push --mirror git@github.com:acme/copy.git', 'files'],
  ['git push --prune origin', 'files'],
  ['git push --force-with-lease', 'nothing'],
  ['git push --force --dry-run', 'nothing'],
  ['git push origin main', 'nothing'],
  ['git push --tags', 'nothing'],
  ['git push --set-upstream origin main', 'nothing'],
  ['git reset --hard', 'nothing'],
])('%s', (line, expected) => {
  expect(outcomeOf(pack, line)).toBe(expected);
});
