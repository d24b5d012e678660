import { expect, it } from 'vitest';
import { pack } from './pack.ts';

it('knows the calls that drop every table', () => {
  expect(pack.calls?.map(({ method, when }) => `${method} ${JSON.stringify(when)}`)).toEqual([
    'metadata.drop_all "always"',
    'db.drop_all "always"',
  ]);
});
