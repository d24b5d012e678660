import { expect, it } from 'vitest';
import { isSoundJson } from './json-sound.ts';

it.each([
  ['', true],
  ['\n', true],
  ['{}', true],
  ['{ "a": [1,], // why\n }', true],
  ['{ "a": [', false],
  ['{ "a": 1 } x', false],
  ['[]', false],
  ['"a"', false],
])('%j can be edited by key: %s', (text, sound) => {
  expect(isSoundJson(text)).toBe(sound);
});
