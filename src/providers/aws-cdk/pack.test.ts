import { expect, it } from 'vitest';
import { outcomeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

it.each([
  ['npx cdk destroy --all', 'environment, asks'],
  ['npx aws-cdk@2 destroy -f', 'environment'],
  ['cdk deploy --require-approval never', 'anything'],
  ['cdk deploy --require-approval=never --no-execute', 'nothing'],
  ['cdk deploy', 'nothing'],
  ['cdk diff', 'nothing'],
])('%s', (line, expected) => {
  expect(outcomeOf(pack, line)).toBe(expected);
});
