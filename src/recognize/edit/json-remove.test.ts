import { describe, expect, it } from 'vitest';
import { isBrokenJson, jsonKeys, removeJsonKey } from './json-remove.ts';

const text = `{
  // one
  "a": 1, // about a
  "b": { "c": true, "d": false },
  // last
  "e": [1] // about e
}
`;

describe('removing a key', () => {
  it('takes its line with it and leaves the others', () => {
    expect(removeJsonKey(text, ['a'])).toBe(text.replace('  "a": 1, // about a\n', ''));
    expect(removeJsonKey(text, ['b', 'c'])).toBe(text.replace('"c": true, ', ''));
    expect(removeJsonKey(text, ['b', 'd'])).toBe(text.replace(', "d": false', ''));
  });

  it('takes the comma before the last one', () => {
    const edited = removeJsonKey(text, ['e']);
    expect(edited).toBe(
      text.replace(' false },', ' false }').replace('  "e": [1] // about e\n', ''),
    );
    expect(removeJsonKey('{ "a": 1 }', ['a'])).toBe('{ }');
    expect(removeJsonKey('{\n  "a": 1,\n  "b": 2,\n}', ['b'])).toBe('{\n  "a": 1,\n}');
  });

  it('keeps Windows line ends', () => {
    expect(removeJsonKey('{\r\n  "a": 1,\r\n  "b": 2\r\n}\r\n', ['b'])).toBe(
      '{\r\n  "a": 1\r\n}\r\n',
    );
  });

  it('changes nothing where there is no such key', () => {
    expect(removeJsonKey(text, ['z'])).toBe(text);
    expect(removeJsonKey('', ['z'])).toBe('');
  });
});

it('lists keys', () => {
  expect(jsonKeys(text, [])).toEqual(['a', 'b', 'e']);
  expect(jsonKeys(text, ['b'])).toEqual(['c', 'd']);
  expect(jsonKeys(text, ['a'])).toEqual([]);
});

it('tells broken files', () => {
  expect(['', text, '\uFEFF{ "a": 1, }'].map(isBrokenJson)).toEqual([false, false, false]);
  expect(['{ "a": ', '[]', '{ "a" 1 }', 'x'].map(isBrokenJson)).toEqual([true, true, true, true]);
});
