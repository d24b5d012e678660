import { describe, expect, it } from 'vitest';
import { plain } from '../../../test/data-tree.ts';
import { type DataDocument, type DataEntry, entries } from '../../model/document.ts';
import { filePath } from '../../model/source.ts';
import { parse } from './parse.ts';

const FILE = filePath('main.tf');

function read(text: string): DataDocument {
  const document = parse(FILE, text);
  if (document.shape !== 'data') throw new Error('not a data document');
  return document;
}

function heads(blocks: readonly DataEntry[]): readonly string[] {
  return blocks.map(({ key, labels }) => [key, ...labels].join(' '));
}

const GOOD = `provider "aws" {
  region = "eu-west-1"
}

resource "aws_s3_bucket" "logs" {
  bucket = "logs-\${var.env}"
  tags = {
    Team = "web"
    Tier = "gold"
  }

  lifecycle {
    prevent_destroy = true
    ignore_changes  = [tags]
  }
  policy = <<-EOT
    { "Statement": [] }
    EOT
}

variable "names" {
  default = [
    "a",
    "b",
  ]
}

output "id" {
  value = join("-", [
    aws_s3_bucket.logs.id,
    "x"
  ])
}
`;
const ALL = ['provider aws', 'resource aws_s3_bucket logs', 'variable names', 'output id'];

it('reads the file that the tests damage', () => {
  const { roots, problems } = read(GOOD);
  expect(problems).toEqual([]);
  expect(heads(entries(roots[0]))).toEqual(ALL);
});

/** All texts that one deleted character makes. */
function without(text: string, character: string): readonly string[] {
  return [...text.matchAll(new RegExp(`\\${character}`, 'g'))].map(
    ({ index }) => text.slice(0, index) + text.slice(index + 1),
  );
}

/** All texts that one more line makes. */
function withLine(text: string, line: string): readonly string[] {
  return [...text.matchAll(/^/gm)].map(
    ({ index }) => `${text.slice(0, index)}${line}\n${text.slice(index)}`,
  );
}

describe('other blocks are kept', () => {
  it.each([
    ['a closing brace is missing', without(GOOD, '}')],
    ['an opening brace is missing', without(GOOD, '{')],
    ['a bracket is missing', [...without(GOOD, ']'), ...without(GOOD, '[')]],
    ['a parenthesis is missing', [...without(GOOD, ')'), ...without(GOOD, '(')]],
    ['a quote is missing', without(GOOD, '"')],
    ['an equals sign is missing', without(GOOD, '=')],
    ['a brace is too much', withLine(GOOD, '  }')],
    ['a line is garbage', withLine(GOOD, '<garbage> !! {{')],
    ['a line is prose', withLine(GOOD, 'see the "readme')],
    ['a template directive is left', withLine(GOOD, '{% if cookiecutter.aws %}')],
    ['the end of a here-document is missing', [GOOD.replace('    EOT\n', '')]],
    ['a comment is not closed', withLine(GOOD, '/* why')],
    ['a value is missing', [GOOD.replace('"eu-west-1"', ''), GOOD.replace('true', '')]],
    ['a value has two parts', [GOOD.replace('true', 'tr ue')]],
  ])('when %s', (_, texts) => {
    expect(texts.length).toBeGreaterThan(0);
    for (const text of texts) {
      const kept = heads(entries(read(text).roots[0]));
      const lost = ALL.filter((head) => !kept.includes(head));
      expect(lost.length, text).toBeLessThanOrEqual(1);
    }
  });

  it('up to where a file is cut off', () => {
    for (let end = 0; end <= GOOD.length; end += 1) {
      const kept = heads(entries(read(GOOD.slice(0, end)).roots[0]));
      const whole = ALL.filter((_, index) => {
        const closed = [...GOOD.matchAll(/^\}/gm)][index]?.index ?? 0;
        return closed < end;
      });
      expect(kept.slice(0, whole.length)).toEqual(whole);
    }
  });
});

describe('a block keeps what is not damaged', () => {
  const broken = (line: string) => `a "b" {
  first = 1
  ${line}
  last = 2
}
`;
  it.each([
    'x = "open',
    'x = [1, 2',
    'x = {',
    'x = foo(1,',
    'x = {{ name }}',
    'x = 1 2',
    'x = ',
    'x = <<EOT',
    `x = "\${a"`,
    'x = 1.2.3',
    'x = a ? b',
  ])('beside %s', (line) => {
    const text = broken(line);
    const { roots, problems } = read(text);
    const [block] = entries(roots[0]);
    expect(plain(block?.value)).toMatchObject({ first: 1, last: 2 });
    expect(problems.length).toBeGreaterThan(0);
    // What cannot be read is not what is missing.
    const lost = entries(block?.value).find(({ key }) => key === 'x');
    expect(lost?.value).toMatchObject({ type: 'expr', refs: [] });
  });

  it.each([
    ['a comma', 'x = 1,', { x: 1 }],
    ['a quoted name', '"x" = 1', { x: 1 }],
    ['an unknown escape', String.raw`x = "\d+"`, { x: '\\d+' }],
    ['a second block on the line', 'c { d = 1 } e { f = 2 }', { c: { d: 1 }, e: { f: 2 } }],
  ])('and understands %s', (_, line, wanted) => {
    const { roots, problems } = read(broken(line));
    const [block] = entries(roots[0]);
    expect(plain(block?.value)).toEqual({ first: 1, ...wanted, last: 2 });
    expect(problems).toHaveLength(1);
  });

  it('closes nested blocks by their indentation', () => {
    const text = 'a {\n  b {\n    c = 1\n\n  d = 2\n}\ne {\n}\n';
    const { roots, problems } = read(text);
    expect(plain(roots[0])).toEqual({ a: { b: { c: 1 }, d: 2 }, e: {} });
    expect(problems.map(({ at }) => at.start)).toEqual([text.indexOf('{\n    c')]);
  });

  it('reads a file without any indentation', () => {
    const text = 'a {\nb {\nc = "\n}\nd = [\n1\n]\n}\ne {\n}\n';
    expect(plain(read(text).roots[0])).toMatchObject({ a: { b: {}, d: [1] }, e: {} });
  });
});

it('reads both sides of a merge conflict', () => {
  const text = GOOD.replace(
    '  region = "eu-west-1"\n',
    '<<<<<<< HEAD\n  region = "a"\n=======\n  region = "b"\n>>>>>>> theirs\n',
  );
  const { roots, problems } = read(text);
  expect(heads(entries(roots[0]))).toEqual(ALL);
  expect(plain(entries(roots[0])[0]?.value)).toEqual({ region: 'b' });
  expect(problems.map(({ at }) => text.slice(at.start, at.end))).toEqual([
    '<<<<<<< HEAD',
    '=======',
    '>>>>>>> theirs',
    'region',
  ]);
});

it('reports a label that is no constant, and quotes nothing of the file', () => {
  const { roots, problems } = read(`resource "a" "x\${var.secret}" {\n}\n`);
  expect(heads(entries(roots[0]))).toEqual([`resource a x\${var.secret}`]);
  expect(problems).toHaveLength(1);
  expect(JSON.stringify(read('a = "hunter2\nb = hunter2 hunter2').problems)).not.toContain(
    'hunter',
  );
});

describe('hostile files', () => {
  it.each([
    '{',
    '[',
    '(',
    'a{\n',
    'a = [\n',
    'a = {\n',
    `"\${`,
    '!',
    'f(',
    'x ? ',
    'x ? y : ',
    '[*]',
    '%{ if x }',
    '+b',
    ' || b',
  ])('are cut where they nest too deeply: %s', (piece) => {
    for (const text of [
      `a = "${piece.repeat(20_000)}`,
      `a = b${piece.repeat(20_000)}`,
      piece.repeat(20_000),
    ]) {
      expect(() => read(`${text}\nz {\n}\n`)).not.toThrow();
    }
  });

  it.each([
    ['here-documents that nothing ends', 'a = <<A\n'],
    ['different here-documents', ''],
    ['comments that nothing ends', 'a = 1 /* x\n'],
    ['open blocks', 'a {\n'],
    ['open lists behind closed ones', `a = ${'['.repeat(90)}\n`],
    ['stray braces', `}${'\n'.repeat(500)}`],
    ['headers without a brace', `a "b"${'\n'.repeat(500)}`],
    ['long blanks', `a${' '.repeat(1000)}\n`],
    ['templates', `\${~x~} `],
  ])('take time in proportion to their length: %s', (_, piece) => {
    const size = 400_000;
    const text =
      piece === ''
        ? Array.from({ length: size / 12 }, (_, index) => `x = <<M${index}\n`).join('')
        : piece.repeat(size / piece.length);
    // With quadratic time these would outlast the limit of this test.
    expect(read(`${text}\n)(`).problems.length).toBeGreaterThan(0);
  });

  it('are not read when they are too long', () => {
    expect(read('a = 1\n'.repeat(1_000_000)).problems).toMatchObject([
      { message: 'Too long to read.' },
    ]);
  });
});
