// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Compose's own placeholders are what is tested
import { describe, expect, it } from 'vitest';
import { filledIn } from './interpolate.ts';

const variables = new Map([
  ['A', 'a'],
  ['EMPTY', ''],
]);

describe('filledIn', () => {
  it.each([
    ['x', 'x'],
    ['$A-${A}', 'a-a'],
    ['${B:-b}/${B-c}', 'b/c'],
    ['${EMPTY:-b}', 'b'],
    ['${A:+yes}${B:+no}', 'yes'],
    ['$$A', '$A'],
    ['${B}', null],
    ['${B:?set it}', null],
    ['${B:-${C}}', null],
    ['${B:-${C:-c}}', null],
  ])('makes %s into %s', (text, expected) => {
    expect(filledIn(text, variables)).toBe(expected);
  });

  it('takes long texts in its stride', () => {
    expect(filledIn('${'.repeat(50_000), variables)).toBeNull();
  });
});
