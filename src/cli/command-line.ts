import { type Command, commandNames, scanCommand } from './commands.ts';

/** Understands the arguments after the program's name. Throws a UsageError. */
export async function readCommandLine(argv: readonly string[], columns: number): Promise<Command> {
  if (isPlainScan(argv)) return scanCommand({ paths: [...argv] });
  const { parseArguments } = await import('./parse-arguments.ts');
  return parseArguments(argv, columns);
}

/** `riskscan`, `riskscan .`, `riskscan a b`: nothing that needs the argument parser, which takes a tenth of a small scan to load. */
function isPlainScan(argv: readonly string[]): boolean {
  const names: readonly string[] = commandNames;
  return argv.every((word) => /^[^-]/.test(word)) && !names.includes(argv[0] ?? '');
}
