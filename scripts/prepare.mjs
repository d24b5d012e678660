/**
 * What npm runs after `npm ci`, before `npm pack`, and when it installs this repository from git.
 *
 * `npm install -g git+…` (pre-commit installs hooks that way) runs this without the packages that build us: npm hands its
 * own `global` setting to the installation it makes in the clone. A release tag carries the bundle, so there is nothing to
 * do; elsewhere the packages are installed here first. Plain JavaScript, as nothing may be there yet.
 * @see https://docs.npmjs.com/cli/v11/using-npm/scripts#life-cycle-scripts
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const canBuild = () => existsSync(join(root, 'node_modules/tsx/package.json'));

if (canBuild()) {
  build();
} else if (!existsSync(join(root, 'dist/cli.js'))) {
  npm('ci', '--no-global', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund');
  build();
}

function build() {
  run(['--import', 'tsx', 'scripts/build.ts']);
}

function npm(...args) {
  const program = process.env.npm_execpath; // set by every npm that runs a script; works without a shell
  if (program === undefined) throw new Error('Run this through npm: npm run prepare.');
  run([program, ...args]);
}

function run(args) {
  const { status, error } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (error !== undefined) throw error;
  if (status !== 0) process.exit(status ?? 1);
}
