import { describe, expect, it } from 'vitest';
import { pythonCalls, pythonConstants, stringPieces } from './calls.ts';
import { pythonTokens } from './tokens.ts';

/** The string that the first argument of the first call is, holes as `<name>`. */
function firstString(source: string): string | null {
  const tokens = pythonTokens(source);
  const argument = pythonCalls(tokens).find(({ name }) => name.endsWith('run'))?.arguments[0];
  const pieces = stringPieces(argument?.tokens ?? [], pythonConstants(tokens));
  return (
    pieces?.map((one) => (one.kind === 'text' ? one.text : `<${one.name ?? ''}>`)).join('') ?? null
  );
}

describe('strings', () => {
  it.each([
    ['run("a b")', 'a b'],
    ["run('it\\'s')", "it's"],
    ['run(r"a\\n")', 'a\\n'],
    ['run("a\\nb")', 'a\nb'],
    ['run("""a\n"b" # c\n""")', 'a\n"b" # c\n'],
    ['run("a " "b")', 'a b'],
    ['run("a " + NAME + " b")', 'a <NAME> b'],
    ['NAME = "x"\nrun("a " + NAME)', 'a x'],
    ['run(f"a {name} {{b}} {x.y!r}")', 'a <name> {b} <>'],
    ['SQL = """DROP"""\nrun(SQL)', 'DROP'],
    ['run(text("DROP"))', 'DROP'],
    ['A = "x"\nA = "y"\nrun(A)', null],
    ['run(name)', null],
    ['# run("x")\nrun("y")', 'y'],
    ['s = """\nrun("x")\n"""\nrun("y")', 'y'],
  ])('%s', (source, expected) => {
    expect(firstString(source)).toBe(expected);
  });

  it('lead back to the file', () => {
    const source = 'run("a\\tbcd")';
    const [token] = pythonTokens(source).filter(({ kind }) => kind === 'string');
    expect(token?.pieces).toEqual([
      {
        kind: 'text',
        text: 'a\tbcd',
        map: [
          [0, 5],
          [2, 8],
        ],
      },
    ]);
  });
});

it('finds calls with their names and arguments', () => {
  const source =
    'x = a.b.run([1, 2], shell=True)\nclient("s").drop(\n  x == 1)\ndef run(a): pass\n';
  const calls = pythonCalls(pythonTokens(source));
  expect(
    calls.map(({ name, arguments: given }) => `${name} ${given.map((one) => one.keyword)}`),
  ).toEqual(['a.b.run ,shell', 'client ', '.drop ']);
});

it('ends quickly on hostile text', () => {
  for (const source of [
    '('.repeat(100_000),
    'f"{'.repeat(50_000),
    '"'.repeat(100_001),
    'a.'.repeat(100_000),
    'a(1,'.repeat(50_000),
  ]) {
    expect(pythonCalls(pythonTokens(source)).length).toBeLessThan(50_001);
  }
});
