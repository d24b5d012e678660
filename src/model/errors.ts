import type { SourceRange } from './source.ts';

/** An expected failure that ends the run with exit code 2 and a hint instead of a stack trace. */
class ExpectedError extends Error {
  readonly hint: string;
  readonly at: SourceRange | null;

  constructor(message: string, hint: string, options: { at?: SourceRange; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.hint = hint;
    this.at = options.at ?? null;
  }
}

/** The command line is wrong. */
export class UsageError extends ExpectedError {
  override readonly name = 'UsageError';
}

/** `riskscan.yaml` is wrong. */
export class ConfigError extends ExpectedError {
  override readonly name = 'ConfigError';
}

/** What was asked to be scanned cannot be scanned. */
export class InputError extends ExpectedError {
  override readonly name = 'InputError';
}

export type { ExpectedError };
