import { expect, it } from 'vitest';
import { outcomeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

it.each([
  ['amplify delete', 'project, asks'],
  ['amplify delete --force', 'project'],
  ['amplify env remove prod --yes', 'environment'],
  ['npx ampx sandbox delete', 'environment, asks'],
  ['npx ampx sandbox', 'nothing'],
  ['amplify push', 'nothing'],
])('%s', (line, expected) => {
  expect(outcomeOf(pack, line)).toBe(expected);
});
