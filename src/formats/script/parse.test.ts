import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ScriptDocument } from '../../model/document.ts';
import { filePath } from '../../model/source.ts';
import { parse, programOf } from './parse.ts';
import { walk } from './walk.ts';

function read(name: string, text: string): ScriptDocument {
  const document = parse(filePath(name), text);
  if (document.shape !== 'script') throw new Error('not a script document');
  return document;
}

describe('dialects', () => {
  it.each([
    ['a.ts', 'const x = <T>(y: T): T => y!; enum E { A = "a" }'],
    ['a.ts', 'class A { constructor(@Inject() private readonly b: B) {} }'],
    ['a.mts', 'import type { A } from "a"; export const b = 1 satisfies number;'],
    ['a.cts', 'import fs = require("node:fs"); export = fs;'],
    ['a.tsx', 'const x = <div title={y as string}>{z}</div>;'],
    ['a.js', '#!/usr/bin/env node\nreturn await import("x");'],
    ['a.js', '// @flow\nconst x = (y: ?string): void => {};'],
    ['a.jsx', 'export default () => <><A {...b} /></>;'],
    ['a.mjs', 'import x from "./x.json" with { type: "json" };'],
    ['a.cjs', 'module.exports = { ...require("x") };'],
    ['sst.config.ts', '/// <reference path="x" />\nexport default $config({ app: () => ({}) });'],
  ])('reads %s: %s', (name, text) => {
    const document = read(name, text);
    expect(document.problems).toEqual([]);
    expect(programOf(document).program.body).not.toEqual([]);
  });
});

describe('problems', () => {
  it('keeps what can be read of broken code', () => {
    const document = read('a.ts', 'const a = 1;\nconst a = 2;\nrun();');
    expect(document.problems.map(({ message }) => message)).toEqual([
      'syntax error: VarRedeclaration',
    ]);
    expect(programOf(document).program.body).toHaveLength(3);
  });

  it('gives an empty program for what cannot be read, and quotes none of it', () => {
    const document = read('a.ts', 'const s3cr3t = "x" s3cr3t (;');
    expect(programOf(document).program.body).toEqual([]);
    expect(document.problems[0]?.message).toMatch(/^syntax error/);
    expect(document.problems.map(({ message }) => message).join()).not.toContain('s3cr3t');
  });

  it.each([
    ['minified', `f(${'1,'.repeat(10_000)}2)`],
    ['too large', '// line\n'.repeat(60_000)],
  ])('skips %s code', (_, text) => {
    const document = read('a.js', text);
    expect(document.problems.map(({ message }) => message)).toEqual([
      'skipped: minified or too large',
    ]);
    expect(programOf(document).program.body).toEqual([]);
  });
});

it('covers comments, behind a byte order mark and with Windows line ends', () => {
  const text = '\uFEFF// one\r\nf(/* two */ 1);\r\n';
  const document = read('a.ts', text);
  expect(document.comments.map(({ start, end }) => text.slice(start, end))).toEqual([
    '// one',
    '/* two */',
  ]);
  expect(document.problems).toEqual([]);
});

const TEMPLATE = 'f(`a${b}c`, { d });';

describe('walk', () => {
  it('visits in source order with the ancestors of each node', () => {
    const seen: string[] = [];
    walk(programOf(read('a.ts', TEMPLATE)).program, (node, ancestors) => {
      seen.push(`${ancestors.length}:${node.type}`);
    });
    expect(seen).toEqual([
      '0:Program',
      '1:ExpressionStatement',
      '2:CallExpression',
      '3:Identifier',
      '3:TemplateLiteral',
      '4:TemplateElement',
      '4:Identifier',
      '4:TemplateElement',
      '3:ObjectExpression',
      '4:ObjectProperty',
      '5:Identifier',
      '5:Identifier',
    ]);
  });

  it('survives long chains', () => {
    let nodes = 0;
    walk(programOf(read('a.ts', `x = ${'a +\n'.repeat(1500)} b`)).program, () => {
      nodes += 1;
    });
    expect(nodes).toBeGreaterThan(1500);
  });
});

describe('hostile input', () => {
  it.each([
    ['parentheses', '(\n'.repeat(10_000)],
    ['templates', '`${\n'.repeat(10_000)],
    ['arrays', '[\n'.repeat(10_000)],
    ['types', `type A = ${'A<\n'.repeat(10_000)}`],
    ['unary', `${'!\n'.repeat(10_000)}a`],
    ['blocks', '{\n'.repeat(10_000) + '}\n'.repeat(10_000)],
  ])('survives ten thousand %s', (_, text) => {
    expect(programOf(read('a.ts', text)).type).toBe('File');
  });

  it('never throws, and every range stays inside the text', () => {
    const unit = fc.constantFrom(
      'a',
      '`',
      '${',
      '}',
      '(',
      ')',
      '"',
      '\\',
      '<',
      '>',
      ' ',
      '\n',
      'const ',
      '= ',
      '/*',
      '*/',
      '#',
      '@',
      '😀',
    );
    fc.assert(
      fc.property(
        fc.string({ unit }),
        fc.constantFrom('a.ts', 'a.tsx', 'a.js', 'a.mjs'),
        (text, name) => {
          const document = read(name, text);
          for (const { start, end } of [
            ...document.comments,
            ...document.problems.map(({ at }) => at),
          ]) {
            expect(0 <= start && start <= end && end <= text.length).toBe(true);
          }
        },
      ),
      { numRuns: 1000 },
    );
  });
});
