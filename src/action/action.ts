import { failureText } from '../cli/failure.ts';
import { processHost } from '../cli/host.ts';
import { runAction } from './run.ts';
import { inertLog, plainCommand } from './workflow-commands.ts';

declare const RISKSCAN_VERSION: string | undefined; // inlined by scripts/build.ts

const host = processHost(
  typeof RISKSCAN_VERSION === 'undefined' ? '0.0.0-source' : RISKSCAN_VERSION,
);

try {
  process.exitCode = await runAction(host);
} catch (error) {
  const text = failureText(error, host.env['RUNNER_DEBUG'] === '1').trimEnd();
  const [first = '', ...more] = text.split('\n');
  await host.stdout.write(`${plainCommand('error', first)}\n${inertLog(more.join('\n'))}`);
  process.exitCode = 2;
}
