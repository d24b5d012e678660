import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectInside, plain } from '../../../test/data-tree.ts';
import { at, type DataEntry, sourceOffset } from '../../model/document.ts';
import { filePath } from '../../model/source.ts';
import { parse as parseJson } from '../json/parse.ts';
import { blocksOfJson } from './json-blocks.ts';
import { parse } from './parse.ts';

function ofJson(value: unknown): readonly DataEntry[] {
  return ofText(JSON.stringify(value));
}

function ofText(text: string): readonly DataEntry[] {
  const document = parseJson(filePath('main.tf.json'), text);
  if (document.shape !== 'data') throw new Error('not a data document');
  return blocksOfJson(document.roots);
}

function outline(blocks: readonly DataEntry[]): unknown {
  return blocks.map(({ key, labels, value }) =>
    value.type === 'map' ? [key, ...labels, outline(value.entries)] : [key, plain(value)],
  );
}

it('has the blocks of the same file in native syntax', () => {
  const native = parse(
    filePath('main.tf'),
    `resource "aws_db_instance" "main" {
  deletion_protection = true
  tags {
    Name = "main"
  }
  lifecycle {
    prevent_destroy = true
    ignore_changes = [tags]
  }
  provisioner "local-exec" {
    command = "ls"
  }
}
terraform {
  backend "s3" {
    bucket = "state"
  }
}
variable "env" {
  default = "prod"
}
`,
  );
  const json = ofJson({
    '//': 'written by a program',
    resource: {
      aws_db_instance: {
        main: {
          '//': 'the database',
          deletion_protection: true,
          tags: { Name: 'main' },
          lifecycle: { prevent_destroy: true, ignore_changes: ['tags'] },
          provisioner: { 'local-exec': { command: 'ls' } },
        },
      },
    },
    terraform: { backend: { s3: { bucket: 'state' } } },
    variable: { env: { default: 'prod' } },
  });
  expect(native.shape === 'data' && native.roots[0]?.type === 'map').toBe(true);
  if (native.shape !== 'data' || native.roots[0]?.type !== 'map') return;
  expect(outline(json)).toEqual(outline(native.roots[0].entries));
});

it('repeats a block for every object of a list', () => {
  const blocks = ofJson([
    { resource: [{ a: { b: [{ disk: [{ size: 1 }, { size: 2 }], sizes: [1] }] } }] },
    { moved: [{ from: 'a.b', to: 'a.c' }] },
    { provider: { aws: [{ alias: 'x' }, { alias: 'y' }] } },
    { module: { m: { rules: [{ port: 1 }] } } },
  ]);
  expect(outline(blocks)).toEqual([
    [
      'resource',
      'a',
      'b',
      [
        ['disk', [['size', 1]]],
        ['disk', [['size', 2]]],
        ['sizes', [1]],
      ],
    ],
    [
      'moved',
      [
        ['from', '=a.b'],
        ['to', '=a.c'],
      ],
    ],
    ['provider', 'aws', [['alias', 'x']]],
    ['provider', 'aws', [['alias', 'y']]],
    ['module', 'm', [['rules', [{ port: 1 }]]]],
  ]);
});

describe('strings', () => {
  it('are templates, but not in variables', () => {
    const [local, variable] = ofJson({
      locals: { a: `\${var.x}-1`, b: `$\${var.x}`, c: 'plain', d: `\${` },
      variable: { v: { default: `\${var.x}`, type: 'string' } },
    });
    expect(at(local?.value, 'a')).toMatchObject({
      type: 'expr',
      text: `\${var.x}-1`,
      refs: ['var.x'],
    });
    expect(at(local?.value, 'b')).toMatchObject({ type: 'scalar', value: `\${var.x}` });
    expect(at(local?.value, 'c')).toMatchObject({ type: 'scalar', value: 'plain' });
    expect(at(local?.value, 'd')).toMatchObject({ type: 'expr', refs: [] });
    expect(at(variable?.value, 'default')).toMatchObject({ type: 'scalar', value: `\${var.x}` });
    expect(at(variable?.value, 'type')).toMatchObject({ type: 'expr', refs: ['string'] });
  });

  it('name things in some attributes', () => {
    const [resource] = ofJson({
      resource: { a: { b: { depends_on: ['c.d'], provider: 'aws.west', name: 'c.d' } } },
    });
    expect(plain(resource?.value)).toEqual({
      depends_on: ['=c.d'],
      provider: '=aws.west',
      name: 'c.d',
    });
  });

  it('map back to the file through both kinds of escapes', () => {
    const text = `{"locals": {"run": "\\u00e9\\t$\${x} rm"}}`;
    const node = at(ofText(text)[0]?.value, 'run');
    if (node?.type !== 'scalar') throw new Error('no scalar');
    expect(node.text).toBe(`é\t\${x} rm`);
    expect(sourceOffset(node, node.text.indexOf('$'))).toBe(text.indexOf('$$'));
    expect(sourceOffset(node, node.text.indexOf('rm'))).toBe(text.indexOf('rm'));
  });
});

it('maps every character of a string that is decoded twice', () => {
  const piece = fc.constantFrom('a', '\n', 'é', '"', '$', '%', '$${', '%%{', '}');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const text = JSON.stringify({ locals: { run: `${pieces.join('')}%%{` } });
      const node = at(ofText(text)[0]?.value, 'run');
      if (node?.type !== 'scalar') return;
      expectInside(text, node);
      for (const [index, char] of [...node.text].entries())
        if (char === 'a' || char === 'é') expect(text.charAt(sourceOffset(node, index))).toBe(char);
    }),
  );
});

it('points at the name of a block', () => {
  const text = '{"resource": {"a": {"b": {}}}, "locals": {}}';
  expect(ofText(text).map(({ keyAt }) => text.slice(keyAt.start, keyAt.end))).toEqual([
    '"b"',
    '"locals"',
  ]);
});

it('knows nothing of an object with a computed key', () => {
  const [resource] = ofJson({ resource: { a: { b: { tags: { [`\${var.k}`]: 1, x: 2 } } } } });
  expect(at(resource?.value, 'tags')).toMatchObject({ type: 'expr', refs: [] });
});

it('has no blocks for what is no Terraform', () => {
  expect(ofText('')).toEqual([]);
  expect(
    ofJson([1, null, 'a', { resource: 1, data: [null], constructor: {}, other: { a: {} } }]),
  ).toEqual([]);
});
