import { expect, it } from 'vitest';
import { outcomeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

it.each([
  ['copilot app delete', 'project, asks'],
  ['copilot env delete --name prod --yes', 'environment'],
  ['copilot svc delete -n api --yes', 'service'],
  ['copilot svc deploy', 'nothing'],
])('%s', (line, expected) => {
  expect(outcomeOf(pack, line)).toBe(expected);
});
