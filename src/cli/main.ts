import { readCommandLine } from './command-line.ts';
import type { Command } from './commands.ts';
import { failureText } from './failure.ts';
import { type Host, processHost } from './host.ts';
import { runChecks } from './run-checks.ts';
import { runExplain } from './run-explain.ts';
import { runFacts } from './run-facts.ts';
import { runScan } from './run-scan.ts';

/** Runs the program and returns its exit code; whatever fails is said on stderr and ends with 2. */
export async function main(argv: readonly string[], version: string): Promise<number> {
  const host = processHost(version);
  let verbose = argv.includes('--verbose');
  try {
    const command = await readCommandLine(argv, host.stdout.columns);
    verbose = 'verbose' in command && command.verbose;
    return await run(command, host);
  } catch (error) {
    await host.stderr.write(failureText(error, verbose));
    return 2;
  }
}

async function run(command: Command, host: Host): Promise<number> {
  switch (command.kind) {
    case 'version':
      await host.stdout.write(`${host.version}\n`);
      return 0;
    case 'help':
      await host.stdout.write(`${command.text}\n`);
      return 0;
    case 'scan':
      return runScan(command, host);
    case 'explain':
      return runExplain(command, host);
    case 'checks':
      return runChecks(command, host);
    case 'facts':
      return runFacts(command, host);
    case 'harden': {
      // Only this command compares texts.
      const { runHarden } = await import('./run-harden.ts');
      return runHarden(command, host);
    }
  }
}
