import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillFakes } from './fake-secrets.ts';
import { projectRoot, type RunOptions, runProgram } from './run-program.ts';
import { copyTree, removeTree, writeTree } from './temporary-tree.ts';

const version: string = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')).version;
const story = join(projectRoot, 'fixtures/repos/domains-token');
let risky = '';
let clean = '';
let scratch = '';

beforeAll(() => {
  risky = copyTree(join(story, 'before'));
  clean = writeTree({ 'compose.yaml': 'services:\n  api:\n    image: node:24\n' });
  scratch = mkdtempSync(join(tmpdir(), 'riskscan-cli-'));
});
afterAll(() => {
  removeTree(risky);
  removeTree(clean);
  rmSync(scratch, { recursive: true, force: true });
});

function riskscan(args: readonly string[], options: RunOptions = {}) {
  return runProgram('dist/cli.js', args, options);
}

describe('--version and --help', () => {
  it.each([['--version'], ['-V'], ['checks', '--version']])('%s %s', async (...args) => {
    const ended = await riskscan(args.filter((word) => word !== undefined));
    expect(ended).toMatchObject({ code: 0, stdout: `${version}\n`, stderr: '' });
  });
  it('answers --version from the entry file alone', async () => {
    cpSync(join(projectRoot, 'dist/cli.js'), join(scratch, 'cli.mjs'));
    const alone = spawnSync(process.execPath, [join(scratch, 'cli.mjs'), '--version'], {
      encoding: 'utf8',
    });
    expect(alone).toMatchObject({ status: 0, stdout: `${version}\n`, stderr: '' });
  });
  it('starts the help with examples and names every flag that works', async () => {
    const { code, stdout, stderr } = await riskscan(['--help']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.split('\n').slice(2, 5)).toEqual([
      expect.stringMatching(/^ {2}riskscan {2}/),
      expect.stringMatching(/^ {2}riskscan explain /),
      expect.stringMatching(/^ {2}riskscan -f sarif /),
    ]);
    for (const flag of ['format', 'output', 'fail-on', 'min-severity', 'min-confidence', 'check']) {
      expect(stdout).toContain(`--${flag} `);
    }
    for (const later of ['baseline', 'since', 'staged', 'fix ', 'no-cache']) {
      expect(stdout).not.toContain(`--${later}`);
    }
  });
});

describe('--include-home', () => {
  const settings = '{ "permissions": { "defaultMode": "bypassPermissions" } }';
  it('reads the agents of the home folder, and says so', async () => {
    const home = writeTree({ '.claude/settings.json': settings });
    const env = { HOME: home, USERPROFILE: home };
    const without = await riskscan([clean], { env });
    expect(without.stdout).toContain('user-level agent settings were not looked at');
    const facts = await riskscan(['facts', clean, '--include-home'], { env });
    expect(facts.stdout).toContain('~/.claude/settings.json');
    const scanned = await riskscan([clean, '--include-home'], { env });
    expect(scanned.stdout).not.toContain('were not looked at');
    removeTree(home);
  });
  it('is refused in CI', async () => {
    const ended = await riskscan([clean, '--include-home'], { env: { CI: 'true' } });
    expect(ended.code).toBe(2);
    expect(ended.stderr).toContain('--include-home was given in CI');
  });
});

describe('harden', () => {
  it('shows a difference, writes it when asked to, and then has nothing left', async () => {
    const tree = copyTree(join(story, 'before'));
    const settings = join(tree, '.claude/settings.json');
    const before = readFileSync(settings, 'utf8');
    const shown = await riskscan(['harden', tree]);
    expect(shown.code).toBe(1);
    expect(shown.stdout).toContain('+++ .claude/settings.json');
    expect(shown.stdout).toContain('"Read(./tools/domains/.env)"');
    expect(shown.stderr).toContain('Nothing was written; add --write');
    expect(readFileSync(settings, 'utf8')).toBe(before);
    const written = await riskscan(['harden', tree, '--write']);
    expect(written.code).toBe(0);
    expect(readFileSync(settings, 'utf8')).toContain('"Read(./tools/domains/.env)"');
    const again = await riskscan(['harden', tree]);
    expect(again).toMatchObject({ code: 0, stdout: '' });
    expect(again.stderr).toContain('nothing to narrow');
    removeTree(tree);
  });
  it('never shows a secret that stands in the settings', async () => {
    const token = fillFakes('{{fake:uuid:shown}}');
    const tree = writeTree({
      '.cursor/mcp.json': `{ "mcpServers": { "railway": { "command": "railway", "args": ["mcp"], "env": { "RAILWAY_API_TOKEN": "${token}" } } } }\n`,
      '.claude/settings.json': `{ "permissions": { "allow": ["Bash(RAILWAY_API_TOKEN=${token} railway *)", "Bash(curl *)"] } }\n`,
    });
    const { stdout, stderr } = await riskscan(['harden', tree]);
    expect(stdout).toContain('+++ ');
    expect(stdout + stderr).not.toContain(token);
    removeTree(tree);
  });
  it('takes only agents that there are', async () => {
    const ended = await riskscan(['harden', clean, '--agent', 'clade-code']);
    expect(ended.code).toBe(2);
    expect(ended.stderr).toContain('claude-code');
  });
});

describe('exit codes', () => {
  it('1 with findings, 0 without, and 0 when nothing may fail', async () => {
    expect((await riskscan([risky])).code).toBe(1);
    expect((await riskscan([clean])).code).toBe(0);
    expect((await riskscan([risky, '--fail-on', 'never'])).code).toBe(0);
  });
  it.each(['json', 'sarif', 'markdown'])('does not depend on the format: %s', async (format) => {
    expect((await riskscan([risky, '--format', format])).code).toBe(1);
    expect((await riskscan([clean, '--format', format])).code).toBe(0);
  });
  it('keeps to the configuration and lets the flag win', async () => {
    const tree = copyTree(join(story, 'before'));
    const configured = writeTree({ 'quiet.yaml': 'failOn: never\n' });
    const config = join(configured, 'quiet.yaml');
    expect((await riskscan([tree, '--config', config])).code).toBe(0);
    expect((await riskscan([tree, '--config', config, '--fail-on', 'low'])).code).toBe(1);
    removeTree(tree);
    removeTree(configured);
  });
  it('2 for a configuration that is wrong or missing', async () => {
    const tree = writeTree({ 'riskscan.yaml': 'failOnn: high\n' });
    expect(await riskscan([tree])).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('failOn'),
    });
    expect(await riskscan([clean, '--config', 'nowhere.yaml'])).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('nowhere.yaml'),
    });
    removeTree(tree);
  });
});

describe('usage errors', () => {
  it.each([
    [['--formt', 'json'], 'There is no flag "--formt".\n  Did you mean "--format"?'],
    [['-q'], 'There is no flag "-q".'],
    [['--format', 'xml'], '--format is one of text, json, sarif, markdown.'],
    [['--fail-on', 'hgh'], 'Did you mean "high"?'],
    [['--format'], 'Not enough arguments following: format'],
    [['--format', 'json', '--format', 'text'], '--format was given more than once.'],
    [['--check', 'token-over-scopd'], 'Did you mean "token-over-scoped"?'],
    [['--skip', 'nothing-like-it'], 'riskscan checks lists them.'],
    [['nowhere'], 'There is no file or folder "nowhere".'],
    [['explian', 'x'], 'Did you mean the command "explain"?'],
    [['explain', 'token-over-scopd'], 'Did you mean "token-over-scoped"?'],
    [['explain'], 'Not enough non-option arguments'],
    [['checks', 'x'], '"x" is one argument too many.'],
    [['facts', '--format', 'sarif'], '--format is one of text, json.'],
  ])('%j', async (args, message) => {
    const ended = await riskscan(args);
    expect(ended).toMatchObject({ code: 2, stdout: '' });
    expect(ended.stderr).toContain(message);
    expect(ended.stderr).not.toContain('    at ');
  });
});

describe('streams', () => {
  it('puts the report on stdout and nothing else, also when verbose', async () => {
    const { stdout, stderr } = await riskscan([risky, '--format', 'json', '--verbose']);
    expect(JSON.parse(stdout).findings.length).toBeGreaterThan(0);
    expect(stderr).toContain('files seen');
    expect(stderr).not.toContain('\r');
  });
  it.each(['json', 'sarif'])('is one valid %s document when there is nothing', async (format) => {
    const { stdout, stderr } = await riskscan([clean, '--format', format]);
    expect(JSON.parse(stdout)).toBeTypeOf('object');
    expect(stderr).toBe('');
  });
  it('says one line when there is nothing to say', async () => {
    const { stdout } = await riskscan([clean]);
    expect(stdout).toMatch(/^No findings/);
  });
  it('is silent about nothing when quiet', async () => {
    const { stdout, stderr } = await riskscan([risky, '--quiet']);
    expect(stdout).not.toMatch(/\d+ findings? \(/);
    expect(stderr).toBe('');
  });
  it('writes the report to a file instead', async () => {
    const file = join(scratch, 'report.txt');
    const plain = await riskscan([risky, '--color', 'never']);
    const ended = await riskscan([risky, '--output', file]);
    expect(ended).toMatchObject({ code: 1, stdout: '' });
    expect(ended.stderr).toContain(`report written to ${file}`);
    expect(readFileSync(file, 'utf8')).toBe(plain.stdout);
  });
  it('says why a report cannot be written', async () => {
    const ended = await riskscan([clean, '--output', join(scratch, 'no', 'folder.txt')]);
    expect(ended).toMatchObject({ code: 2, stdout: '' });
    expect(ended.stderr).toContain('cannot be written');
  });
});

describe('colour', () => {
  const ansi = '\u001b[';
  it.each([
    ['no terminal', [], {}, false],
    ['--color always', ['--color', 'always'], { NO_COLOR: '1' }, true],
    ['FORCE_COLOR', [], { FORCE_COLOR: '1' }, true],
    ['NO_COLOR', [], { NO_COLOR: '1', FORCE_COLOR: '1' }, false],
    ['--color never', ['--color', 'never'], { FORCE_COLOR: '1' }, false],
  ] as const)('%s', async (_, flags, env, expected) => {
    const { stdout } = await riskscan([risky, ...flags], { env });
    expect(stdout.includes(ansi)).toBe(expected);
  });
  it('never gets into a machine format', async () => {
    const { stdout } = await riskscan([risky, '--format', 'json', '--color', 'always']);
    expect(stdout).not.toContain(ansi);
  });
});

describe('paths', () => {
  it('prints files relative to the working directory', async () => {
    const cwd = dirname(risky);
    const { stdout } = await riskscan([basename(risky), '--color', 'never'], { cwd });
    expect(stdout).toContain(`  ${basename(risky)}/tools/domains/.env:`);
    const inside = await riskscan(['--color', 'never'], { cwd: risky });
    expect(inside.stdout).toContain('  tools/domains/.env:');
  });
  it('names files relative to the root in machine formats', async () => {
    const { stdout } = await riskscan([risky, '--format', 'json']);
    const files: string[] = JSON.parse(stdout).findings.map(
      (finding: { at: { file: string } }) => finding.at.file,
    );
    expect(files).toContain('tools/domains/.env');
    expect(stdout).not.toContain(risky);
  });
  it('takes what follows -- as paths', async () => {
    expect((await riskscan(['--', risky])).code).toBe(1);
    expect((await riskscan(['--', '--quiet'])).stderr).toContain('folder "--quiet"');
  });
  it('takes several parts of one tree', async () => {
    const ended = await riskscan(['tools', '.claude', '--format', 'json'], { cwd: risky });
    const files: string[] = JSON.parse(ended.stdout).findings.map(
      (finding: { at: { file: string } }) => finding.at.file,
    );
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) expect(file).toMatch(/^(tools|\.claude)\//);
  });
});

describe('other commands', () => {
  it('explains a check', async () => {
    const { code, stdout } = await riskscan(['explain', 'token-over-scoped']);
    expect(code).toBe(0);
    expect(stdout).toContain('When to accept it');
  });
  it('explains a finding by the start of its fingerprint', async () => {
    const scan = await riskscan(['--format', 'json'], { cwd: risky });
    const { fingerprint, what } = JSON.parse(scan.stdout).findings[0];
    const { code, stdout } = await riskscan(['explain', fingerprint.slice(0, 12)], { cwd: risky });
    expect(code).toBe(0);
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain(what);
  });
  it('says when no finding has that fingerprint', async () => {
    const ended = await riskscan(['explain', 'ffffffff'], { cwd: clean });
    expect(ended).toMatchObject({ code: 2, stdout: '' });
  });
  it.each(['text', 'json', 'markdown'])('lists the checks as %s', async (format) => {
    const { code, stdout } = await riskscan(['checks', '--format', format]);
    expect(code).toBe(0);
    expect(stdout).toContain('blast-radius');
  });
  it('shows the facts', async () => {
    const { code, stdout } = await riskscan(['facts', risky, '--format', 'json']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout).facts.length).toBeGreaterThan(0);
    const text = await riskscan(['facts', risky]);
    expect(text.stdout).toContain('Credential');
  });
});

describe('secrets', () => {
  it('are in no output, whatever the format', async () => {
    const [, token] = /=\s*"?([0-9a-f-]{36})/.exec(
      readFileSync(join(risky, 'tools/domains/.env'), 'utf8'),
    ) ?? ['', 'the story holds no token'];
    for (const args of [
      ['-f', 'text'],
      ['-f', 'json'],
      ['-f', 'sarif'],
      ['-f', 'markdown'],
    ]) {
      const { stdout, stderr } = await riskscan([risky, '--verbose', ...args]);
      expect(stdout + stderr).not.toContain(token);
    }
    const facts = await riskscan(['facts', risky, '--format', 'json']);
    expect(facts.stdout).not.toContain(token);
  });
});

describe.skipIf(process.platform === 'win32')('endings', () => {
  it('a closed pipe ends it quietly with 0', async () => {
    const ended = await riskscan([risky, '--format', 'sarif'], { closeStdout: true });
    expect(ended).toMatchObject({ code: 0, signal: null, stderr: '' });
  });
  it('Ctrl-C ends it with 130', async () => {
    // Sends itself the signal as soon as somebody listens for it, so that the test waits for nothing.
    const interrupt = `process.on('newListener', (name) => {
      if (name === 'SIGINT') setImmediate(() => process.kill(process.pid, 'SIGINT'));
    })`;
    const node = ['--import', `data:text/javascript,${encodeURIComponent(interrupt)}`];
    const ended = await riskscan([risky], { node });
    expect(ended).toMatchObject({ code: 130, signal: null, stdout: '' });
  });
});
