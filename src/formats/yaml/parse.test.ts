// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the languages under test write variables like this.
import { loadAll } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { plain } from '../../../test/data-tree.ts';
import { at, sourceOffset, sourceRange } from '../../model/document.ts';
import { tagOf } from './tag.ts';
import { FILE, read, root, scalar, visits } from './test-reading.ts';

describe('offsets', () => {
  it('covers each value as written', () => {
    const text = 'a: 1 # c\n"b": [x, {y: \'it\'\'s\'}, k: v ]\nc: "q\\n"\n';
    const node = root(text);
    const written = (...keys: string[]) => {
      const found = at(node, ...keys);
      return found && text.slice(found.at.start, found.at.end);
    };
    expect(written('a')).toBe('1');
    expect(written('b')).toBe("[x, {y: 'it''s'}, k: v ]");
    expect(written('c')).toBe('"q\\n"');
    const list = at(node, 'b');
    const items = list?.type === 'list' ? list.items : [];
    expect(items.map((item) => text.slice(item.at.start, item.at.end))).toEqual([
      'x',
      "{y: 'it''s'}",
      'k: v',
    ]);
    const keys = node.type === 'map' ? node.entries : [];
    expect(keys.map(({ keyAt }) => text.slice(keyAt.start, keyAt.end))).toEqual(['a', '"b"', 'c']);
  });

  it('counts a byte order mark and carriage returns', () => {
    const text = '\ufeffa: 1\r\nrun: |\r\n  one\r\n  two\r\nb: x\r\n';
    const run = scalar(text, 'run');
    expect(run.text).toBe('one\ntwo\n');
    expect(sourceOffset(run, run.text.indexOf('two'))).toBe(text.indexOf('two'));
    expect(scalar(text, 'b').at.start).toBe(text.indexOf('x'));
  });

  it.each([
    ['literal', 'run: |\n    set -e\n\n      indented\n    rm -rf /data\n# end\n'],
    ['literal with a digit and strip', 'run: |2-\n    set -e\n   rm -rf /data\n\n'],
    ['literal with keep', 'run: |+ # note | here\n  set -e\n  rm -rf /data\n\n\nb: 1\n'],
    ['folded', 'run: >-\n  echo\n  set -e\n\n  rm -rf /data\n'],
    ['plain over lines', 'run: set -e\n  echo\n  rm -rf /data\n'],
    ['double quoted', 'run: "tab\\t\\u0041 set -e\\\n   \\x41 rm -rf /data"\n'],
    ['single quoted', "run: 'it''s set -e\n\n  rm -rf /data'\n"],
  ])('maps each word of a scalar: %s', (_, text) => {
    const run = scalar(text, 'run');
    for (const word of ['set -e', 'rm -rf /data']) {
      const start = run.text.indexOf(word);
      expect(start).toBeGreaterThanOrEqual(0);
      const range = sourceRange(FILE, run, start, start + word.length);
      expect(text.slice(range.start, range.end)).toBe(word);
    }
  });

  it('decodes as the reference implementation does', () => {
    const text =
      'a: |\n  x\n   y\n\n  z\n\nb: >\n  x\n  y\n\n   z\n  w\nc: "\\e\\u00e9 \\\n  x\n\n  y"\nd: k\n  l\n';
    expect(plain(root(text))).toEqual(loadAll(text)[0]);
  });

  it('ends a block scalar with its last word and a list with its bracket', () => {
    const text = 'a: |\n  x\n\n\nb: [1, 2 # c ]\n  ]\nc: {}\n';
    const node = root(text);
    const [a, b, c] = ['a', 'b', 'c'].map((key) => at(node, key)?.at);
    expect(a && text.slice(a.start, a.end)).toBe('|\n  x');
    expect(b && text.slice(b.start, b.end)).toBe('[1, 2 # c ]\n  ]');
    expect(c && text.slice(c.start, c.end)).toBe('{}');
  });

  it('puts an empty value behind its indicator', () => {
    const text = 'a:\nb: ~\nc:\n  -\n  - x\n';
    expect(scalar(text, 'a')).toMatchObject({ value: null, text: '', at: { start: 2, end: 2 } });
    const list = at(root(text), 'c');
    expect(list?.type === 'list' && list.items[0]?.at.start).toBe(text.indexOf('-') + 1);
  });

  it('finds comments and nothing that looks like one', () => {
    const text = '# one\na: x#y # two\nb: "# no"\nc: | # three\n  # no\nd: [1, # four\n 2]\n#';
    const { comments } = read(text);
    expect(comments.map(({ start, end }) => text.slice(start, end))).toEqual([
      '# one',
      '# two',
      '# three',
      '# four',
      '#',
    ]);
  });
});

describe('values', () => {
  it('types plain scalars by YAML 1.2 and nothing else', () => {
    const text =
      'a: [yes, on, 017, 0o17, 0x1F, 1e3, .5, -.inf, ~, NULL, True, "1", 1.2.3, 2024-01-01]';
    expect(plain(root(text))).toEqual({
      a: [
        'yes',
        'on',
        17,
        15,
        31,
        1000,
        0.5,
        -Infinity,
        null,
        null,
        true,
        '1',
        '1.2.3',
        '2024-01-01',
      ],
    });
  });

  it('keeps the order of keys, and duplicates', () => {
    const node = root('b: 1\n2: x\na: 1\nb: 2\n? [k]\n: v\n');
    const keys = node.type === 'map' ? node.entries.map((entry) => entry.key) : [];
    expect(keys).toEqual(['b', '2', 'a', 'b', '[k]']);
    expect(at(node, 'b')).toMatchObject({ value: 2 });
  });

  it('has a root for each document that is not empty', () => {
    expect(read('---\n---\na: 1\n...\n---\n# c\n--- b\n').roots.map(plain)).toEqual([
      { a: 1 },
      'b',
    ]);
    expect(read('').roots).toEqual([]);
    expect(read('# only\n').roots).toEqual([]);
  });

  it('leaves variables to the dialect', () => {
    expect(scalar('a: ${HOST:-db}:5432', 'a').text).toBe('${HOST:-db}:5432');
  });
});

describe('tags', () => {
  it('honours the tags of YAML itself', () => {
    expect(
      plain(root('a: !!str 12\nb: !!int "3"\nc: !<tag:yaml.org,2002:bool> "true"\nd: ! 1')),
    ).toEqual({ a: '12', b: 3, c: true, d: '1' });
  });

  it('turns a scalar with another tag into an expression', () => {
    const node = root('a: !Ref Db\nb: !reset\nc: !Sub |\n  x-${Y}\nd: !!python/name:os.system\n');
    expect(at(node, 'a')).toMatchObject({ type: 'expr', text: '!Ref Db', refs: ['!Ref'] });
    expect(at(node, 'b')).toMatchObject({ type: 'expr', text: '!reset' });
    expect(at(node, 'c')).toMatchObject({ type: 'expr', text: '!Sub |\n  x-${Y}' });
    expect(at(node, 'd')).toMatchObject({ type: 'expr', text: '!!python/name:os.system' });
  });

  it('keeps the structure of a tagged collection and says the tag', () => {
    const text =
      'a: !If [Prod, true, false]\nb: !x\n  k: 1\nc: [1]\nd:\n  - !reference [.setup, script]\n';
    const node = root(text);
    expect(plain(node)).toEqual({
      a: ['Prod', true, false],
      b: { k: 1 },
      c: [1],
      d: [['.setup', 'script']],
    });
    const tag = (key: string) => {
      const found = at(node, key);
      return found && tagOf(text, found);
    };
    expect([tag('a'), tag('b'), tag('c')]).toEqual(['!If', '!x', null]);
  });
});

describe('anchors', () => {
  it('shares the node an alias names', () => {
    const node = root('a: &x {k: 1}\nb: *x\nc: [&s v, *s]\n*s : key\n');
    expect(at(node, 'b')).toBe(at(node, 'a'));
    expect(plain(node)).toEqual({ a: { k: 1 }, b: { k: 1 }, c: ['v', 'v'], v: 'key' });
  });

  it('merges: own keys win, then the earlier map', () => {
    const text = 'x: &x {a: 1, b: 1}\ny: &y {b: 2, c: 2}\nz:\n  c: 3\n  <<: [*x, *y]\n  d: 4\n';
    const node = root(text);
    expect(plain(at(node, 'z') ?? node)).toEqual({ a: 1, b: 1, c: 3, d: 4 });
    const merged = at(node, 'z', 'a');
    expect(merged).toBe(at(node, 'x', 'a'));
    expect(plain(root('a: {"<<": {k: 1}}'))).toEqual({ a: { '<<': { k: 1 } } });
  });

  it('makes an expression of an alias to nothing and of one inside its own anchor', () => {
    const { roots, problems } = read('a: &x\n  - *x\n  - *nobody\n');
    expect(roots.map(plain)).toEqual([{ a: ['=*x', '=*nobody'] }]);
    expect(problems).toHaveLength(2);
  });

  it('stays small and shallow whatever aliases multiply', () => {
    const times = (count: number, line: (index: number) => string) =>
      Array.from({ length: count }, (_, index) => line(index)).join('');
    const nine = (index: number) => Array(9).fill(`*a${index}`).join(', ');
    const bomb = `a0: &a0 [1]\n${times(40, (i) => `a${i + 1}: &a${i + 1} [${nine(i)}]\n`)}`;
    const chain = `a0: &a0 [1]\n${times(5000, (i) => `a${i + 1}: &a${i + 1} [*a${i}]\n`)}`;
    const merges = `b: &b {${times(2000, (i) => `k${i}: 1, `)}}\n${times(5000, (i) => `m${i}: {<<: *b}\n`)}`;
    for (const text of [bomb, chain, merges]) {
      const document = read(text);
      expect(document.problems.length).toBeGreaterThan(0);
      for (const node of document.roots) expect(visits(node)).toBeLessThan(400_000);
    }
  });
});
