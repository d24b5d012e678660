import { expect, it } from 'vitest';
import { editFrontMatter } from './front-matter-edit.ts';

const text = `---
# who this is
name: ops
permission:
  edit: ask # for now
  bash:
    "git *": allow
    'npm *': allow # too much
tools: [a, b]
---
# Body

permission: allow
`;

it('changes what differs and leaves the rest as it is written', () => {
  const edited = editFrontMatter(text, (front) => ({
    ...front,
    permission: { edit: 'ask', bash: { 'git *': 'allow', 'npm *': 'ask', 'rm *': 'deny' } },
  }));
  expect(edited).toBe(
    text.replace("'npm *': allow # too much", "'npm *': ask # too much\n    rm *: deny"),
  );
});

it('takes items away and keeps the others as they are written', () => {
  const source = '---\na: ["x*", "y", z] # three\nb: [1, 2]\n---\n';
  expect(editFrontMatter(source, () => ({ a: ['x*', 'z'], b: [3] }))).toBe(
    '---\na: ["x*", z] # three\nb: [3]\n---\n',
  );
});

it('takes keys away, moves them and makes new ones', () => {
  const edited = editFrontMatter(text, () => ({
    name: 'ops',
    permission: { '*': 'ask', edit: 'ask' },
    tools: ['a', 'b', 'c'],
    more: true,
  }));
  expect(edited).toContain(
    'permission:\n  "*": ask\n  edit: ask\ntools: [a, b, c]\nmore: true\n---\n',
  );
  expect(edited).toContain('# who this is');
});

it.each([
  ['', 'no front matter'],
  ['# Title\n', 'none either'],
  ['---\na: [\n---\n', 'broken'],
  ['---\n- a\n---\n', 'a list'],
])('leaves %j alone: %s', (source) => {
  expect(editFrontMatter(source, () => ({ a: 1 }))).toBe(source);
});

it('changes nothing when nothing changes', () => {
  expect(editFrontMatter(text, (front) => ({ ...front }))).toBe(text);
});

it('keeps the line ends of the file', () => {
  const edited = editFrontMatter('---\r\na: 1\r\n---\r\nx\r\n', () => ({ a: 2, b: 3 }));
  expect(edited).toBe('---\r\na: 2\r\nb: 3\r\n---\r\nx\r\n');
});
