import { beforeAll, describe, expect, it } from 'vitest';
import { prepareRegex, regexCovers } from './pattern-regex.ts';
import { ruleOf } from './permission-sample.ts';

describe('regular expressions of rules', () => {
  beforeAll(async () => {
    const pattern = { type: 'regex', text: 'x', ignoreCase: false } as const;
    await prepareRegex([ruleOf({ effect: 'deny', tool: 'shell', pattern, name: 'x', order: 0 })]);
  });

  it.each([
    ['^git (status|diff)\\b', 'git status -s', true],
    ['^git (status|diff)\\b', 'git push', false],
    ['terraform\\s+destroy', 'cd x; terraform  destroy', true],
    ['^(?:npm test)$', 'npm test; rm -rf /', false],
  ])('%s on %s: %s', (text, subject, covers) => {
    expect(regexCovers(text, false, subject)).toBe(covers);
  });

  it('looks at case only where it is asked to', () => {
    expect(regexCovers('RAILWAY', false, 'railway')).toBe(false);
    expect(regexCovers('RAILWAY', true, 'railway')).toBe(true);
  });

  it.each(['(?=x)', '(?<!a)b', '(a)\\1', '(', 'a'.repeat(2_001)])(
    'decides nothing by %s',
    (text) => {
      expect(regexCovers(text, false, 'aab')).toBeNull();
    },
  );

  it('ends on what makes backtracking engines hang', () => {
    expect(regexCovers('^(a+)+$', false, `${'a'.repeat(5_000)}!`)).toBe(false);
  });
});
