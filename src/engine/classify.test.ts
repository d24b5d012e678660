import { describe, expect, it } from 'vitest';
import type { Collector, FileMatch } from '../model/plugin.ts';
import { filePath } from '../model/source.ts';
import { type Claim, createClassifier, globsEvenIfIgnored } from './classify.ts';
import { createContentWords } from './content-words.ts';
import { needsContent, settleClaims } from './settle-claims.ts';

function collector(id: string, ...files: readonly FileMatch[]): Collector {
  return { id, emits: [], files, load: () => Promise.reject(new Error('not loaded here')) };
}

const compose = collector('compose', {
  glob: '**/{docker-,}compose*.{yml,yaml}',
  format: 'yaml',
});
const kubernetes = collector('kubernetes', {
  glob: '**/*.{yml,yaml}',
  format: 'yaml',
  hints: ['apiVersion:'],
});
const dotenv = collector('dotenv', { glob: '**/.env*', format: 'dotenv', evenIfIgnored: true });
const sweep = collector('sweep', { glob: '**', format: 'text', hints: [] });

const ids = (claims: readonly Claim[]): readonly string[] => claims.map((claim) => claim.collector);
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const wordsOf = createContentWords(['KEYWORD']);
const settle = (claims: readonly Claim[], text: string): readonly Claim[] =>
  settleClaims(claims, wordsOf(bytes(text), claims));

describe('createClassifier', () => {
  const classify = createClassifier([sweep, compose, kubernetes, dotenv]);

  it('finds every collector that may want a file, in their order', () => {
    expect(ids(classify(filePath('ops/docker-compose.prod.yml')))).toEqual([
      'sweep',
      'compose',
      'kubernetes',
    ]);
    expect(ids(classify(filePath('.env.production')))).toEqual(['sweep', 'dotenv']);
    expect(ids(classify(filePath('src/index.ts')))).toEqual(['sweep']);
  });

  it('finds nobody where nobody matches', () => {
    expect(createClassifier([dotenv])(filePath('src/index.ts'))).toEqual([]);
  });
});

describe('settleClaims', () => {
  const claimsOf = (...collectors: readonly Collector[]): readonly Claim[] =>
    createClassifier(collectors)(filePath('a/compose.yml'));

  it('keeps a claim without hints whatever the file holds', () => {
    expect(ids(settle(claimsOf(compose), ''))).toEqual(['compose']);
  });

  it('keeps a claim with hints when one occurs, in exact case', () => {
    const claims = claimsOf(kubernetes);
    expect(ids(settle(claims, 'x: 1\napiVersion: v1\n'))).toEqual(['kubernetes']);
    expect(settle(claims, 'apiversion: v1\n')).toEqual([]);
  });

  it('looks for hints anywhere in the file', () => {
    const claims = claimsOf(kubernetes);
    expect(settle(claims, `${' '.repeat(200_000)}apiVersion: v1\n`)).toHaveLength(1);
    expect(settle(claims, ' '.repeat(200_000))).toEqual([]);
  });

  it('looks no further than the given view of a larger buffer', () => {
    const view = bytes('....apiVersion: v1').subarray(0, 6);
    const claims = claimsOf(kubernetes);
    expect(settleClaims(claims, wordsOf(view, claims))).toEqual([]);
  });

  it('says of the hundredth file of a kind what it says of the first', () => {
    const claims = claimsOf(sweep, kubernetes);
    const answers = Array.from({ length: 100 }, (_, i) => [
      ids(settle(claims, `# ${i}`)),
      ids(settle(claims, `apiVersion: v${i}`)),
      ids(settle(claims, `KEYWORD ${i}`)),
      ids(settle(claims, `apiVersion: KEYWORD ${i}`)),
    ]);
    const each = [[], ['kubernetes'], ['sweep'], ['sweep', 'kubernetes']];
    expect(answers).toEqual(Array.from({ length: 100 }, () => each));
  });

  it('keeps a claim with an empty list of hints when the prefilter found a keyword', () => {
    expect(ids(settle(claimsOf(sweep), 'a KEYWORD'))).toEqual(['sweep']);
    // A hint of somebody else is no keyword of the packs.
    expect(settle(claimsOf(sweep), 'apiVersion: v1')).toEqual([]);
  });

  it('gives a collector each file once, through its first claim that holds', () => {
    const twice = collector(
      'twice',
      { glob: '**/*.yml', format: 'yaml', hints: ['never there'] },
      { glob: '**/compose.yml', format: 'yaml' },
      { glob: 'a/*', format: 'text' },
    );
    expect(settle(claimsOf(twice), 'x').map((claim) => claim.match)).toEqual([
      { glob: '**/compose.yml', format: 'yaml' },
    ]);
  });
});

describe('needsContent', () => {
  it('is true when every claim depends on what the file holds', () => {
    const claims = createClassifier([sweep, compose, kubernetes])(filePath('a.yml'));
    expect(needsContent(claims)).toBe(true);
    expect(needsContent(createClassifier([sweep, dotenv])(filePath('.env')))).toBe(false);
  });
});

describe('globsEvenIfIgnored', () => {
  it('lists them once each', () => {
    expect(globsEvenIfIgnored([dotenv, kubernetes, dotenv])).toEqual(['**/.env*']);
  });
});
