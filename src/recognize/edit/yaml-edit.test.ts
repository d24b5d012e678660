import { describe, expect, it } from 'vitest';
import { dropFromYamlList, setYaml, yamlValue } from './yaml-edit.ts';

const text = `# ours
model: sonnet   # fast
yes-always: true # for now
lint-cmd:
  - "python: flake8"  # one
  - npx
tests: [a, b, c]
`;

describe('setting a key', () => {
  it('changes the value alone', () => {
    expect(setYaml(text, 'yes-always', false)).toBe(text.replace('true #', 'false #'));
    expect(setYaml(text, 'yes-always', true)).toBe(text);
    expect(setYaml("a: 'x'\r\n", 'a', 'y')).toBe('a: y\r\n');
  });

  it.each([
    ['', 'a: true\n'],
    ['# nothing\n', '# nothing\na: true\n'],
    ['b: 1', 'b: 1\na: true\n'],
    ['b: 1\r\n', 'b: 1\r\na: true\r\n'],
    ['a:\n', 'a: true\n'],
    ['{ b: 1 }\n', '{ b: 1, a: true }\n'],
    ['b: 1\n...\n', 'b: 1\na: true\n...\n'],
    ['a: [1] # list\n', 'a: true\n'],
  ])('adds to %j', (before, after) => {
    expect(setYaml(before, 'a', true)).toBe(after);
    expect(yamlValue(after, 'a')).toBe(true);
  });

  it.each(['a: [', '- a\n', 'a: 1\na: 2\n', 'a: 1\n---\nb: 2\n'])('leaves %j', (broken) => {
    expect(setYaml(broken, 'c', true)).toBe(broken);
  });
});

it('drops items by their place', () => {
  const drop = (name: string, key: string) => {
    const place = text.indexOf(name);
    return dropFromYamlList(text, key, (start, end) => start <= place && place < end);
  };
  expect(drop('npx', 'lint-cmd')).toBe(text.replace('  - npx\n', ''));
  expect(drop('python', 'lint-cmd')).toBe(text.replace('  - "python: flake8"  # one\n', ''));
  expect(drop('a, b', 'tests')).toBe(text.replace('[a, b, c]', '[b, c]'));
  expect(drop('c]', 'tests')).toBe(text.replace('[a, b, c]', '[a, b]'));
  expect(drop('sonnet', 'model')).toBe(text);
});
