import { describe, expect, it } from 'vitest';
import { parse } from '../../formats/json/parse.ts';
import { filePath } from '../../model/source.ts';
import { everywhere, type Layer, mergedEntries, plain, setting } from './setting-layers.ts';
import { settingsFiles } from './settings-files.ts';

function layers(...texts: readonly string[]): readonly Layer[] {
  return texts.flatMap((text, index) => {
    const document = parse(filePath(`${index}/settings.json`), text);
    const root = document.shape === 'data' ? document.roots[0] : undefined;
    return document.shape === 'data' && root !== undefined
      ? [{ document, root, isHome: index > 0 }]
      : [];
  });
}

describe('layers of settings', () => {
  const both = layers(
    '{"a": {"b": 1}, "s": {"x": 1}}',
    '{"a": {"b": 2, "c": 3}, "s": {"x": 2, "y": 3}}',
  );

  it('lets the strongest layer that has a setting decide', () => {
    expect(plain(setting(both, 'a', 'b'))).toBe(1);
    expect(plain(setting(both, 'a', 'c'))).toBe(3);
    expect(setting(both, 'a', 'd')).toBeUndefined();
    expect(plain(setting(both, 'a'))).toBeUndefined();
  });

  it('shows every layer that has it, the stronger first', () => {
    expect(everywhere(both, 'a', 'b').map(plain)).toEqual([1, 2]);
  });

  it('merges tables by key', () => {
    const merged = mergedEntries(both, 's').map(({ entry, layer }) => [entry.key, layer.isHome]);
    expect(merged).toEqual([
      ['x', false],
      ['y', true],
    ]);
  });
});

it('puts the settings of the project before those of the user', () => {
  const files = ['~/.pilot/settings.json', '.pilot/settings.json', '.pilot/mcp.json'];
  const documents = files.map((file) => parse(filePath(file), '{}'));
  expect(settingsFiles(documents).map(({ document, isHome }) => [document.file, isHome])).toEqual([
    ['.pilot/settings.json', false],
    ['~/.pilot/settings.json', true],
  ]);
});
