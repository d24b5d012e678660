import { expect, it } from 'vitest';
import { outcomeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

it.each([
  ['nodetool -h db.acme.io clearsnapshot --all', 'backup'],
  ['nodetool listsnapshots', 'nothing'],
  ['nodetool clearsnapshot -t old', 'nothing'],
])('%s', (line, expected) => {
  expect(outcomeOf(pack, line)).toBe(expected);
});
