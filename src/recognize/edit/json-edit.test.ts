import { describe, expect, it } from 'vitest';
import {
  addToJsonList,
  dropFromJsonList,
  jsonPathAt,
  jsonValue,
  setJson,
  setJsonFirst,
} from './json-edit.ts';

const text = `{
  // why this is here
  "permissions": {
    "allow": ["a", "b", "c"], // trailing words
    "deny": [
      "x", // one
      "y"
    ],
  }
}
`;

describe('json edits', () => {
  it('reads what stands at a path', () => {
    expect(jsonValue(text, ['permissions', 'allow'])).toEqual(['a', 'b', 'c']);
    expect(jsonValue(text, ['permissions', 'deny', 1])).toBe('y');
    expect(jsonValue(text, ['permissions', 'ask'])).toBeUndefined();
    expect(jsonValue('', ['a'])).toBeUndefined();
  });

  it('starts a file where there is none', () => {
    expect(setJson('', ['a', 'b'], true)).toBe('{\n  "a": {\n    "b": true\n  }\n}\n');
  });

  it('starts a list where there is none', () => {
    expect(JSON.parse(setJson('{\n  "a": 1\n}\n', ['b', 0], 'x'))).toEqual({ a: 1, b: ['x'] });
    expect(JSON.parse(setJson('', ['b', 0], 'x'))).toEqual({ b: ['x'] });
  });

  it('puts in front', () => {
    expect(setJsonFirst('{\n  // c\n  "a": [\n    1\n  ]\n}\n', ['a', 0], 0)).toBe(
      '{\n  // c\n  "a": [\n    0,\n    1\n  ]\n}\n',
    );
    expect(Object.keys(JSON.parse(setJsonFirst('{ "a": 1 }', ['*'], 'ask')))).toEqual(['*', 'a']);
    expect(JSON.parse(setJsonFirst('', ['a', 0], 0))).toEqual({ a: [0] });
  });

  it('adds only what is missing, and keeps comments', () => {
    const edited = addToJsonList(text, ['permissions', 'deny'], ['y', 'z', 'z']);
    expect(jsonValue(edited, ['permissions', 'deny'])).toEqual(['x', 'y', 'z']);
    expect(edited).toContain('// why this is here');
    expect(edited).toContain('"x", // one');
    expect(addToJsonList(edited, ['permissions', 'deny'], ['z'])).toBe(edited);
  });

  it.each([
    [['a'], ['b', 'c']],
    [['b'], ['a', 'c']],
    [['c'], ['a', 'b']],
    [['a', 'c'], ['b']],
    [['a', 'b', 'c'], []],
    [['nobody'], ['a', 'b', 'c']],
  ])('drops %j', (unwanted, left) => {
    const edited = dropFromJsonList(text, ['permissions', 'allow'], (item) =>
      unwanted.includes(String(item)),
    );
    expect(jsonValue(edited, ['permissions', 'allow'])).toEqual(left);
    expect(jsonValue(edited, ['permissions', 'deny'])).toEqual(['x', 'y']);
    expect(edited).toContain('// trailing words');
  });

  it('leaves what is no list alone', () => {
    expect(dropFromJsonList('{"a": 1}', ['a'], () => true)).toBe('{"a": 1}');
  });

  it('finds the path of an offset', () => {
    expect(jsonPathAt(text, text.indexOf('"y"'))).toEqual(['permissions', 'deny', 1]);
  });

  it('keeps the line ends of the file', () => {
    const windows = '{\r\n  "a": 1\r\n}\r\n';
    expect(setJson(windows, ['b'], 2)).toBe('{\r\n  "a": 1,\r\n  "b": 2\r\n}\r\n');
  });
});
