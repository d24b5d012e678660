import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

interface PackedFile {
  readonly path: string;
  readonly mode: number;
}

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const allowed =
  /^(package\.json|README\.md|LICENSE|THIRD-PARTY-NOTICES\.md|dist\/[\w./-]+\.js|dist\/schema\/[\w.-]+\.json)$/;
const required = [
  'package.json',
  'README.md',
  'LICENSE',
  'THIRD-PARTY-NOTICES.md',
  'dist/cli.js',
  'dist/action/index.js',
];

const problems = [...packageJsonProblems(), ...contentProblems(packedFiles())];
for (const problem of problems) console.error(`check-package: ${problem}`);
console.log(
  `check-package: ${problems.length === 0 ? 'the package ships what it should' : 'failed'}`,
);
process.exitCode = problems.length === 0 ? 0 : 1;

/** What `npm pack` would put into the tarball, without running its scripts. */
function packedFiles(): readonly PackedFile[] {
  const output = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return JSON.parse(output)[0].files;
}

function* packageJsonProblems(): Iterable<string> {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  for (const field of ['dependencies', 'optionalDependencies', 'peerDependencies']) {
    const names = Object.keys(manifest[field] ?? {});
    if (names.length > 0) yield `${field} must stay empty: ${names.join(', ')}`;
  }
  for (const script of ['preinstall', 'install', 'postinstall']) {
    if (manifest.scripts?.[script] !== undefined) yield `an install script: ${script}`;
  }
}

function* contentProblems(files: readonly PackedFile[]): Iterable<string> {
  const paths = new Set(files.map((file) => file.path));
  for (const path of required) if (!paths.has(path)) yield `${path} is missing`;
  for (const { path, mode } of files) {
    if (!allowed.test(path)) yield `${path} does not belong into the package`;
    if (path === 'dist/cli.js' && (mode & 0o111) === 0) yield 'dist/cli.js is not executable';
    if (path.startsWith('dist/')) yield* machineProblems(path);
  }
}

/** A bundle that names a folder of the machine that built it is not reproducible, and tells on its builder. */
function* machineProblems(path: string): Iterable<string> {
  const text = readFileSync(join(root, path), 'utf8');
  for (const folder of [root, homedir()]) {
    if (folder.length > 4 && text.includes(`${folder}/`))
      yield `${path} names a folder of this machine`;
  }
  if (/\bRISKSCAN_VERSION\b/.test(text)) yield `${path} has no version inlined`;
}
