import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sourceRange } from '../../model/document.ts';
import { filePath } from '../../model/source.ts';
import type { Node } from './ast.ts';
import { constantsOf, joinedText, type LiteralText, literalText, wholeText } from './constants.ts';
import { parse, programOf } from './parse.ts';
import { walk } from './walk.ts';

const file = filePath('scripts/railway.ts');

/** What the first argument of each `call(…)` is as a string. */
function resolve(text: string): readonly LiteralText[] {
  const document = parse(file, text);
  if (document.shape !== 'script') throw new Error('not a script document');
  expect(document.problems).toEqual([]);
  const constants = constantsOf(document);
  const found: LiteralText[] = [];
  walk(programOf(document), (node: Node) => {
    if (node.type !== 'CallExpression' || node.callee.type !== 'Identifier') return;
    const [first] = node.arguments;
    if (node.callee.name === 'call' && first !== undefined)
      found.push(literalText(first, constants));
  });
  return found;
}

/** Text with holes shown as `<name>`. */
function shown(text: string): readonly string[] {
  return resolve(text).map(({ pieces }) =>
    pieces.map((piece) => (piece.kind === 'hole' ? `<${piece.name ?? ''}>` : piece.text)).join(''),
  );
}

// biome-ignore-start lint/suspicious/noTemplateCurlyInString: these are programs
describe('literal text', () => {
  it.each([
    ['a string', 'call("volumeDelete")'],
    ['a template', 'call(`volumeDelete`)'],
    ['a marked template', 'call(/* GraphQL */ `volumeDelete`)'],
    ['a tagged template', 'call(gql`volumeDelete`)'],
    ['a tag called as a function', 'call(gql(`volumeDelete`))'],
    ['a constant', 'const Q = `volumeDelete`; call(Q)'],
    ['a constant declared later', 'function f() { call(Q) } const Q = "volumeDelete";'],
    ['a variable that is never assigned again', 'let Q = "volumeDelete"; call(Q)'],
    ['a chain of +', 'const a = "volume"; call(a + "Del" + "ete")'],
    ['a template of constants', 'const a = "volume"; call(`${a}Delete`)'],
    ['a member', 'const Q = { drop: "volumeDelete" }; call(Q.drop)'],
    [
      'a nested member as const',
      'const Q = { a: { "b-c": "volumeDelete" } } as const; call(Q.a["b-c"])',
    ],
    ['a frozen object', 'const Q = Object.freeze({ drop: "volumeDelete" }); call(Q.drop)'],
    [
      'a spread object',
      'const A = { drop: "volumeDelete" }; const Q = { ...A, x: 1 }; call(Q.drop)',
    ],
    ['a shorthand member', 'const drop = "volumeDelete"; const Q = { drop }; call(Q.drop)'],
    ['a computed member', 'const k = "drop"; const Q = { drop: "volumeDelete" }; call(Q[k])'],
    ['a destructured member', 'const Q = { drop: "volumeDelete" }; const { drop: q } = Q; call(q)'],
    ['an enum member', 'enum Q { Drop = "volumeDelete" } call(Q.Drop)'],
    ['a static class member', 'class Q { static readonly DROP = "volumeDelete" } call(Q.DROP)'],
    ['a list item', 'const Q = ["a", "volumeDelete"]; call(Q[1])'],
    ['a joined list', 'call(["volume", "Delete"].join(""))'],
    ['a trimmed string', 'call("volumeDelete".trim())'],
    ['String.raw', 'call(String.raw`volumeDelete`)'],
    ['type assertions', 'const Q = "volumeDelete" as const; call((Q satisfies string)!)'],
    ['an exported constant', 'export const Q = "volumeDelete"; call(Q)'],
  ])('follows %s', (_, text) => {
    const [literal] = resolve(text);
    expect(literal && wholeText(literal)).toBe('volumeDelete');
    expect(literal?.isCertain).toBe(true);
  });

  it('leaves holes for what the module does not decide', () => {
    expect(
      shown('import { Q } from "q"; call(`mutation { ${Q} } ${process.env.TOKEN} ${f()}`)'),
    ).toEqual(['mutation { <Q> } <process.env.TOKEN> <>']);
    expect(shown('let q = "a"; q = "b"; call(q)')).toEqual(['<q>']);
    expect(shown('const Q = { ...other, b: "x" }; call(Q.a); call(Q.b)')).toEqual(['<Q.a>', 'x']);
    expect(shown('for (const q of ["a"]) call(q); try {} catch (q) { call(q) }')).toEqual([
      '<q>',
      '<q>',
    ]);
  });

  it('sees the innermost declaration', () => {
    const text =
      'const q = "outer"; function f(q) { call(q) } function g() { const q = "inner"; call(q) } call(q)';
    expect(shown(text)).toEqual(['<q>', 'inner', 'outer']);
  });

  it('takes a default parameter for likely, not for certain', () => {
    const [literal] = resolve('function f(q = "volumeDelete", { r = "x" } = {}) { call(q) }');
    expect(literal && wholeText(literal)).toBe('volumeDelete');
    expect(literal?.isCertain).toBe(false);
  });

  it('ends on circles and on constants that double', () => {
    expect(shown('const a = b; const b = a; call(a)')).toEqual(['<a>']);
    expect(shown('const a = { ...a }; call(a.b)')).toEqual(['<a.b>']);
    const doubling = Array.from({ length: 60 }, (_, n) => `const a${n + 1} = a${n} + a${n};`).join(
      '\n',
    );
    const [literal] = resolve(`const a0 = "x";\n${doubling}\ncall(a60)`);
    expect(literal && wholeText(literal)).toBe(null);
  });
});

describe('places', () => {
  it('maps text back to where each part is written', () => {
    const text = [
      'const FIELDS = `id\r\n  name`;',
      'const Q = { drop: "mutation \\u0041 { volumeDelete\\n" } as const;',
      'call(Q.drop + `(id: ${id}) { ${FIELDS} }` + String.raw`\\n done`);',
    ].join('\n');
    const [literal] = resolve(text);
    if (literal === undefined) throw new Error('nothing resolved');
    const joined = joinedText(literal, (hole) => '_'.repeat(hole.end - hole.start));
    expect(joined.text).toBe('mutation A { volumeDelete\n(id: __) { id\n  name }\\n done');
    for (const word of ['mutation', 'volumeDelete', '(id: ', 'name', '\\n done']) {
      const start = joined.text.indexOf(word);
      const at = sourceRange(file, joined, start, start + word.length);
      expect(text.slice(at.start, at.end)).toBe(word);
    }
    const hole = sourceRange(
      file,
      joined,
      joined.text.indexOf('__'),
      joined.text.indexOf('__') + 2,
    );
    expect(text.slice(hole.start, hole.end)).toBe('id');
  });

  it('maps every escape of a string', () => {
    const unit = fc.constantFrom(
      'a',
      '\\n',
      '\\x41',
      '\\u{1F600}',
      '\\u00e9',
      '\\\\',
      '\\`',
      '\\$',
      '😀',
      '\\\n',
      '\r\n',
      '$',
    );
    fc.assert(
      fc.property(fc.string({ unit }), (inner) => {
        const text = `call(\`${inner}<end>\`)`;
        const [literal] = resolve(text);
        const [piece] = literal?.pieces ?? [];
        if (piece?.kind !== 'text') throw new Error('no text');
        const start = piece.text.indexOf('<end>');
        const at = sourceRange(file, piece, start, start + 5);
        expect(text.slice(at.start, at.end)).toBe('<end>');
      }),
    );
  });
});
// biome-ignore-end lint/suspicious/noTemplateCurlyInString: these are programs
