import yargs, { type Argv } from 'yargs';
import { UsageError } from '../model/errors.ts';
import { nearestName } from '../triage/nearest-name.ts';
import {
  type Command,
  checksCommand,
  explainCommand,
  factsCommand,
  hardenCommand,
  scanCommand,
} from './commands.ts';
import {
  commonFlags,
  type FlagValues,
  factFormats,
  formatFlag,
  hardenFlags,
  isOn,
  listFormats,
  scanFlags,
  treeFlags,
} from './flags.ts';

const opening = `riskscan finds what an AI agent working in this repository could irreversibly destroy.

  riskscan                              scan the current folder
  riskscan explain token-over-scoped    what a check looks for, why, and how to fix it
  riskscan -f sarif -o riskscan.sarif   a report for code scanning
`;

/** Understands any arguments, with flags, commands and help. Throws a UsageError. */
export async function parseArguments(argv: readonly string[], columns: number): Promise<Command> {
  let command: Command | undefined;
  let help = '';
  const parser = commandParser((values, read) => {
    command = isOn(values, 'version') ? { kind: 'version' } : read(values);
  }).wrap(Math.min(100, columns));
  // Where help can be asked for, yargs lays it out for every run: 15 ms that only this run is to pay.
  if (asksForHelp(argv)) parser.help('help', 'Show this help').alias('help', 'h');
  else parser.help(false);
  try {
    await parser.parseAsync([...argv], {}, (_error: unknown, _values: unknown, text: string) => {
      help = text;
    });
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw usageError(error, argv);
  }
  if (command !== undefined) return command;
  return { kind: 'help', text: help.startsWith('riskscan [') ? `${opening}\n${help}` : help };
}

type Found = (values: FlagValues, read: (values: FlagValues) => Command) => void;

function commandParser(found: Found): Argv {
  return yargs([])
    .scriptName('riskscan')
    .usage('$0 [paths..] [flags]')
    .locale('en')
    .parserConfiguration({
      'boolean-negation': false,
      'camel-case-expansion': false,
      'dot-notation': false,
      'parse-numbers': false,
      'parse-positional-numbers': false,
    })
    .exitProcess(false)
    .fail(false)
    .strict()
    .version(false)
    .option('version', { alias: 'V', type: 'boolean', describe: 'Print the version' })
    .command(
      '$0 [paths..]',
      'Scan a folder (default), or parts of it',
      (args) =>
        args
          .positional('paths', { array: true, type: 'string', describe: 'Folders and files' })
          .options({ ...scanFlags, ...treeFlags, ...commonFlags }),
      (values) => found(values, scanCommand),
    )
    .command(
      'explain <id>',
      'Explain a check, or one finding by the start of its fingerprint',
      (args) =>
        args
          .positional('id', { type: 'string', describe: 'Check id or fingerprint' })
          .options({ ...treeFlags, ...commonFlags }),
      (values) => found(values, explainCommand),
    )
    .command(
      'checks',
      'List the checks',
      (args) => args.options({ ...formatFlag(listFormats), ...commonFlags }),
      (values) => found(values, checksCommand),
    )
    .command(
      'facts [path]',
      'Show what riskscan understood: entities and relations, with places',
      (args) =>
        args
          .positional('path', { type: 'string', describe: 'Folder' })
          .options({ ...formatFlag(factFormats), ...treeFlags, ...commonFlags }),
      (values) => found(values, factsCommand),
    )
    .command(
      'harden [path]',
      'Narrow the settings of every agent: deny what destroys, hide credentials, sandbox on',
      (args) =>
        args
          .positional('path', { type: 'string', describe: 'Folder' })
          .options({ ...hardenFlags, ...treeFlags, ...commonFlags }),
      (values) => found(values, hardenCommand),
    );
}

function asksForHelp(argv: readonly string[]): boolean {
  const end = argv.indexOf('--');
  return argv
    .slice(0, end < 0 ? argv.length : end)
    .some((word) => /^(--help|-\w*h\w*)$/.test(word));
}

/** Puts yargs' own words into ours, with the nearest flag. */
function usageError(error: unknown, argv: readonly string[]): UsageError {
  const message = error instanceof Error ? error.message : String(error);
  const unknown = /^Unknown (?:argument|command)s?: ([^,\s]+)/.exec(message)?.[1];
  const seeHelp = 'riskscan --help lists the commands and flags.';
  if (unknown === undefined) {
    return new UsageError(`${message.split('\n')[0] ?? message}.`, seeHelp, { cause: error });
  }
  const isLong = argv.some((word) => word.startsWith(`--${unknown}`));
  const isShort = unknown.length === 1 && argv.some((word) => /^-[^-]/.test(word));
  if (!isLong && !isShort) {
    return new UsageError(`"${unknown}" is one argument too many.`, seeHelp, { cause: error });
  }
  const dashes = isLong ? '--' : '-';
  const flags = Object.keys({
    ...treeFlags,
    ...scanFlags,
    ...hardenFlags,
    ...commonFlags,
    help: 0,
    version: 0,
  });
  const near = isLong ? nearestName(unknown, flags) : undefined;
  const hint = near === undefined ? seeHelp : `Did you mean "--${near}"?`;
  return new UsageError(`There is no flag "${dashes}${unknown}".`, hint, { cause: error });
}
