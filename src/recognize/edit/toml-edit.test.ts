import { describe, expect, it } from 'vitest';
import { isBrokenToml, setToml, tomlKeys, tomlValue } from './toml-edit.ts';

const file = `# agreed in June
model = "gpt-5.5" # the large one
sandbox_mode = 'danger-full-access'

# what commands get
[shell_environment_policy]
inherit = "all" # everything

[mcp_servers.db]
url = "https://mcp.example.com"
  env = { A = "1" }
`;

describe('reading', () => {
  it('finds values and keys wherever they are written', () => {
    expect(tomlValue(file, ['sandbox_mode'])).toBe('danger-full-access');
    expect(tomlValue(file, ['mcp_servers', 'db', 'env', 'A'])).toBe('1');
    expect(tomlValue('a.b = [1, "x"]', ['a', 'b'])).toEqual([1, 'x']);
    expect(tomlValue(file, ['mcp_servers'])).toBeUndefined();
    expect(tomlValue(file, ['nothing'])).toBeUndefined();
    expect(tomlKeys(file, ['mcp_servers'])).toEqual(['db']);
    expect(tomlKeys(file, ['mcp_servers', 'db'])).toEqual(['env', 'url']);
  });

  it('knows a broken file', () => {
    expect(isBrokenToml('a = ')).toBe(true);
    expect(isBrokenToml('a = 1\na = 2')).toBe(true);
    expect(isBrokenToml('')).toBe(false);
    expect(isBrokenToml('\ufeffa = 1')).toBe(false);
  });
});

describe('setToml', () => {
  it('replaces a value and keeps the comment behind it', () => {
    expect(setToml(file, ['shell_environment_policy', 'inherit'], 'core')).toBe(
      file.replace('"all"', '"core"'),
    );
    expect(setToml('\ufeffa = 1\n', ['a'], 2)).toBe('\ufeffa = 2\n');
  });

  it.each<readonly [before: string, path: readonly string[], after: string]>([
    ['', ['a'], 'a = true\n'],
    ['', ['a', 'b'], '[a]\nb = true\n'],
    ['x = 1\n', ['a'], 'x = 1\na = true\n'],
    ['x = 1', ['a'], 'x = 1\na = true'],
    ['x = 1 # why\n\n[t]\n', ['a'], 'x = 1 # why\na = true\n\n[t]\n'],
    ['# about t\n[t]\nx = 1\n', ['a'], 'a = true\n\n# about t\n[t]\nx = 1\n'],
    ['\ufeff[t]\n', ['a'], '\ufeffa = true\n\n[t]\n'],
    ['[t]\nx = [\n  1,\n] # y\n\n[u]\n', ['t', 'a'], '[t]\nx = [\n  1,\n] # y\na = true\n\n[u]\n'],
    ['[t] # empty\n[u]\n', ['t', 'a'], '[t] # empty\na = true\n[u]\n'],
    ['[t]\n  x = 1\r\n', ['t', 'a'], '[t]\n  x = 1\r\n  a = true\r\n'],
    ['t = { x = 1 }\n', ['t', 'a'], 't = { x = 1, a = true }\n'],
    ['t = {}\n', ['t', 'a', 'b'], 't = { a.b = true }\n'],
    ['t.x = 1\ny = 2\n', ['t', 'a'], 't.x = 1\nt.a = true\ny = 2\n'],
    ['[t.u]\nx = 1\n', ['t', 'a'], '[t.u]\nx = 1\n\n[t]\na = true\n'],
    ['[t]\nx = 1\n', ['t', 'a.b', 'c'], '[t]\nx = 1\n\n[t."a.b"]\nc = true\n'],
  ])('%j with %j', (before, path, after) => {
    const edited = setToml(before, path, true);
    expect(edited).toBe(after);
    expect(tomlValue(edited, path)).toBe(true);
  });

  it('leaves alone what it cannot add to', () => {
    expect(setToml('a = 1\n', ['a', 'b'], true)).toBe('a = 1\n');
    expect(setToml('[a]\nb = 1\n', ['a'], true)).toBe('[a]\nb = 1\n');
    expect(setToml('[[a]]\nb = 1\n', ['a', 'c'], true)).toBe('[[a]]\nb = 1\n');
    expect(setToml('a = \n', ['b'], true)).toBe('a = \n');
  });

  it('writes lists and quotes what needs it', () => {
    expect(setToml('', ['a', 'b c'], ['x"y', 'z'])).toBe('[a]\n"b c" = ["x\\"y", "z"]\n');
  });
});
