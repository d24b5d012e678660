import { expect, it } from 'vitest';
import { prefixRules } from './starlark-rules.ts';

it.each([
  ['prefix_rule(pattern=["a", """b"""], decision=\'prompt\',)', [['a'], ['b']]],
  ['prefix_rule(pattern=["a\\"b", r"c\\d"])', [['a"b'], ['c\\d']]],
  ['# prefix_rule(pattern=["a"])\nx = 1', undefined],
  ['"""prefix_rule(pattern=["a"])"""', undefined],
  ['prefix_rule(pattern=[])', undefined],
  ['prefix_rule(pattern=[f"{x}"])', undefined],
  ['prefix_rule(pattern=["a" if x else "b"])', undefined],
  ['prefix_rule(pattern=["a"], decision=pick("a"))', undefined],
  ['prefix_rule(pattern=["a"', undefined],
  ['X = 3\nY = ["a", ["b", "c"]]\nprefix_rule(pattern=Y)', [['a'], ['b', 'c']]],
])('%s', (text, words) => {
  const [rule] = prefixRules(text);
  expect(rule?.pattern.map((item) => item.map((word) => word.text))).toEqual(words);
});

it('of hostile text end', () => {
  for (const piece of ['prefix_rule(', 'prefix_rule([', 'A="a""b"\n', 'A=[', '"""', '[[[[']) {
    expect(prefixRules(piece.repeat(20_000))).toEqual([]);
  }
});
