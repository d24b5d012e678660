import { describe, expect, it } from 'vitest';
import { checkDocMarkdown } from './check-doc.ts';
import { renderChecks } from './checks-list.ts';
import { renderCheck } from './explain.ts';
import { fakeCheck, quietCheck } from './fake-result.ts';
import { markdownBlock, markdownCode } from './markdown-text.ts';

const headings = [
  'What it finds',
  'Why it matters',
  'Bad',
  'Good',
  'How to fix',
  'When to accept it',
  'References',
];

describe('renderCheck', () => {
  it('has the sections of every check page, in order', () => {
    const lines = renderCheck(fakeCheck, { width: 80 }).split('\n');
    expect(lines.filter((line) => headings.includes(line))).toEqual(headings);
    const markdown = checkDocMarkdown(fakeCheck).match(/^## .*$/gm);
    expect(markdown).toEqual(headings.map((heading) => `## ${heading}`));
  });

  it('leaves sections out that have nothing to say', () => {
    expect(renderCheck(quietCheck, { width: 80 })).not.toMatch(/^(?:Bad|Good|References)$/m);
  });

  it('wraps prose at the width', () => {
    const long = { ...quietCheck, why: 'word '.repeat(60).trim() };
    const widths = renderCheck(long, { width: 60 })
      .split('\n')
      .slice(3)
      .map((line) => line.length);
    expect(Math.max(...widths)).toBeLessThanOrEqual(60);
  });
});

describe('renderChecks', () => {
  it.each(['text', 'json', 'markdown'] as const)('lists every check as %s', (format) => {
    const text = renderChecks([fakeCheck, quietCheck], format);
    expect(text).toContain(fakeCheck.id);
    expect(text).toContain(quietCheck.title);
  });

  it('is valid when there are none', () => {
    expect(JSON.parse(renderChecks([], 'json'))).toEqual({ schemaVersion: 1, checks: [] });
    expect(renderChecks([], 'text')).toBe('No checks.\n');
  });
});

describe('markdown code', () => {
  it('survives backticks and fences inside', () => {
    expect(markdownCode('a`b')).toBe('``a`b``');
    expect(markdownCode('`')).toBe('`` ` ``');
    expect(markdownBlock('```\nx\n```\n')).toBe('````\n```\nx\n```\n````');
  });
});
