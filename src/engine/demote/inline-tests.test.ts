import { describe, expect, it } from 'vitest';
import { isInlineTest } from './inline-tests.ts';

const module = [
  'fn connect() { "HERE-before" }',
  '',
  '#[cfg(test)]',
  '#[allow(clippy::unwrap_used)]',
  'mod tests {',
  '    const TEXT: &str = r#"{',
  '}',
  '"#;',
  '    fn reads() { "HERE-inside" }',
  '}',
  '',
  'pub fn later() { "HERE-after" }',
  '',
].join('\n');

const judge = (text: string, mark: string, file = 'src/store.rs') =>
  isInlineTest(file, text, text.indexOf(mark));

describe('isInlineTest', () => {
  it.each([
    ['HERE-before', false],
    ['HERE-inside', true],
    ['HERE-after', false],
  ])('%s → %s', (mark, expected) => {
    expect(judge(module, mark)).toBe(expected);
  });

  it.each([
    '#[cfg(test)] mod tests { "HERE" }',
    '#[cfg(all(test, unix))]\npub(crate) mod checks {\n  "HERE"\n}\n',
  ])('knows %j', (text) => {
    expect(judge(text, 'HERE')).toBe(true);
  });

  it.each([
    '#[cfg(test)]\nmod tests;\nfn main() { "HERE" }',
    '#[cfg(not(test))]\nmod real { "HERE" }',
    '#[cfg(test)]\nuse mock::Store;\nfn main() { "HERE" }',
    '#[cfg(testing)]\nmod real { "HERE" }',
  ])('is not misled by %j', (text) => {
    expect(judge(text, 'HERE')).toBe(false);
  });

  it('knows no such thing in other languages', () => {
    expect(judge(module, 'HERE-inside', 'src/store.go')).toBe(false);
  });

  it('is linear in hostile text', () => {
    const text = '#[cfg(test)]\nmod t {\n'.concat('}\n'.repeat(100_000), '#[a]'.repeat(50_000));
    expect(isInlineTest('a.rs', text, text.length)).toBe(false);
  });
});
