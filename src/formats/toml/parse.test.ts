import { describe, expect, it } from 'vitest';
import { plain } from '../../../test/data-tree.ts';
import { expectReadsAnyText } from '../../../test/format-properties.ts';
import { at, type DataDocument, entries, sourceOffset } from '../../model/document.ts';
import { filePath } from '../../model/source.ts';
import { parse } from './parse.ts';

const FILE = filePath('config.toml');

function read(text: string): DataDocument {
  const document = parse(FILE, text);
  if (document.shape !== 'data') throw new Error('not a data document');
  return document;
}

const CONFIG = `# agent
approval_policy = "never"
[mcp_servers.railway]
command = "npx"
args = ["-y", "@railway/mcp"] # all tools
env.TOKEN = 'abc'
[mcp_servers."my db"]
url = "postgres://db"
[[mounts]]
source = "data"
[mounts.options]
size = 1_000
[[mounts]]
source = "logs"
made = 2024-05-27T07:32:00Z
`;

it('folds tables, arrays of tables and dotted keys into one tree', () => {
  const { roots, problems, comments } = read(CONFIG);
  expect(roots.map(plain)).toEqual([
    {
      approval_policy: 'never',
      mcp_servers: {
        railway: { command: 'npx', args: ['-y', '@railway/mcp'], env: { TOKEN: 'abc' } },
        'my db': { url: 'postgres://db' },
      },
      mounts: [
        { source: 'data', options: { size: 1000 } },
        { source: 'logs', made: '2024-05-27T07:32:00Z' },
      ],
    },
  ]);
  expect(problems).toEqual([]);
  expect(comments.map(({ start, end }) => CONFIG.slice(start, end))).toEqual([
    '# agent',
    '# all tools',
  ]);
});

it('covers keys, values and tables as written', () => {
  const [node] = read(CONFIG).roots;
  const written = (...keys: string[]) => {
    const found = at(node, ...keys);
    return found && CONFIG.slice(found.at.start, found.at.end);
  };
  expect(written('mcp_servers', 'railway', 'args')).toBe('["-y", "@railway/mcp"]');
  expect(written('mcp_servers', 'railway', 'env')).toBe("env.TOKEN = 'abc'");
  expect(written('mcp_servers', 'my db')).toBe('[mcp_servers."my db"]\nurl = "postgres://db"');
  const servers = entries(at(node, 'mcp_servers'));
  expect(servers.map(({ keyAt }) => CONFIG.slice(keyAt.start, keyAt.end))).toEqual([
    'railway',
    '"my db"',
  ]);
});

it.each([
  ['basic', 'run = "a\\t\\u00e9\\" rm -rf /"', 'a\té" rm -rf /'],
  ['multi-line basic', 'run = """\r\nset \\\r\n   -e\r\nrm -rf /"""', 'set -e\nrm -rf /'],
  ['literal', "run = 'C:\\dir rm -rf /'", 'C:\\dir rm -rf /'],
  ['multi-line literal', "run = '''\nset \\\nrm -rf /\n'''", 'set \\\nrm -rf /\n'],
])('maps a string back to the file: %s', (_, text, decoded) => {
  const run = at(read(text).roots[0], 'run');
  if (run?.type !== 'scalar') throw new Error('no scalar');
  expect(run.text).toBe(decoded);
  expect(run.value).toBe(decoded);
  expect(sourceOffset(run, run.text.indexOf('rm'))).toBe(text.indexOf('rm'));
});

it('counts a byte order mark', () => {
  const text = '\ufeffa = 1\r\n[b]\r\nc = 2\r\n';
  const { roots, problems } = read(text);
  expect(problems).toEqual([]);
  expect(at(roots[0], 'b', 'c')?.at.start).toBe(text.indexOf('2'));
});

describe('broken files', () => {
  it.each([
    ['value missing', 'a = 1\nb =\nc = 3\n', { a: 1, c: 3 }, 'b ='],
    ['duplicate', 'a = 1\na = 2\nc = 3\n', { a: 1, c: 3 }, 'a = 2'],
    ['header open', 'a = 1\n[x\nb = 2\n[y]\nc = 3\n', { a: 1, y: { c: 3 } }, '[x\nb = 2'],
    [
      'table twice',
      '[a]\nx = 1\n[a]\ny = 1\n[b]\nz = 1\n',
      { a: { x: 1 }, b: { z: 1 } },
      '[a]\ny = 1',
    ],
    ['bare word', 'a = 1\nb = nope\nc = 3\n', { a: 1, c: 3 }, 'b = nope'],
  ])('leaves out what is wrong: %s', (_, text, value, damage) => {
    const { roots, problems } = read(text);
    expect(roots.map(plain)).toEqual([value]);
    expect(problems.map((one) => text.slice(one.at.start, one.at.end))).toEqual([damage]);
    expect(problems[0]?.message).toBe('TOML is broken: this was not read.');
  });

  it('keeps what precedes damage that has no end', () => {
    const { roots, problems } = read('a = 1\n[b]\nc = 2\nd = [\n  1,\n  x = 3\n\n');
    expect(plain(roots[0])).toMatchObject({ a: 1, b: { c: 2 } });
    expect(problems.length).toBeGreaterThan(0);
  });

  it('reads both sides of a merge conflict, first value first', () => {
    const text = 'a = 1\n<<<<<<< HEAD\nb = 2\n=======\nc = 3\n>>>>>>> theirs\n';
    expect(plain(read(text).roots[0])).toEqual({ a: 1, b: 2, c: 3 });
    expect(read(text).problems).toHaveLength(3);
  });

  it('cuts what nests too deeply', () => {
    const dots = Array(5000).fill('a').join('.');
    for (const text of [
      `a = ${'['.repeat(50_000)}`,
      'a = {b = '.repeat(20_000),
      `${dots} = 1`,
      `[${dots}]`,
    ]) {
      const { roots, problems } = read(`x = 1\n${text}\n`);
      expect(plain(at(roots[0], 'x'))).toBe(1);
      expect(problems.length).toBeGreaterThan(0);
    }
  });
});

it('reads any text without throwing, inside its bounds', () => {
  expectReadsAnyText(read, [
    'a',
    'b',
    '.',
    ' = ',
    '1',
    '"',
    '"""',
    "'",
    "'''",
    '[',
    ']',
    '[[',
    ']]',
    '{',
    '}',
    ',',
    '\n',
    '\r\n',
    ' ',
    '#',
    '\\',
    '\\u00e9',
    'true',
    '1979-05-27',
    'é',
    '\u{1f600}',
    '\ufeff',
  ]);
});
