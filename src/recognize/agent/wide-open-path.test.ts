import { expect, it } from 'vitest';
import { wideOpen } from './wide-open-path.ts';

it.each([
  ['~', true],
  ['/', true],
  ['/home/amelia/', true],
  ['/var/run/docker.sock', true],
  ['/home/amelia/project', false],
  ['./build', false],
])('%s: %s', (path, isWide) => {
  expect(wideOpen.test(path)).toBe(isWide);
});
