import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from './run-program.ts';
import { copyTree, removeTree } from './temporary-tree.ts';

// `.ci/run` installs pre-commit and says where; it then installs the hook's own packages, which takes a minute.
const program = process.env['RISKSCAN_PRE_COMMIT'];
if (program === undefined) {
  console.warn('SKIPPED: the pre-commit hook; set RISKSCAN_PRE_COMMIT to the pre-commit program');
}

const minutes = 60_000;
let scratch = '';
let hooks = '';
let risky = '';

describe.skipIf(program === undefined)('the pre-commit hook', () => {
  beforeAll(() => {
    scratch = mkdtempSync(join(tmpdir(), 'riskscan-pre-commit-'));
    hooks = join(scratch, 'hooks');
    copyProject(hooks);
    commitAll(hooks);
    risky = copyTree(join(projectRoot, 'fixtures/repos/domains-token/before'));
  });
  afterAll(() => {
    rmSync(scratch, { recursive: true, force: true });
    removeTree(risky);
  });

  it('is installed from the repository, scans the tree, and fails it', {
    timeout: 5 * minutes,
  }, () => {
    const revision = git(hooks, 'rev-parse', 'HEAD').trim();
    writeFileSync(
      join(risky, '.pre-commit-config.yaml'),
      `repos:\n  - repo: ${hooks}\n    rev: ${revision}\n    hooks: [{ id: riskscan }]\n`,
    );
    commitAll(risky);
    const run = spawnSync(program ?? '', ['run', '--all-files', '--color', 'never'], {
      cwd: risky,
      encoding: 'utf8',
      env: { ...outsideNpm(), PRE_COMMIT_HOME: join(scratch, 'home') },
    });
    expect(run.stdout).toContain('- hook id: riskscan');
    expect(run.stdout).toContain('- exit code: 1');
    expect(run.stdout).toContain('tools/domains/.env:');
    expect(run.status).toBe(1);
  });
});

/** Our environment without what npm adds for the scripts it runs: pre-commit is started from a shell. */
function outsideNpm(): Record<string, string | undefined> {
  const kept = Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name));
  const path = process.env['PATH'] ?? '';
  const folders = path.split(':').filter((folder) => !folder.endsWith('node_modules/.bin'));
  return { ...Object.fromEntries(kept), PATH: folders.join(':') };
}

/** The project as a commit of the working tree would be: what git knows, and what is new and not ignored. */
function copyProject(to: string): void {
  const files = git(projectRoot, 'ls-files', '-z', '--cached', '--others', '--exclude-standard');
  for (const file of new Set(files.split('\0'))) {
    const from = join(projectRoot, file);
    // A file deleted in the working tree is still listed.
    if (file !== '' && existsSync(from)) cpSync(from, join(to, file));
  }
}

function commitAll(folder: string): void {
  git(folder, 'init', '-q');
  git(folder, 'add', '--all', '--force', '.');
  const identity = ['-c', 'user.name=riskscan', '-c', 'user.email=riskscan@example.org'];
  git(folder, ...identity, 'commit', '--quiet', '--no-verify', '--message', 'test');
}

function git(folder: string, ...args: readonly string[]): string {
  const run = spawnSync('git', ['-C', folder, ...args], { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`git ${args.join(' ')}: ${run.stderr}`);
  return run.stdout;
}
