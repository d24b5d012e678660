import { expect, it } from 'vitest';
import type { RulePattern } from '../../model/permission.ts';
import { patternCovers } from './pattern-covers.ts';

const any: RulePattern = { type: 'any' };
const exact = (text: string): RulePattern => ({ type: 'exact', text });
const glob = (text: string): RulePattern => ({ type: 'glob', text });
const prefix = (text: string): RulePattern => ({ type: 'prefix', text, boundary: 'word' });

it.each([
  [any, prefix('npm test'), true],
  [prefix('npm test'), any, false],
  [prefix('npm'), prefix('npm test'), true],
  [prefix('npm'), prefix('npmx'), false],
  [prefix('npm test'), prefix('npm'), false],
  [glob('npm *'), glob('npm run build *'), true],
  [glob('npm *'), exact('npm'), true],
  [glob('npm * --force*'), prefix('npm publish --force'), true],
  [glob('npm * --force*'), prefix('npm publish'), false],
  [glob('docs/*'), exact('docs/search'), true],
  [glob('docs/*'), exact('db/query'), false],
  [exact('npm test'), exact('npm test'), true],
])('%j %j: %s', (wide, narrow, covers) => {
  expect(patternCovers(wide, narrow)).toBe(covers);
});
