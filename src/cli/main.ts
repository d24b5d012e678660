import { startListing } from '../discover/start-listing.ts';
import { readCommandLine } from './command-line.ts';
import { type Command, commandNames } from './commands.ts';
import { failureText } from './failure.ts';
import { type Host, processHost } from './host.ts';
import { targetOf } from './target.ts';

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
    case 'scan': {
      const target = targetOf(command.paths, host.cwd, commandNames);
      // Git lists the files while the rest of the program is loaded.
      const listing = startListing(target.root, host.env);
      const { runScan } = await import('./run-scan.ts');
      return runScan(command, { ...target, listing }, host);
    }
    case 'explain': {
      const { runExplain } = await import('./run-explain.ts');
      return runExplain(command, host);
    }
    case 'checks': {
      const { runChecks } = await import('./run-checks.ts');
      return runChecks(command, host);
    }
    case 'facts': {
      const { runFacts } = await import('./run-facts.ts');
      return runFacts(command, host);
    }
    case 'harden': {
      // Only this command compares texts.
      const { runHarden } = await import('./run-harden.ts');
      return runHarden(command, host);
    }
  }
}
