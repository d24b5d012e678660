import { describe, expect, it } from 'vitest';
import { tomlValue } from './toml-edit.ts';
import { addToTomlList, dropFromTomlList } from './toml-list.ts';

const path = ['t', 'list'];

describe('addToTomlList', () => {
  it.each([
    ['', '[t]\nlist = ["b"]\n'],
    ['[t]\nlist = []\n', '[t]\nlist = ["b"]\n'],
    ['[t]\nlist = ["a"] # why\n', '[t]\nlist = ["a", "b"] # why\n'],
    ['[t]\nlist = ["a",]\n', '[t]\nlist = ["a", "b"]\n'],
    ['[t]\nlist = [\n  "a" # one\n]\n', '[t]\nlist = [\n  "a", # one\n  "b",\n]\n'],
    ['[t]\nlist = [\r\n  "a",\r\n]\r\n', '[t]\nlist = [\r\n  "a",\r\n  "b",\r\n]\r\n'],
    ['[t]\nlist = ["b"]\n', '[t]\nlist = ["b"]\n'],
    ['[t]\nlist = "a"\n', '[t]\nlist = ["b"]\n'],
  ])('%j', (before, after) => {
    expect(addToTomlList(before, path, ['b', 'b']).replace('"b",]', '"b"]')).toBe(after);
  });
});

describe('dropFromTomlList', () => {
  it.each([
    ['[t]\nlist = ["x"]\n', '[t]\nlist = []\n'],
    ['[t]\nlist = ["x", "a"]\n', '[t]\nlist = ["a"]\n'],
    ['[t]\nlist = ["a", "x"]\n', '[t]\nlist = ["a"]\n'],
    ['[t]\nlist = ["a", "x", "b"]\n', '[t]\nlist = ["a", "b"]\n'],
    ['[t]\nlist = [\n  "a", # one\n  "x", # two\n]\n', '[t]\nlist = [\n  "a", # one\n]\n'],
    ['[t]\nlist = [\n  "x",\n  # about b\n  "b"\n]\n', '[t]\nlist = [\n  # about b\n  "b"\n]\n'],
    ['[t]\nlist = ["a"]\n', '[t]\nlist = ["a"]\n'],
    ['a = 1\n', 'a = 1\n'],
  ])('%j', (before, after) => {
    const edited = dropFromTomlList(before, path, (value) => value === 'x');
    expect(edited).toBe(after);
    expect(tomlValue(edited, path) ?? []).not.toContain('x');
  });
});
