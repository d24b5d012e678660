import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { commandNames } from '../src/cli/commands.ts';
import { agentCollectors, checks, packs, toolCollectors } from '../src/registry.generated.ts';
import { runProgram } from './run-program.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

describe('README', () => {
  it('shows what the program prints', async () => {
    const [, command = '', shown] =
      /<!-- output of: riskscan (.+?) -->\n```text\n([\s\S]*?)```/.exec(readme) ?? [];
    const { stdout } = await runProgram('dist/cli.js', command.split(' '), { cwd: root });
    expect(shown).toBe(stdout);
  });
  it('names only checks that exist', () => {
    const ids = checks.map(({ check }) => check.id);
    for (const [, id = ''] of readme.matchAll(/riskscan: allow ([a-z-]+)/g)) {
      if (id !== '') expect(ids).toContain(id);
    }
  });
  it('names every agent that is read, and every command', () => {
    for (const { id } of agentCollectors) expect(readme).toContain(`\`${id}\``);
    for (const name of commandNames) expect(readme).toContain(`riskscan ${name}`);
  });
  it('names every collector in the table of what is read', () => {
    // Those that only say which tools a tree uses know no file of their own.
    const ofVendors = packs
      .flatMap(({ collectors }) => collectors)
      .filter(({ emits }) => emits.some((kind) => kind !== 'Tooling'));
    const table = /## What it reads\n([\s\S]*?)\n## /.exec(readme)?.[1] ?? '';
    const named = [...table.matchAll(/`([a-z][a-z-]+)`/g)].map(([, id]) => id);
    for (const { id } of [...toolCollectors, ...ofVendors]) expect(named).toContain(id);
  });
  it('names every area of checks', () => {
    const areas = [...new Set(checks.map(({ area }) => area))];
    const table = /## What it checks\n([\s\S]*?)\n## /.exec(readme)?.[1] ?? '';
    const rows = [...table.matchAll(/^\| `([a-z]+)`/gm)].map(([, area]) => area);
    expect(rows.sort()).toEqual(areas.sort());
  });
  it('is true of this project: its own scan has nothing to fail on', async () => {
    const { code, stdout } = await runProgram('dist/cli.js', ['.', '--min-severity', 'medium'], {
      cwd: root,
    });
    expect(stdout).toMatch(/^No findings/);
    expect(code).toBe(0);
  });
});
