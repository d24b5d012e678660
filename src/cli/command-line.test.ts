import { describe, expect, it } from 'vitest';
import { readCommandLine } from './command-line.ts';
import { parseArguments } from './parse-arguments.ts';

describe('a plain scan', () => {
  it.each([[[]], [['.']], [['src', 'docs/a b']], [['checks.d']]])(
    'of %j is what the argument parser makes of it',
    async (argv) => {
      expect(await readCommandLine(argv, 80)).toEqual(await parseArguments(argv, 80));
    },
  );
  it.each([[['checks']], [['explain', 'x']], [['.', '--quiet']], [['--help']], [['-V']]])(
    'is not %j',
    async (argv) => {
      const read = await readCommandLine(argv, 80);
      expect(read).toEqual(await parseArguments(argv, 80));
      if (read.kind === 'scan') expect(read.quiet).toBe(true);
    },
  );
});
