import type { Demotion } from './demotion.ts';

/** A module of tests in the file of what it tests, as Rust has it; `mod tests;` names another file. */
const testModule =
  /#\[cfg\((?:all\()?test\b[^\]\n]*\]\s*(?:#\[[^\]\n]*\]\s*)*(?:pub(?:\([a-z]+\))?\s+)?mod\s+\w+\s*\{/;
/** The end of an item, followed by another one: braces in column 0 also stand in raw strings. */
const nextItem =
  /^\}\r?\n\s*^(?:(?:pub|fn|impl|struct|enum|mod|use|const|static|trait|type|async|unsafe|extern)\b|macro_rules!|#\[|\/\/)/m;

/** A fact that stands in the tests of what the same file holds. */
export const inlineTest: Demotion =
  ({ texts }) =>
  ({ at }) => {
    const text = texts.get(at.file);
    return text !== undefined && isInlineTest(at.file, text, at.start);
  };

/** Whether an offset of a file lies in tests that stand among the code they test. */
export function isInlineTest(file: string, text: string, offset: number): boolean {
  if (!file.endsWith('.rs')) return false;
  const found = testModule.exec(text);
  if (found === null || offset < found.index) return false;
  const end = nextItem.exec(text.slice(found.index));
  return end === null || offset < found.index + end.index;
}
