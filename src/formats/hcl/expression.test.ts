import { describe, expect, it } from 'vitest';
import type { Expression, Step, TemplatePart } from './ast.ts';
import { parseExpression, parseTemplate } from './expression.ts';

/** An expression as lists, with the operators first and every inner expression checked to lie in its parent. */
function shape(node: Expression | TemplatePart): unknown {
  switch (node.kind) {
    case 'literal':
      return node.value;
    case 'variable':
      return `$${node.name}`;
    case 'template':
      return ['template', ...node.parts.map(shape)];
    case 'interpolation':
      return ['value', shape(node.value)];
    case 'if-directive':
      return ['if', shape(node.condition), node.whenTrue.map(shape), node.whenFalse.map(shape)];
    case 'for-directive':
      return ['for', node.keyName, node.valueName, shape(node.collection), node.body.map(shape)];
    case 'tuple':
      return node.items.map(shape);
    case 'object':
      return ['object', ...node.items.map(({ key, value }) => [shape(key), shape(value)])];
    case 'traversal':
      return [shape(node.source), ...node.steps.map(stepShape)];
    case 'call':
      return [`${node.name}()`, ...node.args.map(shape), ...(node.isExpanded ? ['...'] : [])];
    case 'conditional':
      return ['?', shape(node.condition), shape(node.whenTrue), shape(node.whenFalse)];
    case 'for': {
      const { keyName, valueName, collection, key, value, condition, isGrouped } = node;
      const optional = (part: Expression | null) => (part === null ? null : shape(part));
      return [
        'for',
        keyName,
        valueName,
        shape(collection),
        optional(key),
        shape(value),
        optional(condition),
        isGrouped,
      ];
    }
    case 'unary':
      return [node.operator, shape(node.operand)];
    case 'binary':
      return [node.operator, shape(node.left), shape(node.right)];
    case 'group':
      return ['()', shape(node.inner)];
  }
}

function stepShape(step: Step): unknown {
  if (step.kind === 'attribute') return `.${step.name}`;
  return step.kind === 'index' ? ['[]', shape(step.key)] : ['*', ...step.each.map(stepShape)];
}

function read(text: string): Expression {
  const expression = parseExpression(text, 0, text.length);
  if (expression === null) throw new Error('no expression');
  return expression;
}

describe('operators', () => {
  it.each([
    ['1 + 2 * 3 - 4', ['-', ['+', 1, ['*', 2, 3]], 4]],
    ['a || b && c == d < e', ['||', '$a', ['&&', '$b', ['==', '$c', ['<', '$d', '$e']]]]],
    ['!a.b && -c[0] > 1', ['&&', ['!', ['$a', '.b']], ['>', ['-', ['$c', ['[]', 0]]], 1]]],
    ['(1 + 2) % 3', ['%', ['()', ['+', 1, 2]], 3]],
    ['a ? b : c ? d : e', ['?', '$a', '$b', ['?', '$c', '$d', '$e']]],
    ['a != b ? 1 : 2', ['?', ['!=', '$a', '$b'], 1, 2]],
    ['a-b', '$a-b'],
  ])('%s', (text, wanted) => {
    expect(shape(read(text))).toEqual(wanted);
  });
});

describe('steps', () => {
  it.each([
    ['a.b["c"].d', ['$a', '.b', ['[]', 'c'], '.d']],
    ['a[b.c].d', ['$a', ['[]', ['$b', '.c']], '.d']],
    ['a.b.0.c', ['$a', '.b', ['[]', 0], '.c']],
    ['a[*].b[0].c[*].d', ['$a', ['*', '.b', ['[]', 0], '.c', ['*', '.d']]]],
    ['a.*.b.c[0].d', ['$a', ['*', '.b', '.c'], ['[]', 0], '.d']],
    ['f(a)[0].b', [['f()', '$a'], ['[]', 0], '.b']],
    ['"x"[0]', ['x', ['[]', 0]]],
  ])('%s', (text, wanted) => {
    expect(shape(read(text))).toEqual(wanted);
  });
});

describe('calls and collections', () => {
  it.each([
    ['f()', ['f()']],
    ['f(\n  a,\n  [1]...\n)', ['f()', '$a', [1], '...']],
    ['a::b::c(1,)', ['a::b::c()', 1]],
    [
      `{ a = 1, (b) = 2, "\${c}" : 3 }`,
      ['object', ['a', 1], [['()', '$b'], 2], [['template', ['value', '$c']], 3]],
    ],
    ['[for x in y : x]', ['for', null, 'x', '$y', null, '$x', null, false]],
    ['{ for k, v in y :\n k => v... if k }', ['for', 'k', 'v', '$y', '$k', '$v', '$k', true]],
  ])('%s', (text, wanted) => {
    expect(shape(read(text))).toEqual(wanted);
  });
});

describe('templates', () => {
  it.each([
    [`"\${a}"`, ['template', ['value', '$a']]],
    [
      `"a\${b}c\${"d\${e}"}"`,
      ['template', 'a', ['value', '$b'], 'c', ['value', ['template', 'd', ['value', '$e']]]],
    ],
    [`"a  \${~ b ~}  c"`, ['template', 'a', ['value', '$b'], 'c']],
    [`"%{ if a }b%{ else }\${c}%{ endif }"`, ['template', ['if', '$a', ['b'], [['value', '$c']]]]],
    [
      `"%{ for k, v in m ~} \${k} %{~ endfor }"`,
      ['template', ['for', 'k', 'v', '$m', [['value', '$k']]]],
    ],
    [
      `<<-E\n    a \${b}\n      c\n    \${d}\n  E`,
      ['template', '    a ', ['value', '$b'], '\n      c\n    ', ['value', '$d'], '\n'].map(
        (part) => (typeof part === 'string' ? part.replaceAll('    ', '') : part),
      ),
    ],
    [
      '<<-E\n    %{ if a ~}\n    b\n    %{ endif ~}\n    E',
      ['template', ['if', '$a', ['    b\n'], []]],
    ],
  ])('%s', (text, wanted) => {
    expect(shape(read(text))).toEqual(wanted);
  });
});

it('has offsets into the whole text', () => {
  const text = `é = [\n  f(var.a ? "x\${b[1].c}" :\n  -2)\n]\n`;
  const start = text.indexOf('f(');
  const call = parseExpression(text, start);
  const found: string[] = [];
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if ('start' in node && 'end' in node)
      found.push(text.slice(Number(node.start), Number(node.end)));
    for (const child of Object.values(node)) visit(child);
  };
  visit(call);
  expect(found).toEqual([
    `f(var.a ? "x\${b[1].c}" :\n  -2)`,
    `var.a ? "x\${b[1].c}" :\n  -2`,
    'var.a',
    'var',
    '.a',
    `"x\${b[1].c}"`,
    'x',
    `\${b[1].c}`,
    'b[1].c',
    'b',
    '[1]',
    '1',
    '.c',
    '-2',
    '2',
  ]);
});

describe('ends', () => {
  it('at the end of a line, unless the range goes on', () => {
    const text = 'a\n ? b\n : c';
    expect(parseExpression(text, 0)).toMatchObject({ kind: 'variable', start: 0, end: 1 });
    expect(parseExpression(text, 0, text.length)).toMatchObject({ kind: 'conditional' });
  });
  it('nowhere else than at the end of the range', () => {
    expect(parseExpression('a b', 0)).toMatchObject({ end: 1 });
    expect(parseExpression('a b', 0, 3)).toBeNull();
    expect(parseExpression('a b', 0, 1)).toMatchObject({ end: 1 });
  });
});

it.each([
  '',
  '"',
  `"\${"`,
  '"%{ if a }"',
  '"%{ else }"',
  '"%{ if a }%{ else }%{ else }%{ endif }"',
  '<<E\nx',
  '<<E x\nE\n',
  '[',
  '[for x in y]',
  '{ for x in y : x }',
  '{ a }',
  'f(',
  'f(a...b)',
  'a ? b',
  'a.',
  'a[',
  '1.2.3',
  '"\\q"',
  'a::b',
  '"a\nb"',
])('is null for %j', (text) => {
  expect(parseExpression(text, 0, text.length)).toBeNull();
});

it('reads a template without quotes', () => {
  const template = (text: string) => {
    const expression = parseTemplate(text);
    return expression === null ? null : shape(expression);
  };
  expect(template(`say "\${a}" \\n`)).toEqual(['template', 'say "', ['value', '$a'], '" \\n']);
  expect(template(`\${a.b}`)).toEqual(['template', ['value', ['$a', '.b']]]);
  expect(template(`$\${a}`)).toBe(`\${a}`);
  expect(template('')).toBe('');
  expect(template(`\${a`)).toBeNull();
});
