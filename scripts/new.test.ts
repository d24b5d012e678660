import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { kinds } from './scaffold.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const copy = mkdtempSync(join(tmpdir(), 'riskscan-new-'));

function create(kind: string, id: string): { status: number | null; stderr: string } {
  const script = join(root, 'scripts/new.ts');
  return spawnSync(process.execPath, ['--import', 'tsx', script, kind, id], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, RISKSCAN_NEW_ROOT: copy },
  });
}

beforeAll(() => {
  for (const part of [
    'tsconfig.json',
    'package.json',
    'src/model',
    'src/formats',
    'src/recognize',
  ]) {
    const filter = (file: string): boolean => !file.endsWith('.test.ts');
    cpSync(join(root, part), join(copy, part), { recursive: true, filter });
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

describe('npm run new', () => {
  it('makes every kind, and what it makes compiles', () => {
    for (const [kind, { example }] of Object.entries(kinds)) {
      expect(create(kind, example)).toMatchObject({ status: 0, stderr: '' });
    }
    const tsc = spawnSync(
      process.execPath,
      [join(root, 'node_modules/typescript/bin/tsc'), '--noEmit'],
      {
        cwd: copy,
        encoding: 'utf8',
      },
    );
    expect(tsc.stdout).toBe('');
    expect(tsc.status).toBe(0);
  });

  it('never overwrites', () => {
    create('provider', 'kept');
    const before = readFileSync(join(copy, 'src/providers/kept/pack.ts'), 'utf8');
    expect(create('provider', 'kept')).toMatchObject({ status: 2 });
    expect(readFileSync(join(copy, 'src/providers/kept/pack.ts'), 'utf8')).toBe(before);
  });

  it.each([
    ['check', 'backup-never-restored'],
    ['check', 'nowhere/backup-never-restored'],
    ['provider', '../escape'],
    ['agent', 'Upper'],
    ['plugin', 'x'],
  ])('refuses %s %s', (kind, id) => {
    expect(create(kind, id)).toMatchObject({ status: 2 });
  });
});
