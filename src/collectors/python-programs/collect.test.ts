import { describe, expect, it } from 'vitest';
import { ofKind, relationsOf } from '../../../test/facts-of-kind.ts';
import { harbour } from '../../../test/harbour-knowledge.ts';
import { textAt } from '../../../test/text-at.ts';
import { createKnowledge } from '../../engine/knowledge.ts';
import { parse } from '../../formats/text/parse.ts';
import type { Fact } from '../../model/fact.ts';
import { callsOf } from '../../model/pack.ts';
import { filePath } from '../../model/source.ts';
import { collect } from './collect.ts';

const call = callsOf({
  source: 'https://docs.harbour.test',
  checkedOn: '2026-11-21',
  packages: ['harbour_orm'],
  targets: ['HARBOUR_URL'],
});
const pack = { ...harbour, calls: [call('metadata.drop_all', 'always')] };
const knowledge = createKnowledge([pack], new Uint8Array(32));

function facts(text: string, file = 'scripts/wipe.py'): readonly Fact[] {
  const document = parse(filePath(file), text);
  return document === null ? [] : collect({ id: file, documents: [document] }, knowledge);
}

const commands = (text: string, file?: string) => ofKind(facts(text, file), 'DestructiveCommand');

describe('losses', () => {
  it.each([
    ['os.system("harbour volume delete -y data")', 'shell harbour volume delete'],
    [
      'subprocess.run(["harbour", "volume", "delete", volume, "-y"], check=True)',
      'shell harbour volume delete',
    ],
    [
      'subprocess.check_call("harbour volume rm -y " + name, shell=True)',
      'shell harbour volume delete',
    ],
    ['subprocess.run(["sh", "-c", f"harbour volume rm -y {name}"])', 'shell harbour volume delete'],
    ['subprocess.run(["psql", url, "-c", "DROP TABLE sailings"])', 'sql DROP TABLE sailings'],
    ['cursor.execute("""\n  TRUNCATE bookings\n""")', 'sql TRUNCATE bookings'],
    ['conn.execute(text("DROP SCHEMA public CASCADE"))', 'sql DROP SCHEMA public'],
    ['SQL = "DELETE FROM bookings"\ncur.execute(SQL)', 'sql DELETE FROM bookings'],
    ['Base.metadata.drop_all(bind=engine)', 'sql metadata.drop_all()'],
    [
      'requests.delete(f"https://api.harbour.test/v1/volumes/{volume}", timeout=5)',
      'api DELETE /v1/volumes/{id}',
    ],
    ['client.request("DELETE", BASE + "/v1/volumes/" + volume)\n', ''],
    [
      'BASE = "https://api.harbour.test"\nhttpx.delete(BASE + "/v1/volumes/a")',
      'api DELETE /v1/volumes/{id}',
    ],
    [
      'URL = "https://api.harbour.test/graphql"\nrequests.post(URL, json={"query": "mutation { volumeDelete(volumeId: 1) }"})',
      'api volumeDelete',
    ],
    ['# os.system("harbour volume delete -y data")', ''],
    ['print("harbour volume delete -y data")', ''],
    ['cur.execute("DELETE FROM bookings WHERE id = %s", (1,))', ''],
    ['cur.execute(statement)', ''],
    ['requests.get("https://api.harbour.test/v1/volumes/a")', ''],
    ['os.system("harbour volume list")', ''],
  ])('%s', (text, expected) => {
    expect(
      commands(text)
        .map(({ via, verb }) => `${via} ${verb}`)
        .join(),
    ).toBe(expected);
  });

  it('have their place, the function around them and the ways to run them', () => {
    const text =
      'import os\n\ndef wipe(name):\n    """Wipes."""\n    os.system("harbour volume rm -y data")\n';
    const [command] = commands(text);
    expect(command).toMatchObject({
      skipsPrompt: true,
      confidence: 'medium',
      invocations: ['python scripts/wipe.py', 'python3 scripts/wipe.py', './scripts/wipe.py'],
    });
    expect(command && textAt(text, command.at)).toBe('harbour volume rm -y data');
    const sql = 'def wipe():\n  cur.execute("TRUNCATE bookings")\n';
    const outside = 'def plan():\n  pass\nif wanted:\n  cur.execute("TRUNCATE bookings")\n';
    expect(commands(outside)[0]?.name).toBe('TRUNCATE bookings');
    expect(commands(sql)[0]?.name).toBe('wipe (TRUNCATE bookings)');
  });

  it('are read from what somebody starts', () => {
    const text = 'cur.execute("TRUNCATE bookings")\n';
    expect(commands(text, 'app/models.py')).toEqual([]);
    expect(commands(`${text}if __name__ == "__main__":\n  main()\n`, 'reset.py')).toHaveLength(1);
    expect(commands(text, 'tests/scripts/reset.py')).toEqual([]);
    expect(commands(text, 'scripts/migrations/0001.py')).toEqual([]);
  });
});

it('is a step on the way of whatever starts it, and leads on to what it starts', () => {
  const edges = (text: string) =>
    relationsOf(facts(text), 'runs').map(({ from, to }) => `${from} > ${to}`);
  expect(edges('cur.execute("TRUNCATE bookings")')).toEqual([
    'line:./scripts/wipe.py > python-programs:scripts/wipe.py#loses-1',
  ]);
  expect(edges('subprocess.run(["make", "wipe"])')).toEqual([
    'line:./scripts/wipe.py > line:make wipe',
  ]);
  expect(edges('input("sure? ")\nsubprocess.run(["make", "wipe"])')).toEqual([]);
});

describe('targets', () => {
  const drop =
    'url = os.environ["DATABASE_URL"]\ncreate_engine(url).execute("DROP TABLE bookings")\n';

  it('are what the env file says that the program loads', () => {
    const found = relationsOf(facts(`load_dotenv()\n${drop}`, 'api/scripts/wipe.py'), 'destroys');
    expect(found).toMatchObject([
      {
        to: 'variable:DATABASE_URL',
        environments: ['environment:api/scripts/.env', 'environment:api/.env', 'environment:.env'],
      },
    ]);
    const named = relationsOf(facts(`load_dotenv(ROOT / ".env.production")\n${drop}`), 'destroys');
    expect(named[0]?.environments).toContain('environment:.env.production');
  });

  it.each([
    ['no env file', drop],
    ['a database of tests', `load_dotenv()\n${drop.replace('DATABASE', 'TEST_DATABASE')}`],
  ])('are none with %s', (_, text) => {
    expect(relationsOf(facts(text), 'destroys')).toEqual([]);
  });

  it('are reached with the credentials that the program reads', () => {
    const text =
      'requests.delete("https://api.harbour.test/v1/volumes/a", headers={"x": os.getenv("HARBOUR_API_TOKEN")})';
    expect(relationsOf(facts(text), 'holds').map(({ to }) => to)).toEqual([
      'variable:HARBOUR_API_TOKEN',
    ]);
  });
});

describe('guards', () => {
  const drop = 'os.system("harbour volume rm -y data")\n';
  it.each([
    ['a question', `if input("sure? ") != "yes":\n    raise SystemExit(1)\n${drop}`, 'asks'],
    ['a dialog', `click.confirm("sure?", abort=True)\n${drop}`, 'asks'],
    ['a flag of consent', `if not args.yes:\n    sys.exit("pass --yes")\n${drop}`, 'asks'],
    ['a dry run', `if args.dry_run:\n    return\n${drop}`, 'asks'],
    ['a branch of consent', `if args.execute:\n    ${drop}`, 'asks'],
    ['a refusal', `if os.environ["APP_ENV"] == "production":\n    sys.exit(1)\n${drop}`, 'blocks'],
    ['a host', `if "localhost" not in url:\n    raise ValueError(url)\n${drop}`, 'blocks'],
    ['an assertion', `assert ENV != "production"\n${drop}`, 'blocks'],
    [
      'a variable that is missing',
      `if not os.getenv("DATABASE_URL"):\n    sys.exit(1)\n${drop}`,
      '',
    ],
    ['another branch', `if args.verbose:\n    print("go")\n${drop}`, ''],
    [
      'a question in another function',
      `def ask():\n    input("name? ")\ndef wipe():\n    ${drop}`,
      '',
    ],
    ['a question after it', `${drop}input("next? ")\n`, ''],
    [
      'a question of whoever calls',
      `def wipe():\n    ${drop}def main():\n    input("? ")\n    wipe()\n`,
      'asks',
    ],
    [
      'a flag that whoever calls wants',
      `def wipe():\n    ${drop}def main():\n    if not args.yes:\n        return\n    wipe()\n`,
      'asks',
    ],
    [
      'one caller of two that asks',
      `def wipe():\n    ${drop}def main():\n    input("? ")\n    wipe()\ndef nightly():\n    wipe()\n`,
      '',
    ],
    [
      'a function of its own that asks',
      `def sure():\n    return input("? ") == "y"\ndef wipe():\n    if sure():\n        ${drop}`,
      'asks',
    ],
    [
      'a question above the function',
      `@click.confirmation_option(prompt="?")\ndef wipe():\n    ${drop}`,
      'asks',
    ],
    [
      'a question above another function',
      `@click.confirmation_option(prompt="?")\ndef other():\n    pass\ndef wipe():\n    ${drop}`,
      '',
    ],
    [
      'functions that call one another',
      `def wipe():\n    ${drop}    again()\ndef again():\n    wipe()\n`,
      '',
    ],
    ['nothing', drop, ''],
  ])('%s', (_, text, expected) => {
    const found = facts(text);
    expect(
      ofKind(found, 'Guard')
        .map(({ strength }) => strength)
        .join(),
    ).toBe(expected);
    expect(ofKind(found, 'DestructiveCommand').map((one) => one.skipsPrompt)).toEqual([
      expected === '',
    ]);
  });
});

it('ends quickly on hostile text', () => {
  for (const text of [
    'os.system('.repeat(20_000),
    `if x:\n${' if env == 1:\n'.repeat(2_000)}`,
    'f"{'.repeat(50_000),
  ]) {
    expect(commands(text)).toEqual([]);
  }
});
