import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fillFakes } from './fake-secrets.ts';

/** Copies a fixture tree into an empty temporary folder with its fake secrets filled in; the caller removes it. */
export function copyTree(from: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'riskscan-'));
  cpSync(from, folder, { recursive: true });
  for (const file of filesIn(folder)) {
    const text = readFileSync(file, 'utf8');
    if (text.includes('{{fake:')) writeFileSync(file, fillFakes(text));
  }
  track(folder);
  return folder;
}

/** A tree with a file `.tracked` becomes a git repository that tracks the files it lists, one per line. */
function track(folder: string): void {
  const list = join(folder, '.tracked');
  if (!existsSync(list)) return;
  const files = readFileSync(list, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  rmSync(list);
  execFileSync('git', ['init', '--quiet'], { cwd: folder });
  execFileSync('git', ['add', '--force', '--', ...files], { cwd: folder });
}

/** Writes files, given by relative path, into an empty temporary folder; the caller removes it. */
export function writeTree(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'riskscan-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), fillFakes(text));
  }
  return folder;
}

/** Removes a folder made by {@link copyTree} or {@link writeTree}. */
export function removeTree(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

/** Absolute paths of all files below a folder, sorted. */
export function filesIn(folder: string): readonly string[] {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const path = join(folder, name);
      return statSync(path).isDirectory() ? filesIn(path) : [path];
    });
}
