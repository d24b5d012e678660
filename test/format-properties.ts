import fc from 'fast-check';
import { expect } from 'vitest';
import type { DataDocument } from '../src/model/document.ts';
import { expectInside } from './data-tree.ts';

/** Fails unless a reader takes any text without throwing and stays inside it; `words` are what its format is made of. */
export function expectReadsAnyText(
  read: (text: string) => DataDocument,
  words: readonly string[],
  maxLength = 60,
): void {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength }),
    fc.array(fc.constantFrom(...words), { maxLength: 40 }).map((chosen) => chosen.join('')),
  );
  fc.assert(
    fc.property(text, (source) => {
      const document = read(source);
      for (const node of document.roots) expectInside(source, node);
      for (const { start, end } of [...document.comments, ...document.problems.map(({ at }) => at)])
        expect(start >= 0 && start <= end && end <= source.length).toBe(true);
    }),
    { numRuns: 3000 },
  );
}
