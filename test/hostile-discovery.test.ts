import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type DiscoverOptions, type Discovery, discover } from '../src/discover/discover.ts';

let base = '';
let root = '';

beforeEach(() => {
  base = realpathSync(mkdtempSync(join(tmpdir(), 'riskscan-discover-')));
  root = join(base, 'repo');
  mkdirSync(root);
});

afterEach(() => {
  rmSync(base, { recursive: true, force: true });
});

/** Git as a careless tool would call it, with settings of the machine left out. */
const careless = {
  PATH: process.env['PATH'] ?? '',
  HOME: tmpdir(),
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_AUTHOR_NAME: 'n',
  GIT_AUTHOR_EMAIL: 'n@example.org',
  GIT_COMMITTER_NAME: 'n',
  GIT_COMMITTER_EMAIL: 'n@example.org',
};

function git(folder: string, ...args: readonly string[]): string {
  return execFileSync('git', ['-C', folder, ...args], {
    env: careless,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}

function write(file: string, text = 'x\n'): void {
  const path = join(root, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function commit(): void {
  git(root, 'add', '--all');
  git(root, 'commit', '--quiet', '--message', 'all');
}

function list(options: Partial<DiscoverOptions> = {}, path = root): Promise<Discovery> {
  return discover(path, { environment: { ...process.env, HOME: base }, ...options });
}

function names(discovery: Discovery): readonly string[] {
  return discovery.entries.map((entry) => entry.file);
}

describe('ignore lists', () => {
  it('lists tracked files although an ignore list names them, and says what git knows', async () => {
    git(root, 'init', '--quiet');
    write('.env.production');
    write('b.txt', 'four');
    commit();
    write('.gitignore', '.env*\n*.log\nsecrets/\n');
    write('new.txt');
    write('debug.log');
    write('.env.local');
    write('secrets/prod/.env');
    write('secrets/readme.txt');
    const found = await list({ evenIfIgnored: ['**/.env*'] });
    expect(found.source).toBe('git');
    expect(found.entries).toEqual([
      { file: '.env.local', size: 2, tracked: false, ignored: true },
      { file: '.env.production', size: 2, tracked: true, ignored: false },
      { file: '.gitignore', size: 21, tracked: false, ignored: false },
      { file: 'b.txt', size: 4, tracked: true, ignored: false },
      { file: 'new.txt', size: 2, tracked: false, ignored: false },
      { file: 'secrets/prod/.env', size: 2, tracked: false, ignored: true },
    ]);
    expect(found.counts).toEqual({
      files: 6,
      tracked: 2,
      ignored: 2,
      linksSkipped: 0,
      beyondLimit: 0,
    });
    expect(found.notices).toEqual([]);
  });

  it('finds agent settings in an ignored folder, never packages or build output', async () => {
    git(root, 'init', '--quiet');
    write('.gitignore', '.claude/\nnode_modules/\ndist/\n.terraform/\ndeep/\n');
    commit();
    write('.claude/settings.local.json');
    write('.claude/worktrees/one/.claude/settings.local.json');
    for (const folder of ['node_modules', 'dist', '.terraform', 'deep/node_modules']) {
      write(`${folder}/.claude/settings.local.json`);
    }
    write('deep/a/.claude/settings.local.json');
    const found = await list({ evenIfIgnored: ['**/.claude/settings.local.json'] });
    expect(names(found)).toEqual([
      '.claude/settings.local.json',
      '.gitignore',
      'deep/a/.claude/settings.local.json',
    ]);
  });

  it('leaves an ignored folder with too many files out, and says so', async () => {
    git(root, 'init', '--quiet');
    write('.gitignore', 'data/\nsecrets/\n');
    commit();
    mkdirSync(join(root, 'data'));
    for (let n = 0; n < 5001; n++) writeFileSync(join(root, 'data', String(n)), '');
    write('secrets/.env');
    const found = await list({ evenIfIgnored: ['**/.env'] });
    expect(names(found)).toEqual(['.gitignore', 'secrets/.env']);
    expect(found.notices).toMatchObject([{ kind: 'coverage', incomplete: false }]);
  });

  it('lists tracked build output, never tracked packages', async () => {
    git(root, 'init', '--quiet');
    write('dist/tracked.yml');
    write('node_modules/p/tracked.yml');
    write('a/.terraform/tracked.tf');
    commit();
    write('dist/new.yml');
    expect(names(await list())).toEqual(['dist/tracked.yml']);
  });

  it('does not apply ignore lists outside a repository', async () => {
    write('.gitignore', '*\n');
    write('a/.env');
    write('node_modules/p/index.js');
    write('build/out.js');
    write('sub/.terragrunt-cache/x/main.tf');
    const found = await list();
    expect(found.source).toBe('walk');
    expect(names(found)).toEqual(['.gitignore', 'a/.env']);
    expect(found.entries.map((entry) => entry.tracked)).toEqual([null, null]);
    expect(found.notices).toEqual([]);
  });

  it('reads a repository where everything is ignored, and a folder that is', async () => {
    git(root, 'init', '--quiet');
    write('.gitignore', '*\n');
    write('sub/deep/a.txt');
    const whole = await list();
    expect(names(whole)).toEqual(['.gitignore', 'sub/deep/a.txt']);
    expect(whole.notices).toMatchObject([{ kind: 'coverage', incomplete: false }]);
    const part = await list({}, join(root, 'sub/deep'));
    expect(names(part)).toEqual(['a.txt']);
    expect(part.notices).toEqual([]);
  });
});

describe('roots', () => {
  it('lists a folder inside a larger repository, relative to the folder', async () => {
    git(root, 'init', '--quiet');
    write('app/tracked.txt');
    write('other/tracked.txt');
    commit();
    write('app/new.txt');
    write('.gitignore', '.env\n');
    write('app/.env');
    const found = await list({ evenIfIgnored: ['**/.env'] }, join(root, 'app'));
    expect(names(found)).toEqual(['.env', 'new.txt', 'tracked.txt']);
    expect(found.root).toBe(join(root, 'app'));
  });

  it('lists a single file, ignored or not', async () => {
    git(root, 'init', '--quiet');
    write('.gitignore', 'build/\n');
    commit();
    write('build/[a]*.env', 'abc');
    write('build/aa.env');
    const found = await list({}, join(root, 'build/[a]*.env'));
    expect(found.root).toBe(join(root, 'build'));
    expect(found.entries).toEqual([{ file: '[a]*.env', size: 3, tracked: false, ignored: true }]);
    const tracked = await list({}, join(root, '.gitignore'));
    expect(tracked.entries).toMatchObject([{ file: '.gitignore', tracked: true }]);
  });

  it('refuses what is not there and what is no file', async () => {
    await expect(list({}, join(root, 'missing'))).rejects.toThrow(/Nothing to scan/);
    execFileSync('mkfifo', [join(root, 'pipe')]);
    await expect(list({}, join(root, 'pipe'))).rejects.toThrow(/neither a folder nor a file/);
  });

  it('narrows by globs and folders', async () => {
    git(root, 'init', '--quiet');
    for (const file of ['infra/a.tf', 'infra/x/b.tf', 'infra/c.md', 'src/d.tf']) write(file);
    expect(names(await list({ only: ['infra/**/*.tf'] }))).toEqual(['infra/a.tf', 'infra/x/b.tf']);
    expect(names(await list({ only: ['infra/'], exclude: ['infra/x'] }))).toEqual([
      'infra/a.tf',
      'infra/c.md',
    ]);
  });

  it('keeps the files nearest to the root when there are too many, and calls that incomplete', async () => {
    git(root, 'init', '--quiet');
    for (const file of ['a/a/a', 'a/b', 'z', 'y']) write(file);
    const found = await list({ maxFiles: 3 });
    expect(names(found)).toEqual(['a/b', 'y', 'z']);
    expect(found.counts.beyondLimit).toBe(1);
    expect(found.notices).toMatchObject([{ kind: 'limit', incomplete: true }]);
  });

  it('stops a walk that never ends', async () => {
    for (let n = 0; n < 30; n++) write(`f${n}`);
    const found = await list({ maxFiles: 2 });
    expect(found.entries).toHaveLength(2);
    expect(found.notices.some((notice) => notice.kind === 'limit' && notice.incomplete)).toBe(true);
  });

  it('survives folders nested beyond reason', async () => {
    write(`${'d/'.repeat(1500)}deep.txt`);
    write('top.txt');
    const found = await list();
    expect(names(found)).toEqual(['top.txt']);
    expect(found.notices).toMatchObject([{ kind: 'limit', incomplete: true }]);
    git(root, 'init', '--quiet');
    expect(names(await list())).toContain('top.txt');
  });
});

describe('repositories in the repository', () => {
  it('skips linked worktrees silently, clones and submodules with a notice', async () => {
    git(root, 'init', '--quiet');
    write('a.txt');
    commit();
    git(root, 'worktree', 'add', '--quiet', join(root, 'wt'));
    git(root, 'clone', '--quiet', root, join(root, 'clone'));
    const source = join(base, 'source');
    git(root, 'clone', '--quiet', root, source);
    git(root, '-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', source, 'sub');
    const found = await list();
    expect(names(found)).toEqual(['.gitmodules', 'a.txt']);
    expect(found.notices.map((notice) => [notice.kind, notice.file])).toEqual([
      ['skipped', 'sub'],
      ['skipped', 'clone'],
    ]);
  });

  it('scans a linked worktree and a submodule as roots of their own', async () => {
    git(root, 'init', '--quiet');
    write('a.txt');
    commit();
    git(root, 'worktree', 'add', '--quiet', join(base, 'wt'));
    const found = await list({}, join(base, 'wt'));
    expect(found.entries).toMatchObject([{ file: 'a.txt', tracked: true }]);
    expect(found.source).toBe('git');
  });

  it('skips linked worktrees in a walk too', async () => {
    const source = join(base, 'source');
    mkdirSync(source);
    git(source, 'init', '--quiet');
    writeFileSync(join(source, 'a.txt'), 'x');
    git(source, 'add', '--all');
    git(source, 'commit', '--quiet', '--message', 'all');
    git(source, 'worktree', 'add', '--quiet', join(root, 'wt'));
    git(source, 'clone', '--quiet', source, join(root, 'clone'));
    expect(names(await list())).toEqual(['clone/a.txt']);
  });
});

describe('links and special files', () => {
  it('follows a link only to a file of the tree that is not listed anyway', async () => {
    git(root, 'init', '--quiet');
    write('real.txt', 'abcd');
    write('hidden/.env.real', 'abc');
    write('.gitignore', 'hidden/\n');
    mkdirSync(join(base, 'outside'));
    writeFileSync(join(base, 'outside/secret.txt'), 'x');
    symlinkSync('real.txt', join(root, 'same.txt'));
    symlinkSync('hidden/.env.real', join(root, 'linked.env'));
    symlinkSync('missing', join(root, 'broken'));
    symlinkSync('loop-b', join(root, 'loop-a'));
    symlinkSync('loop-a', join(root, 'loop-b'));
    symlinkSync('.', join(root, 'self'));
    symlinkSync('../outside', join(root, 'folder'));
    symlinkSync('../outside/secret.txt', join(root, 'relative'));
    symlinkSync('/etc/passwd', join(root, 'absolute'));
    symlinkSync('.git/config', join(root, 'gitconfig'));
    symlinkSync('/dev/zero', join(root, 'zero'));
    commit();
    const found = await list();
    expect(names(found)).toEqual(['.gitignore', 'linked.env', 'real.txt']);
    expect(found.entries.find((entry) => entry.file === 'linked.env')?.size).toBe(3);
    const outside = found.notices.filter((notice) => notice.kind === 'skipped');
    expect(outside.map((notice) => notice.file)).toEqual([
      'absolute',
      'folder',
      'relative',
      'zero',
    ]);
    expect(found.counts.linksSkipped).toBe(10);

    rmSync(join(root, '.git'), { recursive: true });
    const walked = names(await list());
    expect(walked).toEqual(['.gitignore', 'hidden/.env.real', 'real.txt']);
  });

  it('does not reach through a folder that has become a link since it was committed', async () => {
    git(root, 'init', '--quiet');
    write('folder/secret.txt');
    commit();
    renameSync(join(root, 'folder'), join(base, 'moved'));
    symlinkSync('../moved', join(root, 'folder'));
    expect(names(await list())).toEqual([]);
  });

  it('reads an index that names paths outside as nothing', async () => {
    git(root, 'init', '--quiet');
    writeFileSync(join(base, 'outside.txt'), 'x');
    write('aaaaaaaaaaaaaa');
    commit();
    const index = readFileSync(join(root, '.git/index'));
    const at = index.indexOf('aaaaaaaaaaaaaa');
    index.write('../outside.txt', at);
    createHash('sha1')
      .update(index.subarray(0, -20))
      .digest()
      .copy(index, index.length - 20);
    writeFileSync(join(root, '.git/index'), index);
    const found = await list();
    expect(names(found)).toEqual(['aaaaaaaaaaaaaa']);
  });

  it('passes over pipes and sockets without opening them', async () => {
    git(root, 'init', '--quiet');
    write('was-a-file');
    write('kept.txt');
    commit();
    unlinkSync(join(root, 'was-a-file'));
    execFileSync('mkfifo', [join(root, 'was-a-file'), join(root, 'pipe')]);
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(join(root, 'socket'), resolve));
    try {
      expect(names(await list())).toEqual(['kept.txt']);
      rmSync(join(root, '.git'), { recursive: true });
      expect(names(await list())).toEqual(['kept.txt']);
    } finally {
      await new Promise((resolve) => server.close(resolve));
    }
  });

  it('keeps strange names as they are, and says when one cannot be kept', async () => {
    git(root, 'init', '--quiet');
    const strange = ['a b', 'new\nline', 'quo"te', 'ümlaut', '-rf', '\u001b[31m', 'back\\slash'];
    for (const name of strange) write(name);
    writeFileSync(Buffer.concat([Buffer.from(`${root}/bad-`), Buffer.from([0xff])]), 'x');
    const found = await list();
    expect(names(found)).toEqual(strange.toSorted());
    expect(found.notices).toMatchObject([{ kind: 'skipped', file: null, incomplete: false }]);
    rmSync(join(root, '.git'), { recursive: true });
    expect(names(await list())).toEqual(strange.toSorted());
  });

  it('drops files that are deleted, and lists an unmerged one once', async () => {
    git(root, 'init', '--quiet', '--initial-branch', 'main');
    write('gone.txt');
    write('both.txt', 'one\n');
    commit();
    git(root, 'checkout', '--quiet', '-b', 'other');
    write('both.txt', 'two\n');
    commit();
    git(root, 'checkout', '--quiet', 'main');
    write('both.txt', 'three\n');
    commit();
    expect(() => git(root, 'merge', 'other')).toThrow();
    unlinkSync(join(root, 'gone.txt'));
    expect(names(await list())).toEqual(['both.txt']);
  });
});

describe('commands planted for git', () => {
  let canary = '';

  beforeEach(() => {
    canary = join(base, 'canary');
    git(root, 'init', '--quiet');
    write('a.txt');
    write('sub/.gitignore', 'x.txt\n');
    write('sub/b.txt');
    commit();
    write('new.txt');
  });

  /** A program that leaves a trace. */
  function trap(path = join(base, 'trap')): string {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `#!/bin/sh\ntouch '${canary}'\nexit 1\n`);
    chmodSync(path, 0o755);
    return path;
  }

  it.each([
    ['core.fsmonitor'],
    ['core.pager'],
    ['pager.ls-files'],
    ['core.sshCommand'],
    ['core.gitProxy'],
    ['core.askPass'],
    ['core.editor'],
    ['core.alternateRefsCommand'],
    ['credential.helper'],
    ['diff.external'],
    ['gpg.program'],
    ['filter.trap.clean'],
    ['filter.trap.smudge'],
    ['filter.trap.process'],
    ['trace2.eventTarget'],
  ])('does not start the program of %s', async (key) => {
    git(root, 'config', key, trap());
    write('.gitattributes', '* filter=trap diff=trap\n');
    expect(names(await list())).toContain('new.txt');
    expect(existsSync(canary)).toBe(false);
  });

  it('would start one if git were called carelessly', () => {
    git(root, 'config', 'core.fsmonitor', trap());
    git(root, 'ls-files', '--others');
    expect(existsSync(canary)).toBe(true);
  });

  it('does not run aliases', async () => {
    const command = `!${trap()}`;
    git(root, 'config', 'alias.ls-files', command);
    git(root, 'config', 'alias.rev-parse', command);
    await list();
    expect(existsSync(canary)).toBe(false);
  });

  it('does not run hooks', async () => {
    for (const hook of ['post-index-change', 'fsmonitor-watchman', 'reference-transaction']) {
      trap(join(root, '.git/hooks', hook));
      trap(join(base, 'hooks', hook));
    }
    await list();
    git(root, 'config', 'core.hooksPath', join(base, 'hooks'));
    await list();
    expect(existsSync(canary)).toBe(false);
  });

  it('does not take commands from an included file', async () => {
    writeFileSync(join(base, 'included'), `[core]\n\tfsmonitor = ${trap()}\n`);
    git(root, 'config', 'include.path', join(base, 'included'));
    git(root, 'config', `includeIf.gitdir:${root}/.path`, join(base, 'included'));
    expect(names(await list())).toContain('new.txt');
    expect(existsSync(canary)).toBe(false);
  });

  /** An ignore list that is only in the object store, and missing there: git fetches it from the "promisor". */
  function plantPartialClone(): void {
    write('sub/new.txt');
    const blob = git(root, 'rev-parse', 'HEAD:sub/.gitignore').trim();
    git(root, 'update-index', '--skip-worktree', 'sub/.gitignore');
    unlinkSync(join(root, 'sub/.gitignore'));
    unlinkSync(join(root, '.git/objects', blob.slice(0, 2), blob.slice(2)));
    git(root, 'config', 'core.repositoryFormatVersion', '1');
    git(root, 'config', 'extensions.partialClone', 'origin');
    git(root, 'config', 'remote.origin.promisor', 'true');
    git(root, 'config', 'remote.origin.url', base);
    git(root, 'config', 'remote.origin.uploadpack', trap());
    git(root, 'config', 'protocol.file.allow', 'always');
    git(root, 'config', 'protocol.ext.allow', 'always');
  }

  it('does not fetch what a partial clone lacks', async () => {
    plantPartialClone();
    await list();
    git(root, 'config', 'remote.origin.url', `ext::${trap()}`);
    await list();
    expect(existsSync(canary)).toBe(false);
  });

  it('would fetch it if git were called carelessly', () => {
    plantPartialClone();
    try {
      git(root, 'ls-files', '--others', '--exclude-standard');
    } catch {
      // the fetch fails, after it has run the program
    }
    expect(existsSync(canary)).toBe(true);
  });

  it('does not take a git program from the scanned tree', async () => {
    const paths = [
      join(root, 'node_modules/.bin'),
      join(root, 'bin'),
      join(base, 'node_modules/.bin'),
    ];
    for (const path of paths) trap(join(path, 'git'));
    const PATH = [...paths, '.', 'bin', '', process.env['PATH']].join(delimiter);
    const found = await list({ environment: { HOME: base, PATH } });
    expect(found.source).toBe('git');
    expect(existsSync(canary)).toBe(false);
  });

  it('is not led elsewhere by variables of the caller', async () => {
    const other = join(base, 'other');
    mkdirSync(other);
    git(other, 'init', '--quiet');
    const environment = {
      ...process.env,
      HOME: base,
      GIT_DIR: join(other, '.git'),
      GIT_WORK_TREE: other,
      GIT_INDEX_FILE: join(other, 'index'),
      GIT_EXEC_PATH: dirname(trap(join(base, 'exec/git-ls-files'))),
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: 'core.fsmonitor',
      GIT_CONFIG_VALUE_0: trap(),
    };
    expect(names(await list({ environment }))).toEqual([
      'a.txt',
      'new.txt',
      'sub/.gitignore',
      'sub/b.txt',
    ]);
    expect(existsSync(canary)).toBe(false);
  });

  it('does not believe a folder that is laid out like a bare repository', async () => {
    const bare = join(root, 'bare');
    git(root, 'init', '--quiet', '--bare', bare);
    git(bare, 'config', 'core.bare', 'false');
    git(bare, 'config', 'core.worktree', bare);
    // Its own index and ignore list would show a harmless file and hide the rest.
    write('bare/harmless.txt');
    git(bare, 'add', 'harmless.txt');
    write('bare/hidden.txt');
    write('bare/info/exclude', '*\n');
    git(bare, 'config', 'core.fsmonitor', trap());
    const found = await list({}, bare);
    expect(found.source).toBe('walk');
    expect(names(found)).toEqual(expect.arrayContaining(['harmless.txt', 'hidden.txt']));
    expect(existsSync(canary)).toBe(false);
  });

  it('reads the tree itself when a configuration places it elsewhere', async () => {
    mkdirSync(join(base, 'elsewhere'));
    git(root, 'config', 'core.worktree', join(base, 'elsewhere'));
    const found = await list();
    expect(names(found)).toEqual(['a.txt', 'new.txt', 'sub/.gitignore', 'sub/b.txt']);
    expect(found.notices).toMatchObject([{ kind: 'coverage', incomplete: false }]);
  });

  it('lists real files only when a `.git` file points to a repository elsewhere', async () => {
    const evil = join(base, 'evil');
    mkdirSync(evil);
    git(evil, 'init', '--quiet');
    writeFileSync(join(evil, 'phantom.txt'), 'x');
    git(evil, 'add', '--all');
    git(evil, 'config', 'core.fsmonitor', trap());
    rmSync(join(root, '.git'), { recursive: true });
    write('.git', `gitdir: ${join(evil, '.git')}\n`);
    const found = await list();
    expect(names(found)).toEqual(['a.txt', 'new.txt', 'sub/.gitignore', 'sub/b.txt']);
    expect(existsSync(canary)).toBe(false);
  });

  it('falls back to a walk, and says so, when git cannot read the repository', async () => {
    writeFileSync(join(root, '.git/index'), 'garbage');
    const found = await list();
    expect(names(found)).toEqual(['a.txt', 'new.txt', 'sub/.gitignore', 'sub/b.txt']);
    expect(found.notices).toMatchObject([{ kind: 'coverage', file: null, incomplete: false }]);
  });

  it('falls back to a walk, and says so, when there is no git program', async () => {
    const found = await list({ environment: { PATH: '/nonexistent' } });
    expect(found.source).toBe('walk');
    expect(found.notices.map((notice) => notice.message)).toEqual([
      expect.stringContaining('No git program was found'),
    ]);
  });

  it.runIf(process.getuid?.() === 0)(
    'falls back when another user owns the repository',
    async () => {
      execFileSync('chown', ['-R', '12345', root]);
      const found = await list();
      expect(found.source).toBe('walk');
      expect(names(found)).toContain('new.txt');
      expect(found.notices.map((notice) => [notice.kind, notice.message])).toEqual([
        ['coverage', expect.stringContaining('another user owns it')],
      ]);
    },
  );
});
