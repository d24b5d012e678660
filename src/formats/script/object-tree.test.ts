import { describe, expect, it } from 'vitest';
import { plain } from '../../../test/data-tree.ts';
import { filePath } from '../../model/source.ts';
import { objectsOf } from './object-tree.ts';
import { parse } from './parse.ts';

function objects(text: string): readonly unknown[] {
  const document = parse(filePath('knexfile.ts'), text);
  return document.shape === 'script' ? objectsOf(document).map(plain) : [];
}

describe('objects of a module', () => {
  it.each([
    ['module.exports = { a: 1, "b": "x", c: [true, null] };', [{ a: 1, b: 'x', c: [true, null] }]],
    ['export default { a: process.env.A };', [{ a: '=process.env.A' }]],
    ['export default defineConfig({ a: 1 } as const) satisfies Config;', [{ a: 1 }]],
    [
      'const base = { a: 1 };\nexport const all = { ...base, b: base };',
      [{ a: 1 }, { a: 1, b: { a: 1 } }],
    ],
    ['const a = 1; f(); export function g() { return {}; }', []],
  ])('%s', (text, expected) => {
    expect(objects(text)).toEqual(expected);
  });

  it('ends on objects that hold themselves', () => {
    expect(() => objects('const a = { b: a, ...a };')).not.toThrow();
  });

  it('keeps the places', () => {
    const text = "module.exports = { host: 'db.acme.io' };";
    const document = parse(filePath('knexfile.js'), text);
    const [root] = document.shape === 'script' ? objectsOf(document) : [];
    const value = root?.entries[0]?.value;
    expect(text.slice(value?.at.start, value?.at.end)).toBe("'db.acme.io'");
  });
});
