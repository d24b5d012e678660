import { describe, expect, it } from 'vitest';
import { ofKind, relationsOf } from '../../../test/facts-of-kind.ts';
import { createKnowledge } from '../../engine/knowledge.ts';
import { parse as parseJson } from '../../formats/json/parse.ts';
import { parse } from '../../formats/script/parse.ts';
import { callsOf, commandsOf, definePack } from '../../model/pack.ts';
import { filePath } from '../../model/source.ts';
import { packs } from '../../registry.generated.ts';
import { collect } from './collect.ts';
import { lossHints } from './loss-hints.ts';

const claim = { source: 'https://docs.harbour.test', checkedOn: '2026-11-21' };
const call = callsOf({ ...claim, packages: ['harbour-orm'], targets: ['HARBOUR_URL'] });
const knowledge = createKnowledge(
  [
    definePack({
      id: 'harbour-orm',
      title: 'Harbour ORM',
      commands: [
        commandsOf('harbour-orm', claim, { targets: ['HARBOUR_URL'] })('migrate reset', 'database'),
      ],
      calls: [
        call('sync', { option: 'force' }),
        call('dropDatabase', 'always'),
        call('deleteMany', 'empty'),
        call('synchronize', { trueAt: 0 }),
        call('HarbourSource', { option: 'dropSchema' }),
      ],
    }),
  ],
  new Uint8Array(32),
);

interface Package {
  readonly scripts?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
}

function facts(files: Readonly<Record<string, string>>, manifest: Package) {
  const dependencies = { 'harbour-orm': '1.0.0', ...manifest.dependencies };
  const documents = [
    parseJson(filePath('package.json'), JSON.stringify({ ...manifest, dependencies })),
    ...Object.entries(files).map(([file, text]) => parse(filePath(file), text)),
  ];
  return collect({ id: 'package.json', documents }, knowledge);
}

const runs = { scripts: { 'db:reset': 'node --env-file=.env scripts/reset.js' } };
const inScript = (text: string) =>
  ofKind(facts({ 'scripts/reset.js': text }, runs), 'DestructiveCommand');

describe('calls', () => {
  it.each([
    ['an option', 'await db.sync({ force: true });', 'db.sync'],
    ['any argument', 'await connection.dropDatabase();', 'connection.dropDatabase'],
    ['no argument', 'await db.ferry.deleteMany();', 'ferry.deleteMany'],
    ['an empty filter', 'await db.ferry.deleteMany({ where: {} });', 'ferry.deleteMany'],
    ['a position', 'await source.synchronize(true);', 'source.synchronize'],
    ['an object', 'const source = new HarbourSource({ dropSchema: true });', 'new HarbourSource'],
    ['SQL', 'await pool.query("DROP SCHEMA public CASCADE");', 'DROP SCHEMA public'],
    [
      'SQL in a constant',
      'const sql = `TRUNCATE ferries`;\nawait pool.query(sql);',
      'TRUNCATE ferries',
    ],
    ['a tagged template', 'await sql`TRUNCATE ferries CASCADE`;', 'TRUNCATE ferries'],
    ['a loop', 'for (const t of all) await pool.query("TRUNCATE " + t);', 'TRUNCATE'],
    ['a command', 'execSync("npx harbour-orm migrate reset");', 'harbour-orm migrate reset'],
  ])('lose data by %s', (_, text, verb) => {
    expect(inScript(text).map((one) => one.verb)).toEqual([verb, verb]);
  });

  it.each([
    ['no force', 'await db.sync({ force: false });'],
    ['an object that keeps it', 'new HarbourSource({ dropSchema: isTest });'],
    ['a filter', 'await db.ferry.deleteMany({ where: { id } });'],
    ['a table of tests', 'await pool.query("DROP DATABASE harbour_test");'],
    ['a log', 'console.log("DROP SCHEMA public");'],
    ['a function', 'dropDatabase();'],
  ])('lose nothing by %s', (_, text) => {
    expect(inScript(text)).toEqual([]);
  });

  it('are known to the hints of the collector', () => {
    for (const provider of packs) {
      for (const spec of provider.calls ?? []) {
        // A call with its receiver belongs to a library of another language.
        if (spec.method.includes('.')) continue;
        const written =
          typeof spec.when === 'object' && 'option' in spec.when
            ? `${spec.when.option}: true`
            : `${spec.method}(`;
        expect(
          lossHints.some((hint) => written.includes(hint) || hint.endsWith(written)),
          spec.method,
        ).toBe(true);
      }
    }
  });
});

describe('what they lose', () => {
  const targets = (text: string, manifest: Package, file = 'scripts/reset.js') =>
    relationsOf(facts({ [file]: text }, manifest), 'destroys').map(
      ({ to, environments }) => `${to} of ${environments?.join(', ')}`,
    );
  const drop = 'await db.dropDatabase();';

  it('is what the variable names in the env file of the task', () => {
    expect(targets(drop, runs)).toEqual(['variable:HARBOUR_URL of environment:.env']);
  });

  it('is what the module reads', () => {
    const text = `const url = process.env.ORDERS_DATABASE_URL;\n${drop}`;
    expect(targets(text, runs)).toEqual(['variable:ORDERS_DATABASE_URL of environment:.env']);
  });

  it('is what dotenv reads', () => {
    const plain = { scripts: { reset: 'node scripts/reset.js' } };
    expect(targets(`import 'dotenv/config';\n${drop}`, plain)).toEqual([
      'variable:HARBOUR_URL of environment:.env',
    ]);
    expect(
      targets(
        `import dotenv from 'dotenv';\ndotenv.config({ path: '.env.test' });\n${drop}`,
        plain,
      ),
    ).toEqual(['variable:HARBOUR_URL of environment:.env.test']);
    expect(targets(drop, { ...plain, dependencies: { dotenv: '17' } })).toEqual([
      'variable:HARBOUR_URL of environment:.env',
    ]);
  });

  it.each([
    ['a variable of tests', `const url = process.env.TEST_DATABASE_URL;\n${drop}`, runs],
    [
      'a variable that the task sets',
      drop,
      { scripts: { reset: 'HARBOUR_URL=x node --env-file=.env scripts/reset.js' } },
    ],
    ['an env file that nobody names', drop, { scripts: { reset: 'node scripts/reset.js' } }],
    [
      'a path that is computed',
      `import dotenv from 'dotenv';\ndotenv.config({ path: pick() });\n${drop}`,
      runs.scripts && {
        scripts: { reset: 'node scripts/reset.js' },
        dependencies: { dotenv: '17' },
      },
    ],
    ['a server of its own', drop, { ...runs, dependencies: { testcontainers: '10' } }],
  ])('is nothing known with %s', (_, text, manifest) => {
    expect(targets(text, manifest)).toEqual([]);
  });
});

describe('tasks', () => {
  it('start it, through other tasks too', () => {
    const manifest = {
      scripts: {
        test: 'npm run test:unit',
        'test:unit': 'npm run jest',
        jest: 'node --env-file=.env node_modules/.bin/jest',
      },
    };
    const found = ofKind(
      facts({ 'tests/crew.test.js': 'beforeAll(() => db.dropDatabase());' }, manifest),
      'DestructiveCommand',
    );
    expect(found.map((one) => one.at.file)).toEqual(['tests/crew.test.js', 'package.json']);
    expect(found[1]?.aliases).toEqual([found[0]?.key]);
    expect(found[1]?.invocations).toContain('npm test');
  });

  it('do not reach what no task runs', () => {
    expect(facts({ 'src/app.js': 'await db.dropDatabase();' }, runs)).toEqual([]);
  });
});

describe('guards', () => {
  it.each([
    ['the environment', 'if (process.env.NODE_ENV === "production") throw new Error();'],
    ['the host', 'assert.match(new URL(process.env.HARBOUR_URL).hostname, /^localhost$/);'],
    ['the name', 'if (!process.env.HARBOUR_URL.endsWith("_test")) { throw new Error("no"); }'],
  ])('are seen: %s', (_, guard) => {
    const [command] = inScript(`${guard}\nawait db.dropDatabase();`);
    expect(command?.skipsPrompt).toBe(false);
  });

  it('are not seen where there is none', () => {
    expect(inScript('await db.dropDatabase();')[0]?.skipsPrompt).toBe(true);
  });
});
