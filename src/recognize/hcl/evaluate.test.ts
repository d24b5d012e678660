import { describe, expect, it } from 'vitest';
import { parseExpression } from '../../formats/hcl/expression.ts';
import { evaluate } from './evaluate.ts';
import { type HclValue, isList, isMap, isUnknown, mapOf, reference } from './hcl-value.ts';
import { allowance, emptyScope, type Scope } from './scope.ts';

const variables: Readonly<Record<string, HclValue>> = {
  env: 'production',
  on: true,
  sizes: mapOf({ production: 'large', staging: 'small' }),
};

function scope(steps = 10_000): Scope {
  return {
    ...emptyScope(allowance(steps)),
    resolve: (root, [name = '']) => {
      if (root !== 'var')
        return { value: reference(name === '' ? root : `${root}.${name}`), used: 1 };
      return { value: variables[name] ?? reference(`var.${name}`), used: 1 };
    },
  };
}

function answer(text: string, where = scope()): HclValue {
  const expression = parseExpression(text, 0, text.length);
  if (expression === null) throw new Error(`not an expression: ${text}`);
  return evaluate(expression, where);
}

/** As JSON has it; unknown parts by what they depend on. */
function shown(value: HclValue): unknown {
  if (isUnknown(value)) return value.isError ? 'error' : `? ${value.refs.join(' ')}`.trim();
  if (isList(value)) return value.items.map(shown);
  if (!isMap(value)) return value;
  const known = Object.fromEntries([...value.entries].map(([key, item]) => [key, shown(item)]));
  return value.rest === null ? known : { ...known, '…': shown(value.rest) };
}

describe('an expression', () => {
  it.each<[string, unknown]>([
    ['"a"', 'a'],
    ['var.env', 'production'],
    ['var.env == "production"', true],
    ['var.env != "production" ? 1 : 7', 7],
    ['"db-${var.env}-${1 + 2}"', 'db-production-3'],
    ['"${var.on}"', true],
    ['"%{ if var.on }yes%{ else }no%{ endif }"', 'yes'],
    ['"%{ for k, v in var.sizes }${k}=${v};%{ endfor }"', 'production=large;staging=small;'],
    ['var.sizes[var.env]', 'large'],
    ['var.sizes["nowhere"]', 'error'],
    ['[for k, v in var.sizes : upper(v) if k != "staging"]', ['LARGE']],
    ['{ for k, v in var.sizes : v => k }', { large: 'production', small: 'staging' }],
    ['{ for v in ["a", "b", "a"] : v => 1... }', { a: [1, 1], b: [1] }],
    ['[{ a = 1 }, { a = 2 }][*].a', [1, 2]],
    ['null[*]', []],
    [`urlencode("a/b c's~é")`, 'a%2Fb+c%27s~%C3%A9'],
    ['{ a = null }.a', null],
    ['[null][0]', null],
    ['[1][1]', 'error'],
    ['!false && 1 < 2', true],
    ['-(2 * 3) % 4', -2],
    ['7 / 0', 'error'],
    ['max([1, 5]...)', 5],
  ])('%s', (text, expected) => {
    expect(shown(answer(text))).toEqual(expected);
  });
});

describe('what is unknown', () => {
  it.each<[string, unknown]>([
    ['var.other', '? var.other'],
    ['aws_kms_key.data.arn', '? aws_kms_key.data.arn'],
    ['aws_kms_key.data["a"].arn', '? aws_kms_key.data["a"].arn'],
    ['aws_kms_key.data[0].arn', '? aws_kms_key.data[0].arn'],
    ['aws_kms_key.data[*].arn', '? aws_kms_key.data.arn'],
    ['"x-${var.other}"', '? var.other'],
    ['false && var.other', false],
    ['var.other && false', false],
    ['var.other || true', true],
    ['var.other || false', '? var.other'],
    ['var.other ? true : true', true],
    ['var.other ? true : false', '? var.other'],
    ['var.other == "production"', '? var.other'],
    ['var.other == var.other', true],
    [
      'merge({ a = 1, b = 2 }, var.other, { b = 3 })',
      { a: '? var.other', b: 3, '…': '? var.other' },
    ],
    ['merge(var.other, { a = 1 }).a', 1],
    ['lookup(merge(var.other, { a = 1 }), "b", false)', '? var.other'],
    ['length([var.other, 1])', 2],
    ['contains(["a", var.other], "a")', true],
    ['contains(["a", var.other], "b")', '? var.other'],
    ['[for v in [var.other] : v]', ['? var.other']],
    ['[for v in var.other : v]', '? var.other'],
    ['alltrue([var.other, false])', false],
    ['timestamp()', '?'],
    ['cidrsubnet("10.0.0.0/16", 8, 1)', '?'],
    ['jsonencode({ a = var.other })', '? var.other'],
    ['provider::aws::arn_parse(var.other)', '? var.other'],
  ])('%s', (text, expected) => {
    expect(shown(answer(text))).toEqual(expected);
  });
});

describe('a function', () => {
  it.each<[string, unknown]>([
    ['lookup({ a = true }, "a", false)', true],
    ['lookup({ a = true }, "b", false)', false],
    ['lookup({ a = true }, "b", null)', null],
    ['merge({ a = 1 }, null, { b = 2 })', { a: 1, b: 2 }],
    ['concat([1], [], [2])', [1, 2]],
    ['coalesce("", null, "b")', 'b'],
    ['try({ a = 1 }.b, "none")', 'none'],
    ['try(var.other.b, "none")', '? var.other.b'],
    ['can({ a = 1 }.b)', false],
    ['contains(["a"], "a")', true],
    ['length({ a = 1 })', 1],
    ['element(["a", "b"], 3)', 'b'],
    ['keys({ b = 1, a = 2 })', ['a', 'b']],
    ['values({ b = 1, a = 2 })', [2, 1]],
    ['flatten([[1, [2]], 3])', [1, 2, 3]],
    ['toset(["b", "a", "b"])', ['a', 'b']],
    ['tobool("true")', true],
    ['tobool("maybe")', 'error'],
    ['tonumber("14")', 14],
    ['tostring(true)', 'true'],
    ['format("%s-%03d", "db", 7)', 'db-007'],
    ['format("%x", 7)', '?'],
    ['formatlist("%s.io", ["a", "b"])', ['a.io', 'b.io']],
    ['join("-", ["a", "b"])', 'a-b'],
    ['split(",", "a,b")', ['a', 'b']],
    ['replace("a_b_c", "_", "-")', 'a-b-c'],
    ['replace("ab12", "/[0-9]+/", "")', 'ab'],
    ['regex("^([a-z]+)-(.*)$", "prod-db")', ['prod', 'db']],
    ['regex("^x", "prod")', 'error'],
    ['can(regex("^prod", "prod-db"))', true],
    ['regex("(a+)+$", "aaaa")', '?'],
    ['trimprefix("db-a", "db-")', 'a'],
    ['trim("--a--", "-")', 'a'],
    ['title("hello world")', 'Hello World'],
    ['substr("hello", 1, 3)', 'ell'],
    ['startswith("prod-db", "prod")', true],
    ['endswith("prod-db", "db")', true],
    ['jsondecode("{\\"a\\": [1]}").a[0]', 1],
    ['jsonencode({ a = [1, true] })', '{"a":[1,true]}'],
    ['distinct([1, 2, 1])', [1, 2]],
    ['compact(["a", "", null])', ['a']],
    ['zipmap(["a"], [1])', { a: 1 }],
    ['min(3, 2)', 2],
    ['ceil(1.2)', 2],
    ['anytrue([false, true])', true],
    ['one([])', null],
    [
      'setproduct(["a", "b"], [1])',
      [
        ['a', 1],
        ['b', 1],
      ],
    ],
    ['range(3)', [0, 1, 2]],
    ['range(100000000)', '?'],
    ['reverse([1, 2])', [2, 1]],
    ['sort(["b", "a"])', ['a', 'b']],
    ['sum([1, 2])', 3],
    ['index(["a", "b"], "b")', 1],
    ['slice(["a", "b", "c"], 1, 2)', ['b']],
    ['chunklist([1, 2, 3], 2)', [[1, 2], [3]]],
    ['nonsensitive(sensitive("a"))', 'a'],
  ])('%s', (text, expected) => {
    expect(shown(answer(text))).toEqual(expected);
  });
});

it('ends when its allowance does', () => {
  const nested = `${'['.repeat(60)}${']'.repeat(60)}`;
  expect(JSON.stringify(shown(answer(nested, scope(10))))).toContain('?');
  const all =
    '[for a in range(2000) : [for b in range(2000) : [for c in range(2000) : a + b + c]]]';
  const spent = scope(20_000);
  answer(all, spent);
  expect(spent.allowance.steps).toBeLessThanOrEqual(0);
});
