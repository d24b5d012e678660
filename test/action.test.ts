import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { projectRoot, runProgram } from './run-program.ts';
import { copyTree, removeTree } from './temporary-tree.ts';

let workspace = '';
let runner = '';
let output = '';
let summary = '';

beforeAll(() => {
  workspace = copyTree(join(projectRoot, 'fixtures/repos/domains-token'));
});
afterAll(() => removeTree(workspace));
beforeEach(() => {
  runner = mkdtempSync(join(tmpdir(), 'riskscan-runner-'));
  output = join(runner, 'output');
  summary = join(runner, 'summary.md');
  writeFileSync(output, '');
  writeFileSync(summary, '');
  return () => rmSync(runner, { recursive: true, force: true });
});

/** Runs the bundle as GitHub's runner does: every input as a variable, files to append to, the workspace as folder. */
function action(inputs: Readonly<Record<string, string>>) {
  const named = Object.entries(inputs).map(([name, value]) => [
    `INPUT_${name.toUpperCase().replaceAll(' ', '_')}`,
    value,
  ]);
  return runProgram('dist/action/index.js', [], {
    cwd: workspace,
    env: {
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_WORKSPACE: workspace,
      GITHUB_OUTPUT: output,
      GITHUB_STEP_SUMMARY: summary,
      INPUT_PATH: '.',
      'INPUT_FAIL-ON': '',
      'INPUT_SARIF-FILE': 'riskscan.sarif',
      ...Object.fromEntries(named),
    },
  });
}

/** Reads GITHUB_OUTPUT as the runner does. */
function outputs(): Record<string, string> {
  const found: Record<string, string> = {};
  const blocks = /^([\w-]+)<<(.+)\n([\s\S]*?)\n\2\n/gm;
  for (const [, name = '', , value = ''] of readFileSync(output, 'utf8').matchAll(blocks)) {
    found[name] = value;
  }
  return found;
}

function annotations(stdout: string): readonly string[] {
  return stdout.split('\n').filter((line) => /^::(error|warning|notice) title=/.test(line));
}

describe('the action', () => {
  it('reports a risky tree and fails the step', async () => {
    const ended = await action({ path: 'before' });
    expect(ended.code).toBe(1);
    const { findings, paths, 'sarif-file': sarif } = outputs();
    expect(Number(findings)).toBeGreaterThan(0);
    expect(Number(paths)).toBeGreaterThan(0);
    expect(sarif).toBe(join(workspace, 'riskscan.sarif'));
    expect(readFileSync(summary, 'utf8')).toContain('## riskscan');
  });

  it('names files from the root of the repository, in the report and in the diff', async () => {
    const { stdout } = await action({ path: 'before' });
    const report = JSON.parse(readFileSync(join(workspace, 'riskscan.sarif'), 'utf8'));
    const uris: string[] = report.runs[0].results.map(
      (result: { locations: { physicalLocation: { artifactLocation: { uri: string } } }[] }) =>
        result.locations[0]?.physicalLocation.artifactLocation.uri,
    );
    expect(uris.length).toBeGreaterThan(0);
    for (const uri of uris) expect(uri).toMatch(/^before\//);
    for (const line of annotations(stdout)) expect(line).toContain(',file=before/');
  });

  it('annotates at most ten places, the paths first', async () => {
    const { stdout } = await action({ path: 'before' });
    const lines = annotations(stdout);
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.length).toBeLessThanOrEqual(10);
    expect(lines[0]).toContain('blast-radius');
  });

  it('lets nothing of the tree be a workflow command', async () => {
    const { stdout } = await action({ path: 'before' });
    const stopped = /^::stop-commands::(.+)\n[\s\S]*\n::\1::$/m.exec(stdout);
    expect(stdout.indexOf(stopped?.[0] ?? 'nothing')).toBe(0);
  });

  it('passes a tree of ordinary care', async () => {
    const ended = await action({ path: 'after' });
    expect(ended.code).toBe(0);
    expect(outputs()['paths']).toBe('0');
  });

  it('keeps to fail-on', async () => {
    expect((await action({ path: 'before', 'fail-on': 'never' })).code).toBe(0);
    expect((await action({ path: 'before', 'fail-on': 'low' })).code).toBe(1);
  });

  it('writes the report where it is asked to', async () => {
    mkdirSync(join(workspace, 'out'), { recursive: true });
    await action({ path: 'after', 'sarif-file': 'out/deep/report.sarif' });
    const file = join(workspace, 'out/deep/report.sarif');
    expect(outputs()['sarif-file']).toBe(file);
    expect(JSON.parse(readFileSync(file, 'utf8')).version).toBe('2.1.0');
  });

  it.each([
    [{ path: 'nowhere' }, 'There is no file or folder "nowhere".'],
    [{ 'fail-on': 'hihg' }, '"hihg" is no value of the input "fail-on".'],
  ])('ends with 2 and one error for %j', async (inputs, message) => {
    const ended = await action(inputs);
    expect(ended.code).toBe(2);
    expect(ended.stdout).toContain(`::error::riskscan: ${message}`);
    expect(outputs()).toEqual({});
  });

  it('is what action.yml says', () => {
    const metadata = readFileSync(join(projectRoot, 'action.yml'), 'utf8');
    expect(metadata).toContain('using: node24');
    expect(metadata).toContain('main: dist/action/index.js');
    for (const input of ['path', 'fail-on', 'sarif-file']) {
      expect(metadata).toMatch(new RegExp(`^ {2}${input}:$`, 'm'));
    }
  });
});
