import { execFileSync } from 'node:child_process';

/** The CLI tests run the built program, so a test run always builds first. */
export function setup(): void {
  if (process.env['RISKSCAN_SKIP_BUILD'] === '1') return;
  execFileSync(process.execPath, ['--import', 'tsx', 'scripts/build.ts'], { stdio: 'inherit' });
}
