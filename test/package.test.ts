import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageFolder } from '../scripts/third-party-notices.ts';
import { projectRoot } from './run-program.ts';

describe('the package', () => {
  it('ships what it should', () => {
    const check = spawnSync(
      process.execPath,
      ['--import', 'tsx', join(projectRoot, 'scripts/check-package.ts')],
      { cwd: projectRoot, encoding: 'utf8' },
    );
    expect(check.stderr).toBe('');
    expect(check.status).toBe(0);
  });

  it('carries the notice of every package it bundles', () => {
    const notices = readFileSync(join(projectRoot, 'THIRD-PARTY-NOTICES.md'), 'utf8');
    for (const name of ['yargs', 'js-yaml', 'glob', '@babel/parser', 'unbash']) {
      expect(notices).toMatch(new RegExp(`^## ${name} \\d`, 'm'));
    }
  });
});

describe('packageFolder', () => {
  it.each([
    ['src/cli/cli.ts', undefined],
    ['node_modules/yargs/index.mjs', 'node_modules/yargs'],
    ['node_modules/@babel/parser/lib/index.js', 'node_modules/@babel/parser'],
    ['node_modules/a/node_modules/@b/c/d/e.js', 'node_modules/a/node_modules/@b/c'],
  ])('%s', (input, folder) => {
    expect(packageFolder(input)).toBe(folder);
  });
});
