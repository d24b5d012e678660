import { describe, expect, it } from 'vitest';
import { harbour } from '../../../test/harbour-knowledge.ts';
import { createKnowledge } from '../../engine/knowledge.ts';
import { parse } from '../../formats/json/parse.ts';
import type { DestructiveCommand } from '../../model/fact.ts';
import type { ProviderFacts } from '../../model/knowledge.ts';
import { filePath } from '../../model/source.ts';
import { collect } from './collect.ts';

/** Harbour, and a tool of the kind that tasks call. */
const pack: ProviderFacts = {
  ...harbour,
  commands: [
    ...harbour.commands,
    {
      source: 'https://docs.harbour.test',
      checkedOn: '2026-11-21',
      argv: ['drizzle-kit', 'push'],
      onlyWith: ['--force'],
      harmlessWith: [],
      destroys: 'database',
      asks: 'never',
      skipsPrompt: [],
      targets: [],
      safeVariant: null,
      recovery: null,
    },
  ],
};
const knowledge = createKnowledge([pack], new Uint8Array(32));

function commands(text: string, file = 'package.json'): readonly DestructiveCommand[] {
  const unit = { id: file, documents: [parse(filePath(file), text)] };
  return collect(unit, knowledge).filter((fact) => fact.kind === 'DestructiveCommand');
}

function withScripts(scripts: Readonly<Record<string, string>>): string {
  return JSON.stringify({ name: 'shop', scripts }, null, 2);
}

describe('scripts of package.json', () => {
  it.each([
    ['-var-file=envs/prod.tfvars', ['production']],
    ['-var-file staging.tfvars', ['staging']],
    ['-var-file=common.tfvars', []],
    ['', []],
  ])('knows the stage of a task that is handed "%s"', (flag, tiers) => {
    const text = withScripts({ drop: `harbour volume rm data -y ${flag}` });
    const documents = [parse(filePath('package.json'), text)];
    const found = collect({ id: 'package.json', documents }, knowledge);
    expect(found.flatMap((fact) => (fact.kind === 'Environment' ? [fact.tier] : []))).toEqual(
      tiers,
    );
    expect(found.filter((fact) => fact.kind === 'Relation' && fact.rel === 'in')).toHaveLength(
      tiers.length,
    );
  });

  it('finds a destructive task with its exact place and the ways to run it', () => {
    const text = withScripts({
      build: 'vite build',
      'volume:drop': 'npx harbour volume rm "data" -y && vite build',
    });
    const [command, ...others] = commands(text);
    expect(others).toEqual([]);
    expect(command).toMatchObject({
      key: 'task-runners:package.json#volume:drop#harbour-volume-delete',
      name: 'volume:drop (harbour volume delete)',
      verb: 'harbour volume delete',
      provider: 'harbour',
      via: 'shell',
      destroys: 'volume',
      skipsPrompt: true,
      recovery: 'kept for two days',
      invocations: ['npm run volume:drop', 'pnpm volume:drop', 'yarn volume:drop'],
    });
    expect(text.slice(command?.at.start, command?.at.end)).toBe('harbour volume rm \\"data\\" -y');
  });

  it('names the folder of a package below the root', () => {
    const [command] = commands(
      withScripts({ drop: 'harbour volume delete -y' }),
      'apps/api/package.json',
    );
    expect(command?.invocations).toContain('npm --prefix apps/api run drop');
  });

  it.each([
    ['the tool asks', 'harbour volume delete data', false],
    ['a flag skips the question', 'harbour volume delete data --yes', true],
    ['the task answers', 'yes | harbour volume delete data', true],
  ])('knows whether %s', (_, task, skips) => {
    expect(commands(withScripts({ drop: task })).map((one) => one.skipsPrompt)).toEqual([skips]);
  });

  it('keeps two commands of one task apart', () => {
    const text = withScripts({ drop: 'harbour volume delete a && harbour volume delete b' });
    expect(commands(text).map((one) => one.key)).toEqual([
      'task-runners:package.json#drop#harbour-volume-delete',
      'task-runners:package.json#drop#harbour-volume-delete-2',
    ]);
  });

  it.each([
    ['npm run', 'npm run drop'],
    ['npm run with flags', 'npm run --silent drop -- --verbose'],
    ['pnpm', 'pnpm drop'],
    ['pnpm run', 'pnpm run drop'],
    ['yarn', 'yarn drop'],
    ['yarn run', 'cross-env CI=1 yarn run drop'],
    ['run-s', 'run-s build drop'],
    ['a pattern', 'npm-run-all "dr*"'],
    ['concurrently', 'concurrently "npm:drop" "npm run build"'],
  ])('follows %s', (_, caller) => {
    const text = withScripts({
      reset: caller,
      build: 'vite build',
      drop: 'harbour volume delete -y',
    });
    expect(commands(text)[0]?.invocations).toContain('npm run reset');
  });

  it.each([
    ['another workspace', 'npm run drop -w apps/api'],
    ['a filtered package', 'pnpm --filter api drop'],
    ['another folder', 'npm --prefix apps/api run drop'],
    ['a mention', 'echo npm run drop'],
  ])('does not follow %s', (_, caller) => {
    const text = withScripts({ reset: caller, drop: 'harbour volume delete -y' });
    expect(commands(text)[0]?.invocations).not.toContain('npm run reset');
  });

  it.each([
    ['an API call', 'curl -X DELETE https://api.harbour.test/v1/volumes/data', 'api'],
    ['SQL', 'psql "$DATABASE_URL" -c "DROP TABLE sailings"', 'sql'],
  ])('finds %s', (_, task, via) => {
    expect(commands(withScripts({ task })).map((one) => one.via)).toEqual([via]);
  });

  it('follows chains, circles and life cycle tasks', () => {
    const chain = commands(
      withScripts({ a: 'npm run b', b: 'npm run a && npm run c', c: 'harbour volume delete -y' }),
    );
    expect(chain[0]?.invocations.filter((line) => line.startsWith('npm'))).toEqual([
      'npm run c',
      'npm run b',
      'npm run a',
    ]);
    const [around] = commands(withScripts({ pretest: 'harbour volume delete -y', test: 'vitest' }));
    expect(around?.invocations).toContain('npm test');
    const [install] = commands(withScripts({ postinstall: 'harbour volume delete -y' }));
    expect(install?.invocations).toContain('npm ci');
  });

  it.each([
    ['a migration', 'prisma migrate deploy'],
    ['a message', "echo 'run drizzle-kit push --force' && exit 1"],
    ['a push that asks', 'drizzle-kit push'],
    ['a dry run', 'harbour volume delete --dry-run'],
    ['a file', 'tsx scripts/drop.ts'],
  ])('is silent about %s', (_, task) => {
    expect(commands(withScripts({ task }))).toEqual([]);
  });

  it.each([
    ['nothing', ''],
    ['no object', '[]'],
    ['no scripts', '{"name":"shop"}'],
    ['scripts of another type', '{"scripts":["harbour volume delete"]}'],
    ['a task of another type', '{"scripts":{"drop":7,"x":null,"y":{"z":"harbour volume delete"}}}'],
    ['garbage', '{"scripts":{"drop":"harbour volume \\ud800 $((('],
  ])('survives %s', (_, text) => {
    expect(commands(text)).toEqual([]);
  });
});
