import { describe, expect, it } from 'vitest';
import { UsageError } from '../model/errors.ts';
import { failureText } from './failure.ts';

describe('failureText', () => {
  it('prints message and hint of an expected failure, and no stack', () => {
    const text = failureText(new UsageError('There is no flag "--x".', 'Try --y.'), true);
    expect(text).toBe('riskscan: There is no flag "--x".\n  Try --y.\n');
  });
  it('says that anything else is a bug, with the stack only when asked', () => {
    const error = new TypeError('cannot read x');
    expect(failureText(error, false)).toContain('TypeError: cannot read x\n  This is a bug');
    expect(failureText(error, false)).not.toContain('    at ');
    expect(failureText(error, true)).toContain('    at ');
  });
  it('never repeats what a library quotes', () => {
    const secret = ['hunter2', 'correct', 'horse'].join('-');
    for (const quote of ['"', "'", '`']) {
      const error = new Error(`bad value ${quote}${secret}${quote}, or ${quote}${secret}`);
      expect(failureText(error, true)).not.toContain(secret);
    }
  });
  it('takes anything that was thrown', () => {
    expect(failureText('a string', true)).toContain('a string');
  });
});
