import { expect, it } from 'vitest';
import { filePath } from '../model/source.ts';
import { iniSections, iniValue } from './ini-sections.ts';

it('keeps the place of every heading, name and value', () => {
  const file = filePath('config');
  const text =
    '\uFEFFtop = 1\r\n; note = no\n[profile "a b"]\n  key="va = lue" \nkey = last\n# end\n[empty]\n';
  const [top, named, empty] = iniSections({ file, text });
  expect(top?.pairs.map(({ name, value }) => [name, value.text])).toEqual([['top', '1']]);
  expect(named?.name).toBe('profile "a b"');
  expect(text.slice(named?.at.start, named?.at.end)).toBe('[profile "a b"]');
  const [first] = named?.pairs ?? [];
  expect(text.slice(first?.nameAt.start, first?.nameAt.end)).toBe('key');
  expect(first?.value.text).toBe('va = lue');
  expect(text.slice(first?.value.at.start, first?.value.at.end)).toBe('va = lue');
  if (named !== undefined) expect(iniValue(named, 'key')?.value.text).toBe('last');
  expect(empty?.pairs).toEqual([]);
});

it('reads names with colons and slashes, as npm writes them', () => {
  const text = '//npm.acme.io/:_authToken=abc\npublic-hoist-pattern[]=x\n';
  const [top] = iniSections({ file: filePath('.npmrc'), text });
  expect(top?.pairs.map(({ name }) => name)).toEqual([
    '//npm.acme.io/:_authToken',
    'public-hoist-pattern[]',
  ]);
});
