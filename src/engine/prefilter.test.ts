import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPrefilter } from './prefilter.ts';

function find(keywords: readonly string[], text: string): readonly number[] {
  const bytes = new TextEncoder().encode(text);
  return createPrefilter(keywords)(bytes, bytes.length);
}

describe('createPrefilter', () => {
  it('finds keywords inside words, at the start and at the end, each once', () => {
    expect(find(['ab', 'zz', 'ef'], 'abcdabef')).toEqual([0, 2]);
  });

  it('finds keywords that overlap, nest, share a prefix or end in another', () => {
    expect(find(['he', 'she', 'his', 'hers', 'ushers', 'e'], 'ushers')).toEqual([0, 1, 3, 4, 5]);
  });

  it('reports a keyword at each of its positions in the list', () => {
    expect(find(['DROP ', 'x', 'DROP '], 'DROP TABLE')).toEqual([0, 2]);
  });

  it('never finds an empty keyword, nor anything without keywords', () => {
    expect(find(['', 'a'], 'a')).toEqual([1]);
    expect(find([], 'a')).toEqual([]);
  });

  it('compares case and bytes exactly, beyond ASCII too', () => {
    expect(find(['Größe', 'größe'], 'Die Größe')).toEqual([0]);
  });

  it('looks at no byte beyond the length', () => {
    const bytes = new TextEncoder().encode('secret');
    const prefilter = createPrefilter(['secret', 'secre']);
    expect(prefilter(bytes, 5)).toEqual([1]);
    expect(prefilter(bytes, 0)).toEqual([]);
    expect(prefilter(bytes, 100)).toEqual([0, 1]);
  });

  it('finds more keywords once it is extended, and stays what it was', () => {
    const first = createPrefilter(['harbour', 'ab', '']);
    const second = first.extended(['ferry', 'harbour', 'xy']);
    const third = second.extended(['berth']);
    const bytes = new TextEncoder().encode('a berth, a harbour, a ferry xy');
    expect(first(bytes, bytes.length)).toEqual([0]);
    expect(second(bytes, bytes.length)).toEqual([0, 3, 4, 5]);
    expect(third(bytes, bytes.length)).toEqual([0, 3, 4, 5, 6]);
    expect(first.extended(['ferry'])(bytes, bytes.length)).toEqual([0, 3]);
  });

  it('remembers nothing from one call to the next', () => {
    const prefilter = createPrefilter(['abc', 'c']);
    const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
    expect(prefilter(encode('ab'), 2)).toEqual([]);
    expect(prefilter(encode('c'), 1)).toEqual([1]);
    expect(prefilter(encode('abc'), 3)).toEqual([0, 1]);
    expect(prefilter(encode('abc'), 3)).toEqual([0, 1]);
  });

  it('agrees with a naive search', () => {
    const letter = fc.constantFrom('a', 'b', 'c', '_', 'é');
    const text = (maxLength: number) => fc.array(letter, { maxLength }).map((all) => all.join(''));
    fc.assert(
      fc.property(fc.array(text(4), { maxLength: 12 }), text(60), (keywords, haystack) => {
        const expected = [...keywords.keys()].filter((position) => {
          const keyword = keywords[position] ?? '';
          return keyword !== '' && haystack.includes(keyword);
        });
        expect(find(keywords, haystack)).toEqual(expected);
      }),
      { numRuns: 2000 },
    );
  });

  it('agrees with a naive search on arbitrary bytes', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'binary', maxLength: 5 }), { maxLength: 8 }),
        fc.uint8Array({ maxLength: 80 }),
        fc.nat(7),
        (keywords, noise, planted) => {
          const keyword = Buffer.from(keywords[planted] ?? '');
          const bytes = Buffer.concat([noise, keyword, noise]);
          const expected = [...keywords.keys()].filter((position) => {
            const wanted = Buffer.from(keywords[position] ?? '');
            return wanted.length > 0 && bytes.includes(wanted);
          });
          expect(createPrefilter(keywords)(bytes, bytes.length)).toEqual(expected);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
