import fc from 'fast-check';
import { Minimatch } from 'minimatch';
import { describe, expect, it } from 'vitest';
import { createGlobIndex, createGlobTest, globProblem } from './glob-set.ts';

const matches = (glob: string, file: string): boolean => createGlobTest([glob])(file);

describe('createGlobIndex', () => {
  it.each([
    ['**/.env', 'apps/web/.env', true],
    ['**/.env', 'apps/web/.env.local', false],
    ['**/.env*', '.env.production', true],
    ['**/.env*', 'apps/.environment/readme', false],
    ['**/*.yml', '.github/workflows/deploy.yml', true],
    ['**/*.yml', 'deploy.yml.bak', false],
    ['**/*.env', '.env', true],
    ['.mcp.json', '.mcp.json', true],
    ['.mcp.json', 'sub/.mcp.json', false],
    ['**/.claude/settings.json', '.claude/settings.json', true],
    ['**/.claude/settings.json', 'a/b/.claude/settings.json', true],
    ['**/.claude/settings.json', 'a/x.claude/settings.json', false],
    ['**/docker-compose*.{yml,yaml}', 'ops/docker-compose.prod.yaml', true],
    ['.github/workflows/*.{yml,yaml}', '.github/workflows/a/b.yml', false],
    ['**/k8s/**/*.yaml', 'k8s/deploy.yaml', true],
    ['**/k8s/**/*.yaml', 'apps/k8s/base/x/deploy.yaml', true],
    ['docs/**', 'docs/a/b.md', true],
    ['docs/**', 'mydocs/a.md', false],
    ['./infra/*.tf', 'infra/main.tf', true],
    ['/infra/*.tf', 'infra/main.tf', true],
    ['!secret.yml', '!secret.yml', true],
    ['#notes', '#notes', true],
    ['[ab].txt', 'b.txt', true],
    ['**/?.sql', 'dump/x.sql', true],
  ])('%s on %s: %s', (glob, file, expected) => {
    expect(matches(glob, file)).toBe(expected);
  });

  it('gives the positions of all globs that match, ascending and once each', () => {
    const index = createGlobIndex(['**/*.json', '**', '**/{settings,setting*}.json', '*.md']);
    expect(index('.claude/settings.json')).toEqual([0, 1, 2]);
    expect(index('README.md')).toEqual([1, 3]);
    expect(createGlobIndex([])('a')).toEqual([]);
  });

  it('agrees with minimatch whatever bucket a glob falls into', () => {
    const piece = fc.constantFrom(
      '*',
      '**',
      'a',
      '.env',
      '*.yml',
      'a.yml',
      'a*',
      '?.b',
      '.e*',
      '{a,b}',
      '*.tar.gz',
      '*a*',
      'a**',
      '[a-c]b',
      '*.!(yml|b)',
      '+(a|.)env',
      'x.@(yml|tar.gz)',
    );
    const segment = fc.constantFrom(
      'a',
      'b',
      '.env',
      'x.yml',
      'a.yml',
      'ab',
      'c.b',
      '.e',
      'x.tar.gz',
      '.yml',
    );
    const glob = fc.array(piece, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/'));
    const file = fc.array(segment, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/'));
    fc.assert(
      fc.property(glob, file, (pattern, path) => {
        const expected = new Minimatch(pattern, { dot: true }).match(path);
        expect(matches(pattern, path)).toBe(expected);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('globProblem', () => {
  it('accepts ordinary globs', () => {
    expect(globProblem('**/k8s/{base,overlays/*}/**/*.{yml,yaml}')).toBeNull();
  });

  it.each([
    ['an empty glob', ''],
    ['a glob past the length limit', 'a'.repeat(513)],
    ['braces that explode', '{a,b}'.repeat(30)],
    ['a huge range', '{1..100000000}'],
  ])('refuses %s, and it matches nothing', (_, glob) => {
    expect(globProblem(glob)).toMatch(/^(A glob|The braces)/);
    expect(matches(glob, glob)).toBe(false);
  });

  // Fails by running into the test time limit: a backtracking matcher would need centuries.
  it('comes to an end on patterns made of stars', () => {
    expect(matches(`**/${'*a'.repeat(200)}b`, 'a'.repeat(4000))).toBe(false);
    expect(matches(`${'**/a/'.repeat(90)}b`, 'a/'.repeat(2000))).toBe(false);
  });
});
