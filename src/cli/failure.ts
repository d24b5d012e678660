import { ConfigError, type ExpectedError, InputError, UsageError } from '../model/errors.ts';
import { clean } from '../report/view.ts';

/**
 * What stderr says about a failed run. An expected failure is its message and a hint. Anything else is a bug: its text
 * may quote the file it choked on, so quoted parts and values that look secret are left out.
 */
export function failureText(error: unknown, verbose: boolean): string {
  if (isExpected(error)) {
    const place = error.at === null ? '' : `${clean(error.at.file)}: `;
    return `riskscan: ${place}${clean(error.message)}\n  ${clean(error.hint)}\n`;
  }
  const name = error instanceof Error ? error.name : 'Error';
  const message = error instanceof Error ? error.message : String(error);
  const lines = [
    `riskscan: ${name}: ${withoutQuotes(message)}`,
    '  This is a bug in riskscan. Run again with --verbose and report what it prints.',
  ];
  if (verbose && error instanceof Error) lines.push(...frames(error));
  return `${lines.join('\n')}\n`;
}

function isExpected(error: unknown): error is ExpectedError {
  return error instanceof UsageError || error instanceof ConfigError || error instanceof InputError;
}

function withoutQuotes(message: string): string {
  const unquoted = message.replace(/"[^"]*"?|`[^`]*`?|(?<!\w)'[^']*'?/g, '…');
  return clean(unquoted);
}

/** Places in our own code; the first lines of a stack repeat the message. */
function frames(error: Error): readonly string[] {
  return (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
}
