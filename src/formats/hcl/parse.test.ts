import { describe, expect, it } from 'vitest';
import { plain } from '../../../test/data-tree.ts';
import { expectReadsAnyText } from '../../../test/format-properties.ts';
import {
  at,
  type DataDocument,
  type DataNode,
  entries,
  entry,
  sourceOffset,
} from '../../model/document.ts';
import { filePath } from '../../model/source.ts';
import { parse } from './parse.ts';

const FILE = filePath('main.tf');

function read(text: string): DataDocument {
  const document = parse(FILE, text);
  if (document.shape !== 'data') throw new Error('not a data document');
  return document;
}

/** The value of `a` in a file that holds it alone. */
function value(expression: string): DataNode | undefined {
  const { roots, problems } = read(`a = ${expression}\n`);
  expect(problems).toEqual([]);
  return at(roots[0], 'a');
}

const DATABASE = `# the database
resource "aws_db_instance" "main" {
  identifier          = "app-\${var.env}" // per environment
  deletion_protection = true
  backup_retention_period = -7
  /* tags
     of the team */
  tags = {
    Name     = "main"
    "a.b"    : null
    (local.k) = 1
  }
  zones = ["a", local.zone,]
  lifecycle { prevent_destroy = false }
}
locals {}
`;

describe('blocks and attributes', () => {
  const { roots, problems, comments } = read(DATABASE);
  const [root] = roots;
  const written = (range: { readonly start: number; readonly end: number } | undefined) =>
    range && DATABASE.slice(range.start, range.end);
  const resource = entry(root, 'resource');

  it('have labels, keys and bodies where they are written', () => {
    expect(problems).toEqual([]);
    expect(resource?.labels).toEqual(['aws_db_instance', 'main']);
    expect(written(resource?.keyAt)).toBe('resource');
    expect(resource?.value.type).toBe('map');
    expect(written(resource?.value.at)).toBe(
      DATABASE.slice(DATABASE.indexOf('{\n'), DATABASE.indexOf('\nlocals')),
    );
    expect(written(entry(root, 'locals')?.value.at)).toBe('{}');
    expect(written(entry(resource?.value, 'zones')?.keyAt)).toBe('zones');
    expect(written(at(resource?.value, 'zones')?.at)).toBe('["a", local.zone,]');
  });

  it('keep constants as values and the rest as expressions', () => {
    const body = resource?.value;
    expect(at(body, 'deletion_protection')).toMatchObject({ type: 'scalar', value: true });
    expect(at(body, 'backup_retention_period')).toMatchObject({ value: -7, text: '-7' });
    expect(plain(at(body, 'zones'))).toEqual(['a', '=local.zone']);
    expect(plain(at(body, 'lifecycle'))).toEqual({ prevent_destroy: false });
    expect(at(body, 'identifier')).toMatchObject({
      type: 'expr',
      text: `"app-\${var.env}"`,
      refs: ['var.env'],
    });
  });

  it('take an object with a computed key for an expression: the key can be any', () => {
    expect(at(resource?.value, 'tags')).toMatchObject({ type: 'expr', refs: ['local.k'] });
  });

  it('leave comments aside', () => {
    expect(comments.map(written)).toEqual([
      '# the database',
      '// per environment',
      '/* tags\n     of the team */',
    ]);
  });

  it('may repeat, but a name has one value', () => {
    const text = 'b {\n}\nb {\n}\na = 1\na = 2\n';
    const again = read(text);
    expect(entries(again.roots[0]).map(({ key }) => key)).toEqual(['b', 'b', 'a', 'a']);
    expect(again.problems.map((one) => one.at.start)).toEqual([text.lastIndexOf('a =')]);
  });
});

describe('literals', () => {
  it.each([
    ['0', 0],
    ['1.50', 1.5],
    ['2e3', 2000],
    ['-0.5', -0.5],
    ['false', false],
    ['null', null],
    ['(true)', true],
    ['""', ''],
    ['[]', []],
    ['{}', {}],
    ['{ a = 1, b : 2 }', { a: 1, b: 2 }],
    ['{\n  a = 1\n\n  # one\n  1 = [\n    1,\n    2 ]\n}', { a: 1, 1: [1, 2] }],
    ['{ true = 1, "x y" = {} }', { true: 1, 'x y': {} }],
  ])('%s', (text, wanted) => {
    expect(plain(value(text))).toEqual(wanted);
  });

  it.each([
    ['escapes', '"\\"\\\\\\n\\t\\u00e9\\U0001f600$$"', '"\\\n\té\u{1f600}$$'],
    ['escaped templates', `"$\${a} %%{b} $a %b $"`, `\${a} %{b} $a %b $`],
    ['a here-document', `<<EOT\n  a\n\n b\\n $\${c}\n  EOT`, `  a\n\n b\\n \${c}\n`],
    ['one without indentation', '<<-EOT\n    a\n  \n\t  b\n      c\n    EOT', ' a\n  \nb\n   c\n'],
    ['an empty one', '<<EOT\nEOT', ''],
    ['one with Windows line ends', '<<-E\r\n  a\r\n  b\r\n  E\r', 'a\r\nb\r\n'],
  ])('strings: %s', (_, text, wanted) => {
    expect(plain(value(text))).toBe(wanted);
  });

  it.each([
    `"a\\t\\u00e9 rm -rf $\${x}"`,
    `<<EOT\na\nrm -rf $\${x}\nEOT`,
    `<<-EOT\n    a\n\n      b\n    rm -rf $\${x}\n    EOT`,
    `"rm -rf $\${x}"`,
  ])('map back to the file: %j', (text) => {
    const node = value(text);
    if (node?.type !== 'scalar') throw new Error('no scalar');
    expect(node.at).toMatchObject({ start: 4, end: 4 + text.length });
    expect(sourceOffset(node, node.text.indexOf('rm'))).toBe(4 + text.indexOf('rm'));
    expect(sourceOffset(node, node.text.indexOf(`\${x`))).toBe(4 + text.indexOf(`$\${x`));
    expect(sourceOffset(node, node.text.indexOf('x}'))).toBe(4 + text.indexOf('x}'));
  });

  it('counts a byte order mark and Windows line ends', () => {
    const text = '\ufeffa = 1\r\nb {\r\n  c = "é"\r\n}\r\n';
    const { roots, problems } = read(text);
    expect(problems).toEqual([]);
    expect(at(roots[0], 'b', 'c')?.at.start).toBe(text.indexOf('"é"'));
  });
});

describe('references', () => {
  it.each([
    ['var.a', ['var.a']],
    ['aws_instance.web[0].id', ['aws_instance.web']],
    ['aws_instance.web[count.index].id', ['aws_instance.web', 'count.index']],
    ['module.db["x"].url', ['module.db']],
    ['data.aws_iam_role.r.*.arn', ['data.aws_iam_role.r']],
    ['var.env == "prod" ? local.a : null', ['var.env', 'local.a']],
    ['merge(var.a, { b = var.c }...)', ['var.a', 'var.c']],
    ['provider::aws::arn_parse(var.arn).region', ['var.arn']],
    [
      `[for k, v in var.m : "\${k}-\${v.x}-\${local.y}" if v != var.z]`,
      ['var.m', 'local.y', 'var.z'],
    ],
    ['{ for s in var.l : s => upper(s)... }', ['var.l']],
    [
      `"%{ if var.a }x\${var.b}%{ else }%{ for i in var.c }\${i}%{ endfor }%{ endif }"`,
      ['var.a', 'var.b', 'var.c'],
    ],
    [`<<EOT\n\${var.a}\nEOT`, ['var.a']],
    ['!var.a && -(var.b) > 1', ['var.a', 'var.b']],
    ['string', ['string']],
    ['1 + 1', []],
  ])('of %s', (text, refs) => {
    expect(value(text)).toMatchObject({ type: 'expr', text, refs });
  });
});

it('reads any text without throwing, inside its bounds', () => {
  expectReadsAnyText(read, [
    'a',
    ' = ',
    'resource "a" "b" {',
    '{',
    '}',
    '[',
    ']',
    '(',
    ')',
    '"',
    `\${`,
    '%{',
    '%{ if a }',
    '%{ endif }',
    '~',
    '<<EOT\n',
    '<<-EOT\n',
    'EOT',
    '\n',
    '\r\n',
    '  ',
    ',',
    '.',
    '*',
    '?',
    ':',
    '=>',
    '...',
    'for x in ',
    ' if ',
    '-',
    '!',
    '&&',
    '1',
    '.5',
    '#',
    '//',
    '/*',
    '*/',
    '\\',
    '\\u00e9',
    `$\${`,
    'é',
    '\u{1f600}',
    '\ufeff',
    '<<<<<<< a\n',
    '\n=======\n',
    '\n>>>>>>> b\n',
  ]);
});
