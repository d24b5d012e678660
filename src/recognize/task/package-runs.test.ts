import { expect, it } from 'vitest';
import { parse } from '../../formats/json/parse.ts';
import { filePath } from '../../model/source.ts';
import { packageRuns, reaches } from './package-runs.ts';

function runs(script: string, file = 'package.json') {
  const document = parse(filePath(file), JSON.stringify({ scripts: { task: script } }));
  if (document.shape !== 'data') throw new Error('no data');
  return packageRuns(document);
}

it.each([
  ['node --env-file=.env --test tests/', 'tests/crew.test.mjs', true],
  ['jest', 'src/crew.test.ts', true],
  ['npx vitest run', 'src/crew.test.ts', true],
  ['c8 mocha "tests/**/*.js"', 'tests/crew.js', true],
  ['cross-env NODE_ENV=test jest --runInBand', 'src/crew.test.ts', true],
  ['bun test', 'src/crew.test.ts', true],
  ['tsx scripts/reset.ts --all', 'scripts/reset.ts', false],
  ['node ./scripts/reset', 'scripts/reset.js', false],
])('%s reaches %s', (script, file, isTest) => {
  expect(runs(script).some((run) => reaches(run, file, isTest))).toBe(true);
});

it.each([
  ['jest src/ferry.test.ts', 'src/crew.test.ts', true],
  ['jest', 'src/app.ts', false],
  ['tsc --noEmit', 'src/crew.test.ts', true],
  ['tsx scripts/other.ts', 'scripts/reset.ts', false],
])('%s does not reach %s', (script, file, isTest) => {
  expect(runs(script).some((run) => reaches(run, file, isTest))).toBe(false);
});

it('reads paths from the folder of the package, env files and what is set', () => {
  const [run] = runs(
    'cross-env DATABASE_URL=x dotenv -e .env.test -- jest tests/',
    'apps/api/package.json',
  );
  expect(run).toMatchObject({
    paths: ['apps/api/tests/'],
    runsTests: true,
    environments: ['environment:apps/api/.env.test'],
    sets: ['DATABASE_URL'],
  });
});
